// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundInvoker;

/**
 * Writing and closing without a future each: a write that fails comes to the pipeline's {@code
 * exceptionCaught}, and a close can't fail in a way that matters.
 */
@SuppressWarnings("FutureReturnValueIgnored") // said above
public final class Wire {
  private Wire() {}

  /**
   * Writes a buffer, which is released then; nothing leaves before a flush.
   *
   * @param to the channel, or a place in its pipeline
   */
  public static void write(ChannelOutboundInvoker to, ByteBuf out) {
    to.write(out, to.voidPromise());
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
