// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.time.Duration.ofSeconds;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.server.RemoteSocket;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The Java of docs/coming-from-nodejs.md: each entry is the translation of that of cheat-sheet.mjs,
 * and {@link CheatSheetTest} compares what they do.
 */
final class CheatSheet {
  private final SocketIoServer io;
  private final Socket socket;
  private final String socketId;
  private final Consumer<String> log;

  CheatSheet(SocketIoServer io, Socket socket, String socketId, Consumer<String> log) {
    this.io = io;
    this.socket = socket;
    this.socketId = socketId;
    this.log = log;
  }

  private void log(String line) {
    log.accept(line);
  }

  void basic() {
    // tag::basic[]
    socket.emit("hello", 1, "2", Map.of("3", "4"), new byte[] {5});
    // end::basic[]
  }

  void send() {
    // tag::send[]
    socket.send("hi"); // the event "message"
    // end::send[]
  }

  void ack() {
    // tag::ack[]
    socket
        .emitWithAck("hello", "world")
        .thenAccept(
            answer -> {
              log(answer.string(0) + " is " + answer.integer(1));
            });
    // end::ack[]
  }

  void ackPromise() {
    // tag::ackPromise[]
    String name = socket.emitWithAck("hello", String.class, "world").join();
    log(name);
    // end::ackPromise[]
  }

  void ackTimeout() {
    // tag::ackTimeout[]
    socket
        .timeout(ofSeconds(5))
        .emitWithAck("hello", String.class)
        .whenComplete(
            (name, err) -> {
              log(err != null ? "no answer in time" : name);
            });
    // end::ackTimeout[]
  }

  void ackTimeoutPromise() {
    // tag::ackTimeoutPromise[]
    try {
      String name = socket.timeout(ofSeconds(5)).emitWithAck("hello", String.class).join();
      log(name);
    } catch (CompletionException e) {
      log("no answer in time");
    }
    // end::ackTimeoutPromise[]
  }

  void others() {
    // tag::others[]
    socket.broadcast().emit("hello");
    // end::others[]
  }

  void othersInRoom() {
    // tag::othersInRoom[]
    socket.to("room1").emit("hello");
    // end::othersInRoom[]
  }

  void othersInRooms() {
    // tag::othersInRooms[]
    socket.to("room1", "room2").emit("hello");
    // end::othersInRooms[]
  }

  void everybody() {
    // tag::everybody[]
    io.emit("hello");
    // end::everybody[]
  }

  void room() {
    // tag::room[]
    io.in("room1").emit("hello");
    // end::room[]
  }

  void roomExcept() {
    // tag::roomExcept[]
    io.to("room1").except("room3").emit("hello");
    // end::roomExcept[]
  }

  void namespace() {
    // tag::namespace[]
    io.of("/myNamespace").emit("hello");
    // end::namespace[]
  }

  void namespaceRoom() {
    // tag::namespaceRoom[]
    io.of("/myNamespace").to("room1").emit("hello");
    // end::namespaceRoom[]
  }

  void privately() {
    // tag::privately[]
    io.to(socketId).emit("hello");
    // end::privately[]
  }

  void thisNode() {
    // tag::thisNode[]
    io.local().emit("hello");
    // end::thisNode[]
  }

  void answers() {
    // tag::answers[]
    io.timeout(ofSeconds(5))
        .emitWithAck("hello", String.class)
        .whenComplete(
            (names, err) -> {
              log(err != null ? "some" : "all of " + String.join(",", new TreeSet<>(names)));
            });
    // end::answers[]
  }

  void answersPromise() {
    // tag::answersPromise[]
    try {
      List<Args> answers = io.in("room1").timeout(ofSeconds(5)).emitWithAck("hello").join();
      log(answers.size() + " answered");
    } catch (CompletionException e) {
      if (e.getCause() instanceof AckTimeoutException late) {
        log("only " + late.answers().size() + " answered");
      }
    }
    // end::answersPromise[]
  }

  void droppable() {
    // tag::droppable[]
    socket.asVolatile().emit("hello");
    // end::droppable[]
  }

  void uncompressed() {
    // tag::uncompressed[]
    socket.compress(false).emit("hello");
    // end::uncompressed[]
  }

  void otherNodes() {
    // tag::otherNodes[]
    io.serverSideEmit("hello", "world");
    // end::otherNodes[]
  }

  void otherNodesAnswer() {
    // tag::otherNodesAnswer[]
    io.serverSideEmitWithAck("hello", "world")
        .thenAccept(
            counts -> {
              counts.forEach(count -> log("" + count.integer(0)));
            });
    // end::otherNodesAnswer[]
  }

  void fetch() {
    // tag::fetch[]
    List<RemoteSocket> sockets = io.in("room1").fetchSockets().join();
    for (RemoteSocket each : sockets) {
      each.emit("hello", each.data().get("name"));
    }
    // end::fetch[]
  }

  void join() {
    // tag::join[]
    io.in("room2").socketsJoin("room4");
    // end::join[]
    io.to("room4").emit("hello");
  }

  void leave() {
    // tag::leave[]
    io.in("room3").socketsLeave("room1");
    // end::leave[]
    io.to("room1").emit("hello");
  }

  void disconnect() {
    // tag::disconnect[]
    io.in("room2").disconnectSockets();
    // end::disconnect[]
  }
}
