// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Opens an Engine.IO session over long-polling and joins the main namespace: a poll, a post and a
 * poll on one kept-alive connection. Later responses go to the listener.
 */
final class PollingHandshake implements HttpLink.Listener {
  interface Listener {
    /** The namespace is joined. */
    void joined(String sid);

    /** A poll's answer, after the namespace was joined. */
    void polled(HttpLink link, ByteBuf bytes, int offset, int length);

    /** The server closed the connection, or this side did. */
    void closed();
  }

  private enum State {
    OPENING,
    CONNECTING,
    JOINING,
    JOINED
  }

  private static final String OPEN = "0{\"sid\":\"";

  private final Load load;
  private final Listener listener;
  private State state = State.OPENING;
  private String sid = "";
  private byte @Nullable [] poll;

  PollingHandshake(Load load, Listener listener) {
    this.load = load;
    this.listener = listener;
  }

  void poll(HttpLink link) {
    if (poll != null) {
      link.send(poll);
    }
  }

  @Override
  public void connected(HttpLink link) {
    link.send(Wire.pollRequest(load.port(), ""));
  }

  @Override
  public void response(HttpLink link, int status, ByteBuf bytes, int offset, int length) {
    if (status == 200 && state == State.JOINED) {
      listener.polled(link, bytes, offset, length);
      return;
    }
    String text = FrameReader.text(bytes, offset, length);
    if (status != 200 || !proceed(link, text)) {
      load.meter().fail("long-polling, while " + state + ": " + status + " «" + text + "»");
      link.close();
    }
  }

  private boolean proceed(HttpLink link, String text) {
    if (state == State.OPENING && text.startsWith(OPEN)) {
      sid = text.substring(OPEN.length(), text.indexOf('"', OPEN.length()));
      poll = Wire.pollRequest(load.port(), sid);
      state = State.CONNECTING;
      link.send(Wire.postRequest(load.port(), sid, "40"));
      return true;
    }
    if (state == State.CONNECTING && text.equalsIgnoreCase("ok")) {
      state = State.JOINING;
      poll(link);
      return true;
    }
    if (state == State.JOINING && text.startsWith("40{")) {
      state = State.JOINED;
      listener.joined(sid);
      return true;
    }
    return false;
  }

  @Override
  public void closed(HttpLink link) {
    listener.closed();
  }

  static boolean isOk(int status, ByteBuf bytes, int offset, int length) {
    return status == 200
        && length == 2
        && bytes.getByte(offset) == 'o'
        && bytes.getByte(offset + 1) == 'k';
  }
}
