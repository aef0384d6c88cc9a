// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.Scheduler;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.function.Consumer;

/**
 * Moves a channel to another event loop: with reading off and nothing left to be written, so that
 * no loop has anything of it in hand while it changes sides. What was read before stays in the
 * handlers and comes along.
 */
final class LoopMove {
  private LoopMove() {}

  /** Whether a scheduler is an event loop to which this channel can be moved. */
  static boolean isPossible(Channel channel, Scheduler target) {
    return target instanceof LoopScheduler scheduler
        && scheduler.loop().parent() == channel.eventLoop().parent();
  }

  /**
   * Called on the channel's event loop; afterwards one of the actions runs, on the new one if the
   * move succeeded. Reading stays off.
   */
  static void move(
      Channel channel, LoopScheduler target, Runnable moved, Consumer<Throwable> failed) {
    channel.config().setAutoRead(false);
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written ->
                channel
                    .deregister()
                    .addListener(
                        left ->
                            target
                                .loop()
                                .register(channel)
                                .addListener(
                                    arrived -> {
                                      if (arrived.isSuccess()) {
                                        moved.run();
                                      } else {
                                        failed.accept(arrived.cause());
                                      }
                                    })));
  }
}
