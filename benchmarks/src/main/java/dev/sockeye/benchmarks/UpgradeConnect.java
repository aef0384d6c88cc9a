// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Connects over long-polling and upgrades to WebSocket as the official client does: probe with a
 * poll pending, wait until the poll has been answered, upgrade. Usable when an event has been
 * answered over the WebSocket.
 */
final class UpgradeConnect implements PollingHandshake.Listener, WebSocketLink.Listener {
  private static final byte[] PROBE = Frames.masked("2probe");
  private static final byte[] UPGRADE = Frames.masked("5");
  private static final String ARGUMENT = Note.json(Exchange.noteId(0));
  private static final byte[] EVENT = Frames.masked(Wire.event(Wire.FIRST_ACK, "echo", ARGUMENT));
  private static final byte[] CLOSE = Frames.masked(Frames.CLOSE, new byte[] {3, (byte) 0xe8});
  private static final Expected ANSWER = new Expected(Wire.ack(Wire.FIRST_ACK, ARGUMENT));
  private static final Expected PROBED = new Expected("3probe");
  private static final Expected NOOP = new Expected("6");

  private final Churn churn;
  private final PollingHandshake handshake;
  private final HttpLink polls;
  private final long begunAt = System.nanoTime();

  /** The WebSocket once its probe has been answered; null before. */
  private @Nullable WebSocketLink probed;

  private boolean paused;
  private long took = -1;

  private UpgradeConnect(Churn churn) {
    this.churn = churn;
    this.handshake = new PollingHandshake(churn.load(), this);
    this.polls = new HttpLink(handshake, churn.load().meter());
  }

  static void start(Churn churn) {
    churn.load().connectShortly(new UpgradeConnect(churn).polls);
  }

  @Override
  public void joined(String sid) {
    handshake.poll(polls);
    Load load = churn.load();
    var link =
        new WebSocketLink(Wire.webSocketRequest(load.port(), sid), false, this, load.meter());
    load.connectShortly(link);
  }

  @Override
  public void ready(WebSocketLink link) {
    link.send(PROBE);
  }

  @Override
  public void message(WebSocketLink link, int opcode, ByteBuf bytes, int offset, int length) {
    if (probed == null && PROBED.matches(bytes, offset, length)) {
      probed = link;
      upgrade();
    } else if (ANSWER.matches(bytes, offset, length)) {
      took = link.readAt() - begunAt;
      link.send(CLOSE);
      polls.close();
    } else {
      fail(bytes, offset, length);
    }
  }

  @Override
  public void polled(HttpLink link, ByteBuf bytes, int offset, int length) {
    if (paused || !NOOP.matches(bytes, offset, length)) {
      fail(bytes, offset, length);
    }
    paused = true;
    upgrade();
  }

  private void upgrade() {
    if (probed != null && paused) {
      probed.send(UPGRADE);
      probed.send(EVENT);
      probed.flush();
    }
  }

  private void fail(ByteBuf bytes, int offset, int length) {
    churn
        .load()
        .meter()
        .fail("while upgrading came «" + FrameReader.text(bytes, offset, length) + "»");
  }

  @Override
  public void closed(WebSocketLink link) {
    polls.close();
    churn.ended(took);
  }

  @Override
  public void closed() {
    if (probed == null) {
      churn
          .load()
          .meter()
          .fail("the server closed a TCP connection after a response: no keep-alive");
    }
  }
}
