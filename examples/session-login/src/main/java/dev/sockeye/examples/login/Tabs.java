// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.List;

/**
 * The tabs that are open: each is a socket, and those of one session share a room, whose name is
 * the session's id.
 */
final class Tabs {
  private static final int MAX_NOTE = 2000;

  private final SocketIoServer io;
  private final Sessions sessions;

  /**
   * What a tab is told when it comes.
   *
   * @param user who has logged in
   * @param note what is noted so far
   * @param secondsLeft how long the session lives unless it is used
   */
  record Welcome(String user, String note, long secondsLeft) {}

  /**
   * One of the session's tabs.
   *
   * @param id its socket's id
   * @param since when it came, in milliseconds since 1970
   */
  record Tab(String id, long since) {}

  Tabs(SocketIoServer io, Sessions sessions) {
    this.io = io;
    this.sessions = sessions;
  }

  void open() {
    sessions.onEnd(session -> io.in(session.id()).disconnectSockets());
    io.onConnection(this::welcome);
  }

  private void welcome(Socket socket) {
    UserSession session = Door.session(socket);
    socket.join(session.id());
    if (!sessions.isAlive(session)) {
      socket.disconnect(); // it ended while the socket was on its way into the room
      return;
    }
    long left = sessions.left(session).toSeconds();
    socket.emit("welcome", new Welcome(session.user(), session.note(), left));
    socket.on("note", String.class, text -> note(socket, session, text));
    socket.onDisconnect((reason, details) -> announce(session));
    announce(session);
  }

  private static void note(Socket socket, UserSession session, String text) {
    session.note(text.length() > MAX_NOTE ? text.substring(0, MAX_NOTE) : text);
    socket.to(session.id()).emit("note", session.note());
  }

  private void announce(UserSession session) {
    List<Tab> tabs =
        io.in(session.id()).localSockets().stream()
            .map(tab -> new Tab(tab.id(), tab.handshake().time().toEpochMilli()))
            .sorted((one, other) -> Long.compare(one.since(), other.since()))
            .toList();
    io.in(session.id()).emit("tabs", tabs);
    io.emit("people", people());
  }

  private List<String> people() {
    return io.localSockets().stream()
        .map(socket -> Door.session(socket).user())
        .distinct()
        .sorted()
        .toList();
  }
}
