// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Closed loop: the clients take turns to ask their node for the sockets of all nodes, one call at a
 * time. Each socket must come once.
 */
final class FetchWorkload implements Workload {
  private static final byte[] REQUEST = Frames.masked("42" + Wire.FIRST_ACK + "[\"fetch\"]");

  private final Meter meter;
  private final Expected answer;
  private final Duration patience;
  private final Links links;
  private final List<WebSocketLink> clients = new ArrayList<>();

  /** Whether the sockets of an earlier run are gone. */
  private boolean isSettled;

  private boolean running;
  private boolean underWay;
  private long openSince;
  private long sentAt;
  private int turn;

  /**
   * @param patience how long sockets of an earlier run may stay
   */
  FetchWorkload(Load load, int sockets, Duration patience) {
    this.meter = load.meter();
    this.answer = new Expected(Wire.ack(Wire.FIRST_ACK, sockets + "," + sockets));
    this.patience = patience;
    this.links = new Links(load, sockets, Client::new);
  }

  @Override
  public void open() {
    links.open();
  }

  @Override
  public boolean isOpen() {
    return isSettled;
  }

  @Override
  public void begin() {
    running = true;
    ask(System.nanoTime());
  }

  /** Lets the next client ask. */
  private void ask(long now) {
    underWay = true;
    sentAt = now;
    WebSocketLink client = clients.get(turn++ % clients.size());
    client.send(REQUEST);
    client.flush();
  }

  private void answered(boolean isRight, String mistake, long now) {
    underWay = false;
    if (isSettled) {
      meter.record(now - sentAt);
    }
    if (isRight) {
      isSettled = true;
    } else if (isSettled || now - openSince > patience.toNanos()) {
      meter.fail(mistake);
      return;
    }
    if (running || !isSettled) {
      ask(now);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public String missing() {
    return underWay ? "an answer" : "";
  }

  @Override
  public void close() {
    links.close();
  }

  private final class Client implements WebSocketLink.Listener {
    @Override
    public void ready(WebSocketLink link) {
      clients.add(link);
      links.ready();
      if (links.areOpen()) {
        openSince = System.nanoTime();
        ask(openSince);
      }
    }

    @Override
    public void message(WebSocketLink from, int opcode, ByteBuf bytes, int offset, int length) {
      answered(
          answer.matches(bytes, offset, length),
          answer.mismatch(bytes, offset, length),
          from.readAt());
    }

    @Override
    public void closed(WebSocketLink link) {
      links.closed();
    }
  }
}
