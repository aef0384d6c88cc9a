// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;

/** Connects over WebSocket until the namespace is joined, then closes with a close frame. */
final class WebSocketConnect implements WebSocketLink.Listener {
  private static final byte[] CLOSE = Frames.masked(Frames.CLOSE, new byte[] {3, (byte) 0xe8});

  private final Churn churn;
  private final long begunAt = System.nanoTime();
  private long took = -1;

  private WebSocketConnect(Churn churn) {
    this.churn = churn;
  }

  static void start(Churn churn) {
    Load load = churn.load();
    byte[] request = Wire.webSocketRequest(load.port(), "");
    load.connectShortly(
        new WebSocketLink(request, true, new WebSocketConnect(churn), load.meter()));
  }

  @Override
  public void ready(WebSocketLink link) {
    took = link.readAt() - begunAt;
    link.send(CLOSE);
  }

  @Override
  public void message(WebSocketLink link, int opcode, ByteBuf bytes, int offset, int length) {
    churn
        .load()
        .meter()
        .fail("nothing was asked, but came «" + FrameReader.text(bytes, offset, length) + "»");
  }

  @Override
  public void closed(WebSocketLink link) {
    churn.ended(took);
  }
}
