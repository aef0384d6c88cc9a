// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import java.time.Instant;

/** What the server knows of a browser in which somebody has logged in. For any thread. */
final class UserSession {
  private final String id = Secrets.next();
  private final String formToken = Secrets.next();
  private final String user;
  private final Instant latestEnd;

  /** When it ends unless it is extended; written by {@link Sessions} only. */
  private volatile Instant end;

  /** Whether it was ended; never false again. */
  private volatile boolean over;

  /** What the user has noted, the same in all tabs; the last one to write wins. */
  private volatile String note = "";

  UserSession(String user, Instant end, Instant latestEnd) {
    this.user = user;
    this.end = end;
    this.latestEnd = latestEnd;
  }

  /** The cookie's value, and the room of the session's tabs. A secret: no page gets to see it. */
  String id() {
    return id;
  }

  /** What a form of the session's pages has to bring, so that no other site can send one. */
  String formToken() {
    return formToken;
  }

  String user() {
    return user;
  }

  Instant end() {
    return end;
  }

  /** Extends it, but not beyond the latest end that a session may have. */
  void extendTo(Instant later) {
    end = later.isAfter(latestEnd) ? latestEnd : later;
  }

  boolean isOver() {
    return over;
  }

  void setOver() {
    over = true;
  }

  String note() {
    return note;
  }

  void note(String text) {
    note = text;
  }
}
