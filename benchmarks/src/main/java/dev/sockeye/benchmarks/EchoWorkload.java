// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closed loop: a client keeps a number of events in flight and sends the next when one has been
 * answered. Where only some of the clients may have events in flight at a time, they take turns.
 */
final class EchoWorkload implements Workload {
  private final Exchange exchange;
  private final int atOnce;
  private final Meter meter;
  private final Links links;

  /** Those that are connected and have nothing in flight, in the order of their turns. */
  private final Deque<Turn> waiting = new ArrayDeque<>();

  private boolean running;
  private int inFlight;

  EchoWorkload(Load load, int clients, Exchange exchange) {
    this(load, clients, clients, exchange);
  }

  /**
   * @param atOnce how many of the clients may have events in flight at a time
   */
  EchoWorkload(Load load, int clients, int atOnce, Exchange exchange) {
    this.exchange = exchange;
    this.atOnce = atOnce;
    this.meter = load.meter();
    this.links = new Links(load, clients, Client::new);
  }

  @Override
  public void open() {
    links.open();
  }

  @Override
  public boolean isOpen() {
    return links.areOpen();
  }

  @Override
  public void begin() {
    running = true;
    for (int i = 0; i < atOnce; i++) {
      Turn turn = waiting.remove();
      turn.client().begin(turn.link());
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public String missing() {
    return inFlight == 0 ? "" : inFlight + " answers";
  }

  @Override
  public void close() {
    links.close();
  }

  private record Turn(WebSocketLink link, Client client) {}

  private final class Client implements WebSocketLink.Listener {
    private static final int NONE = -1;

    /** When the request of each slot was sent; 0 if none is in flight. */
    private final long[] sentAt = new long[exchange.requests().length];

    /** The slot whose attachment comes next. */
    private int awaitsAttachment = NONE;

    @Override
    public void ready(WebSocketLink link) {
      waiting.add(new Turn(link, this));
      links.ready();
    }

    void begin(WebSocketLink link) {
      long now = System.nanoTime();
      for (int slot = 0; slot < sentAt.length; slot++) {
        send(link, slot, now);
      }
      link.flush();
    }

    private void send(WebSocketLink to, int slot, long now) {
      sentAt[slot] = now;
      inFlight++;
      to.send(exchange.requests()[slot]);
    }

    @Override
    public void message(WebSocketLink from, int opcode, ByteBuf bytes, int offset, int length) {
      if (opcode == Frames.BINARY) {
        attachment(from, bytes, offset, length);
        return;
      }
      int slot = slot(bytes, offset, length);
      if (slot < 0
          || slot >= sentAt.length
          || !exchange.answers()[slot].matches(bytes, offset, length)) {
        meter.fail(exchange.answers()[0].mismatch(bytes, offset, length));
      } else if (exchange.attachment() == null) {
        answered(from, slot);
      } else {
        awaitsAttachment = slot;
      }
    }

    private void attachment(WebSocketLink from, ByteBuf bytes, int offset, int length) {
      Expected expected = exchange.attachment();
      if (awaitsAttachment == NONE || expected == null) {
        meter.fail("an attachment came that nobody announced");
      } else if (!expected.matches(bytes, offset, length)) {
        meter.fail("the attachment has other bytes than were sent");
      } else {
        int slot = awaitsAttachment;
        awaitsAttachment = NONE;
        answered(from, slot);
      }
    }

    private int slot(ByteBuf bytes, int offset, int length) {
      int digits = offset + exchange.ackOffset();
      if (length < exchange.ackOffset() + 2) {
        return NONE;
      }
      return (bytes.getByte(digits) - '0') * 10 + bytes.getByte(digits + 1) - '0' - Wire.FIRST_ACK;
    }

    private void answered(WebSocketLink from, int slot) {
      if (sentAt[slot] == 0) {
        meter.fail("an event was answered twice");
        return;
      }
      long now = from.readAt();
      meter.record(now - sentAt[slot]);
      sentAt[slot] = 0;
      inFlight--;
      if (running) {
        next(from, slot, now);
      }
    }

    private void next(WebSocketLink from, int slot, long now) {
      Turn next = waiting.poll();
      if (next == null) {
        send(from, slot, now);
        return;
      }
      waiting.add(new Turn(from, this));
      next.client().send(next.link(), slot, now);
      next.link().flush();
    }

    @Override
    public void closed(WebSocketLink closed) {
      links.closed();
    }
  }
}
