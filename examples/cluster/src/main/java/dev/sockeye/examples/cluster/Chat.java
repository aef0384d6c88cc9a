// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.cluster;

import dev.sockeye.examples.cluster.Events.Login;
import dev.sockeye.examples.cluster.Events.NodeInfo;
import dev.sockeye.examples.cluster.Events.Said;
import dev.sockeye.examples.cluster.Events.Say;
import dev.sockeye.examples.cluster.Events.Wave;
import dev.sockeye.examples.cluster.Events.WavedBack;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.DataKey;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** What people do: enter rooms, talk, and wave at each other, wherever the others are. */
final class Chat {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Pattern NAMES = Pattern.compile("\\S(.{0,22}\\S)?");
  private static final Pattern ROOMS = Pattern.compile("[a-z]{1,12}");

  // What fetchSockets tells on all nodes.
  private static final DataKey<String> NAME = DataKey.of("name", String.class);
  private static final DataKey<String> ROOM = DataKey.of("room", String.class);
  private static final DataKey<String> NODE = DataKey.of("node", String.class);

  private final SocketIoServer io;
  private final NodeInfo me;
  private final Presence presence;

  Chat(SocketIoServer io, NodeInfo me, Presence presence) {
    this.io = io;
    this.me = me;
    this.presence = presence;
  }

  void open() {
    io.use(this::admit);
    io.onConnection(this::welcome);
  }

  private void admit(Socket socket) {
    Login login =
        socket
            .handshake()
            .auth(Login.class)
            .orElseThrow(() -> new ConnectionRefusedException("Who are you?"));
    if (!NAMES.matcher(login.name()).matches()) {
      throw new ConnectionRefusedException("A name has 1 to 24 characters.");
    }
    if (!ROOMS.matcher(login.room()).matches()) {
      throw new ConnectionRefusedException("A room is named in 1 to 12 small letters.");
    }
    socket.data().put(NAME, login.name());
    socket.data().put(ROOM, login.room());
    socket.data().put(NODE, me.name());
  }

  private void welcome(Socket socket) {
    socket.onRequest("enter", String.class, room -> enter(socket, room));
    socket.onRequest("say", Say.class, say -> say(socket, say));
    socket.onRequest("wave", String.class, id -> wave(socket, id));
    socket.onDisconnect((reason, details) -> presence.changed());
    socket.emit("welcome", me);
    socket.join(channel(socket.data().require(ROOM)));
    presence.changed();
  }

  /** The prefix keeps it apart from the rooms that bear the sockets' ids. */
  private static String channel(String room) {
    return "room:" + room;
  }

  /** Where they are then. */
  private String enter(Socket socket, String room) {
    String left = socket.data().require(ROOM);
    if (!ROOMS.matcher(room).matches()) {
      return left;
    }
    socket.leave(channel(left));
    socket.join(channel(room));
    socket.data().put(ROOM, room);
    presence.changed();
    return room;
  }

  private Said say(Socket socket, Say say) {
    String room = socket.data().require(ROOM);
    Said said = new Said(say.id(), socket.data().require(NAME), me.name(), room, say.text());
    io.to(channel(room)).emit("said", said);
    return said;
  }

  private CompletionStage<WavedBack> wave(Socket socket, String id) {
    return io.to(id)
        .timeout(PATIENCE)
        .emitWithAck("wave", WavedBack.class, new Wave(socket.data().require(NAME), me.name()))
        .thenApply(answers -> answers.isEmpty() ? new WavedBack("") : answers.get(0));
  }
}
