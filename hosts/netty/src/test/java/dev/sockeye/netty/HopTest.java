// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import dev.sockeye.testkit.ManualScheduler;
import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HopTest {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final DefaultEventLoop loop = new DefaultEventLoop();
  private final ManualScheduler scheduler = new ManualScheduler();
  private final Hop hop = new Hop(loop, scheduler, new Listener());

  @AfterEach
  void stop() {
    loop.shutdownGracefully();
  }

  private void record(String event) {
    events.add(loop.inEventLoop() ? event + " on the loop" : event);
  }

  private void runLoop() {
    loop.submit(() -> {}).awaitUninterruptibly();
  }

  private final class Listener implements WebSocketListener {
    @Override
    public void onOpen(WebSocketConnection connection) {
      record("open");
    }

    @Override
    public void onText(byte[] utf8) {
      record("text");
    }

    @Override
    public void onBinary(byte[] bytes) {
      record("binary");
    }

    @Override
    public void onWritable() {
      record("writable");
    }

    @Override
    public void onClose(int code, @Nullable Throwable error) {
      record("close " + code);
    }
  }

  private final class Connection implements WebSocketConnection {
    @Override
    public void send(Frame frame) {
      record("send " + frame);
    }

    @Override
    public void flush() {
      record("flush");
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void setReadable(boolean readable) {
      record("readable " + readable);
    }

    @Override
    public void close(int code) {
      record("close " + code);
    }

    @Override
    public void abort() {
      record("abort");
    }
  }

  @Test
  void eventsWaitForTheSchedulerAndComeInTheirOrder() {
    hop.onOpen(new Connection());
    hop.onText(new byte[0]);
    hop.onBinary(new byte[0]);
    hop.onWritable();
    hop.onClose(1000, null);
    assertThat(events).isEmpty();
    scheduler.runPending();
    assertThat(events).containsExactly("open", "text", "binary", "writable", "close 1000");
  }

  @Test
  void actsHappenOnTheLoopInTheirOrder() {
    hop.onOpen(new Connection());
    hop.send(new Frame('4', RawData.text("a"), false, false));
    hop.flush();
    hop.setReadable(false);
    hop.close(1001);
    hop.abort();
    runLoop();
    assertThat(events)
        .containsExactly(
            "send 4a on the loop",
            "flush on the loop",
            "readable false on the loop",
            "close 1001 on the loop",
            "abort on the loop");
  }

  @Test
  void beforeTheOpeningNothingIsWritable() {
    assertThat(hop.isWritable()).isFalse();
    hop.onOpen(new Connection());
    assertThat(hop.isWritable()).isTrue();
  }

  @Test
  void actsAfterTheHostHasStoppedAreIgnored() {
    hop.onOpen(new Connection());
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
    hop.flush();
    assertThat(events).isEmpty();
  }

  @Test
  void aConnectionWhoseSchedulerHasStoppedIsAborted() {
    Hop orphan = new Hop(loop, new Stopped(), new Listener());
    orphan.onOpen(new Connection());
    runLoop();
    assertThat(events).containsExactly("abort on the loop");
  }

  /** The scheduler of a host that has stopped. */
  private static final class Stopped implements Scheduler {
    @Override
    public boolean inThread() {
      return false;
    }

    @Override
    public void execute(Runnable task) {
      throw new RejectedExecutionException("stopped");
    }

    @Override
    public Cancellable schedule(Runnable task, long delayNanos) {
      throw new RejectedExecutionException("stopped");
    }

    @Override
    public long nanoTime() {
      return 0;
    }
  }
}
