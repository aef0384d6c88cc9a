// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Writing and closing without a future each: a write that fails comes to the pipeline's {@code
 * exceptionCaught}, and a close can't fail in a way that matters.
 */
@SuppressWarnings("FutureReturnValueIgnored") // said above
public final class Wire {
  private Wire() {}

  /** Writes a buffer, which is released then; nothing leaves before a flush. */
  public static void write(Channel channel, ByteBuf out) {
    channel.write(out, channel.voidPromise());
  }

  /** Closes a channel. */
  public static void close(Channel channel) {
    channel.close();
  }

  /** Whether the operating system has all that was written and flushed; for the event loop. */
  public static boolean isAllSent(Channel channel) {
    ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
    return out == null || out.isEmpty();
  }
}
