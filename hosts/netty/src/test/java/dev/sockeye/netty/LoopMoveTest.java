// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.websocket.LoopScheduler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopMoveTest {
  private final EventLoop old = loop();
  private final EventLoop other = loop();
  private final Channel channel = new LocalChannel();
  private final CompletableFuture<EventLoop> loopAfterLeaving = new CompletableFuture<>();
  private final CompletableFuture<Boolean> arrivedOnOther = new CompletableFuture<>();

  private static EventLoop loop() {
    return new SingleThreadIoEventLoop(
        null, new DefaultThreadFactory(LoopMoveTest.class), LocalIoHandler.newFactory());
  }

  @AfterEach
  void stop() {
    channel.close();
    old.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    other.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  /** Says that it has let go of the channel and looks at it once more, as Netty's io_uring does. */
  private final class LooksBack extends ChannelOutboundHandlerAdapter {
    @Override
    public void deregister(ChannelHandlerContext context, ChannelPromise promise) {
      context
          .deregister()
          .addListener(
              left -> {
                promise.setSuccess();
                loopAfterLeaving.complete(channel.eventLoop());
              });
    }
  }

  private void move() {
    old.register(channel).syncUninterruptibly();
    old.execute(
        () ->
            LoopMove.move(
                channel,
                new LoopScheduler(other),
                () -> arrivedOnOther.complete(other.inEventLoop()),
                arrivedOnOther::completeExceptionally));
  }

  @Test
  void aChannelArrivesOnTheOtherLoop() {
    move();
    assertThat(arrivedOnOther.join()).isTrue();
  }

  @Test
  void theOtherLoopDoesNotGetAChannelThatTheOldOneStillHasInHand() {
    channel.pipeline().addLast(new LooksBack());
    move();
    assertThat(loopAfterLeaving.join()).isSameAs(old);
  }

  @Test
  void aMoveToALoopThatHasEndedFails() {
    other.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
    move();
    assertThatThrownBy(arrivedOnOther::join).hasCauseInstanceOf(RejectedExecutionException.class);
  }
}
