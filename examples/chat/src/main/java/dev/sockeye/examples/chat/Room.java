// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.chat;

import dev.sockeye.examples.chat.Events.Entered;
import dev.sockeye.examples.chat.Events.Login;
import dev.sockeye.examples.chat.Events.Message;
import dev.sockeye.examples.chat.Events.People;
import dev.sockeye.examples.chat.Events.RoomState;
import dev.sockeye.examples.chat.Events.Say;
import dev.sockeye.examples.chat.Events.Typing;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A room, who is in it, and the last of what was said there. What it tells it tells while locked:
 * emitting never waits, and so everybody hears of things in the order in which they happened.
 */
final class Room {
  private static final int HISTORY = 200;

  private final SocketIoServer io;
  private final String name;

  /** The Socket.IO room. The prefix keeps it apart from the rooms that bear the sockets' ids. */
  private final String channel;

  /** The last messages, the oldest first; guarded by this. */
  private final Deque<Message> history = new ArrayDeque<>();

  /** How many messages there ever were, which is the last one's number; guarded by this. */
  private long messages;

  Room(SocketIoServer io, String name) {
    this.io = io;
    this.name = name;
    this.channel = "room:" + name;
  }

  synchronized RoomState state() {
    return new RoomState(name, names().size(), messages);
  }

  synchronized Entered enter(Socket socket) {
    socket.join(channel);
    announce();
    return new Entered(name, names(), List.copyOf(history));
  }

  synchronized void leave(Socket socket) {
    socket.leave(channel);
    announce();
  }

  synchronized Message say(Socket socket, String author, Say say) {
    messages++;
    Message message =
        new Message(messages, name, say.nonce(), author, say.text(), Instant.now().toEpochMilli());
    history.add(message);
    if (history.size() > HISTORY) {
      history.remove();
    }
    socket.to(channel).emit("message", message);
    io.except(channel).emit("room", state());
    return message;
  }

  void typing(Socket socket, String guest, boolean typing) {
    socket.asVolatile().to(channel).emit("typing", new Typing(guest, typing));
  }

  /** Somebody with two tabs is here twice, and named once. */
  private List<String> names() {
    return io.in(channel).localSockets().stream()
        .map(Chat::login)
        .map(Login::name)
        .distinct()
        .sorted()
        .toList();
  }

  private void announce() {
    io.to(channel).emit("people", new People(name, names()));
    io.emit("room", state());
  }
}
