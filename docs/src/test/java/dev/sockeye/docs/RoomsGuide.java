// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.socketio.adapter.MemoryAdapter;
import dev.sockeye.socketio.adapter.RoomListener;
import dev.sockeye.socketio.server.RemoteSocket;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The snippets of docs/rooms.md. */
final class RoomsGuide {
  private RoomsGuide() {}

  static void join(SocketIoServer io) {
    // tag::join[]
    io.onConnection(
        socket -> {
          socket.on("join", String.class, room -> socket.join(room));
          socket.on("leave", String.class, room -> socket.leave(room));
          socket.on(
              "say",
              String.class,
              String.class,
              (room, text) -> socket.to(room).emit("said", text));
        });
    // end::join[]
  }

  static void selecting(SocketIoServer io, String id) {
    // tag::select[]
    io.to("tea", "coffee").emit("open"); // in one of the two, each once
    io.to("tea").except("guests").emit("offer"); // in the first, not in the second
    io.to(id).emit("only you"); // each socket is in a room of its own id
    io.except(id).emit("not you");
    // end::select[]
  }

  static void users(SocketIoServer io) {
    // tag::users[]
    io.use(socket -> socket.join("user:" + socket.handshake().auth().get("user")));
    io.onConnection(
        socket ->
            socket.on(
                "whisper",
                String.class,
                String.class,
                (user, text) -> io.to("user:" + user).emit("whispered", text)));
    // end::users[]
  }

  static CompletableFuture<List<String>> members(SocketIoServer io) {
    // tag::members[]
    List<Socket> here = io.in("tea").localSockets(); // of this node, the sockets themselves
    CompletableFuture<List<RemoteSocket>> everywhere = io.in("tea").fetchSockets(); // copies
    // end::members[]
    return everywhere.thenApply(
        sockets -> {
          sockets.get(0).emit("found", here.size());
          return sockets.stream().map(RemoteSocket::id).toList();
        });
  }

  static void moving(SocketIoServer io) {
    // tag::move[]
    io.in("tea").socketsJoin("hot drinks");
    io.in("hot drinks").socketsLeave("guests");
    io.in("guests").disconnectSockets();
    // end::move[]
  }

  static void listening(SocketIoServer io, List<String> heard) {
    // tag::listener[]
    if (io.of("/").adapter() instanceof MemoryAdapter adapter) {
      adapter
          .rooms()
          .addListener(
              new RoomListener() {
                @Override
                public void onJoinRoom(String room, String socketId) {
                  heard.add(room + " has " + socketId);
                }

                @Override
                public void onDeleteRoom(String room) {
                  heard.add(room + " is empty");
                }
              });
    }
    // end::listener[]
  }
}
