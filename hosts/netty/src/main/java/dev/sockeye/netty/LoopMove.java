// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.websocket.LoopScheduler;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
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
    EventLoop old = channel.eventLoop();
    channel.config().setAutoRead(false);
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written ->
                channel
                    .deregister()
                    .addListener(
                        left -> leave(old, () -> arrive(channel, target, moved, failed), failed)));
  }

  /**
   * Lets the old loop come to the end of what it does. Netty's io_uring looks at the channel's read
   * buffer once more after it has said that the channel is deregistered; if the new loop reads
   * already, an assertion fails, and with it ends the old loop.
   */
  private static void leave(EventLoop old, Runnable arrive, Consumer<Throwable> failed) {
    try {
      old.execute(arrive);
    } catch (RejectedExecutionException e) {
      failed.accept(e);
    }
  }

  private static void arrive(
      Channel channel, LoopScheduler target, Runnable moved, Consumer<Throwable> failed) {
    ChannelFuture arriving = target.loop().register(channel);
    if (arriving.cause() != null) {
      // A loop that has ended calls no listeners either.
      failed.accept(arriving.cause());
      return;
    }
    arriving.addListener(
        arrived -> {
          if (arrived.isSuccess()) {
            moved.run();
          } else {
            failed.accept(arrived.cause());
          }
        });
  }
}
