// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.chat;

import dev.sockeye.examples.chat.Events.Login;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The chat: who is let in, and the rooms there are. */
final class Chat {
  private static final int MAX_ROOMS = 24;
  private static final Pattern NAME = Pattern.compile("\\S(.{0,22}\\S)?");
  private static final Pattern ROOM = Pattern.compile("[\\p{L}\\p{N}-]{1,24}");

  private final SocketIoServer io;

  /** By name, in the order in which they were made; guarded by this. */
  private final Map<String, Room> rooms = new LinkedHashMap<>();

  Chat(SocketIoServer io) {
    this.io = io;
    List.of("lobby", "java", "fishing").forEach(this::room);
  }

  void open() {
    io.use(this::admit);
    io.onConnection(this::welcome);
  }

  /** A middleware: what it throws, the page shows. */
  private void admit(Socket socket) {
    Login login = login(socket);
    if (!NAME.matcher(login.name()).matches()) {
      throw new ConnectionRefusedException("A name has 1 to 24 characters.");
    }
    if (io.localSockets().stream().map(Chat::login).anyMatch(login::takesTheNameOf)) {
      throw new ConnectionRefusedException("Somebody here is called " + login.name() + " already.");
    }
  }

  private void welcome(Socket socket) {
    socket.emit("rooms", rooms());
    new Guest(this, socket, login(socket).name()).listen();
  }

  /** Who somebody is, as they said when they came. */
  static Login login(Socket socket) {
    return (Login) socket.data().computeIfAbsent("login", key -> auth(socket));
  }

  private static Login auth(Socket socket) {
    return socket
        .handshake()
        .auth(Login.class)
        .orElseThrow(() -> new ConnectionRefusedException("Who are you?"));
  }

  /** The room of this name, made if need be; empty if there may be no such room. */
  synchronized Optional<Room> room(String name) {
    boolean mayBeMade = rooms.size() < MAX_ROOMS && ROOM.matcher(name).matches();
    if (mayBeMade) {
      rooms.computeIfAbsent(name, key -> new Room(io, key));
    }
    return Optional.ofNullable(rooms.get(name));
  }

  private synchronized List<Events.RoomState> rooms() {
    return rooms.values().stream().map(Room::state).toList();
  }
}
