// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;

/**
 * Connects over kept-alive long-polling until the namespace is joined, then posts a close packet.
 */
final class PollingConnect implements PollingHandshake.Listener, HttpLink.Listener {
  private final Churn churn;
  private final PollingHandshake handshake;
  private final HttpLink link;
  private final long begunAt = System.nanoTime();
  private long took = -1;

  private PollingConnect(Churn churn) {
    this.churn = churn;
    this.handshake = new PollingHandshake(churn.load(), this);
    this.link = new HttpLink(this, churn.load().meter());
  }

  static void start(Churn churn) {
    churn.load().connectShortly(new PollingConnect(churn).link);
  }

  @Override
  public void connected(HttpLink connected) {
    handshake.connected(connected);
  }

  @Override
  public void joined(String sid) {
    took = link.readAt() - begunAt;
    link.send(Wire.postRequest(churn.load().port(), sid, "1"));
  }

  @Override
  public void response(HttpLink from, int status, ByteBuf bytes, int offset, int length) {
    if (took < 0) {
      handshake.response(from, status, bytes, offset, length);
    } else if (PollingHandshake.isOk(status, bytes, offset, length)) {
      from.close();
    } else {
      churn
          .load()
          .meter()
          .fail(
              "a close packet was answered with "
                  + status
                  + " "
                  + FrameReader.text(bytes, offset, length));
    }
  }

  @Override
  public void polled(HttpLink from, ByteBuf bytes, int offset, int length) {}

  @Override
  public void closed(HttpLink from) {
    closed();
  }

  @Override
  public void closed() {
    churn.ended(took);
  }
}
