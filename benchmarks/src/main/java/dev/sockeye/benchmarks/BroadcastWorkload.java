// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import java.util.function.IntFunction;

/**
 * Closed loop: one client asks for broadcasts, a number of them under way at a time; the next is
 * asked for when everybody has one. Counts deliveries. A few more clients may be too slow to keep
 * up.
 */
final class BroadcastWorkload implements Workload {
  private static final String NEWS = "news";

  private final Load load;
  private final int receivers;
  private final SlowClients slow;
  private final byte[][] requests;
  private final Expected[] news;
  private final Links links;

  /** When the broadcast of each slot was asked for. */
  private final long[] sentAt;

  /** How many have still to get the broadcast of each slot. */
  private final int[] missing;

  private int underWay;
  private boolean running;

  /**
   * @param window how many broadcasts are under way at a time
   * @param slow how many clients there are beside the receivers that don't keep up
   * @param argument what the broadcast of a slot carries
   */
  BroadcastWorkload(Load load, int receivers, int window, int slow, IntFunction<String> argument) {
    boolean deflated = load.target().setting() == Setting.DEFLATE;
    this.load = load;
    this.receivers = receivers;
    this.slow = new SlowClients(load, slow);
    this.requests = new byte[window][];
    this.news = new Expected[window];
    this.sentAt = new long[window];
    this.missing = new int[window];
    for (int slot = 0; slot < window; slot++) {
      String text = Wire.event(NEWS, argument.apply(slot));
      requests[slot] = Frames.masked(text);
      news[slot] = deflated ? new ExpectedDeflated(text) : new Expected(text);
    }
    this.links = new Links(load, receivers, Receiver::new);
  }

  @Override
  public void open() {
    links.open();
    slow.open();
  }

  @Override
  public boolean isOpen() {
    return links.areOpen() && slow.areOpen();
  }

  @Override
  public void begin() {
    running = true;
    long now = System.nanoTime();
    for (int slot = 0; slot < requests.length; slot++) {
      send(slot, now);
    }
    links.first().flush();
  }

  private void send(int slot, long now) {
    sentAt[slot] = now;
    missing[slot] = receivers;
    underWay++;
    links.first().send(requests[slot]);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public String missing() {
    return underWay == 0 ? "" : "deliveries of " + underWay + " broadcasts";
  }

  @Override
  public void close() {
    links.close();
    slow.close();
  }

  private final class Receiver implements WebSocketLink.Listener {
    /** The slot whose broadcast comes next: broadcasts arrive in order. */
    private int next;

    @Override
    public void ready(WebSocketLink link) {
      links.ready();
    }

    @Override
    public void message(WebSocketLink from, int opcode, ByteBuf bytes, int offset, int length) {
      int slot = next;
      if (!news[slot].matches(bytes, offset, length)) {
        load.meter().fail(news[slot].mismatch(bytes, offset, length));
        return;
      }
      next = slot + 1 == news.length ? 0 : slot + 1;
      load.meter().record(from.readAt() - sentAt[slot]);
      if (--missing[slot] == 0) {
        underWay--;
        if (running) {
          send(slot, from.readAt());
        }
      } else if (missing[slot] < 0) {
        load.meter().fail("a broadcast was delivered twice");
      }
    }

    @Override
    public void readComplete(WebSocketLink link) {
      links.first().flush();
    }

    @Override
    public void closed(WebSocketLink link) {
      links.closed();
    }
  }
}
