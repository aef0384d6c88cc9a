// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.chat;

import dev.sockeye.examples.chat.Events.Answer;
import dev.sockeye.examples.chat.Events.Problem;
import dev.sockeye.examples.chat.Events.Say;
import dev.sockeye.socketio.server.Socket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's browser tab. The listeners of a socket never run two at a time, so there is nothing to
 * lock here.
 */
final class Guest {
  private final Chat chat;
  private final Socket socket;
  private final String name;

  /** Where the guest is; null before the first room. */
  private @Nullable Room room;

  Guest(Chat chat, Socket socket, String name) {
    this.chat = chat;
    this.socket = socket;
    this.name = name;
  }

  void listen() {
    socket.onRequest("enter", String.class, this::enter);
    socket.onRequest("say", Say.class, this::say);
    socket.on("typing", Boolean.class, this::typing);
    socket.on("echo", (args, ack) -> ack.send());
    socket.onDisconnect((reason, details) -> leave());
  }

  private Answer enter(String wanted) {
    Optional<Room> next = chat.room(wanted);
    if (next.isEmpty()) {
      return new Problem("There is no room for #" + wanted + ".");
    }
    if (room != next.get()) {
      leave();
    }
    room = next.get();
    return room.enter(socket);
  }

  private Answer say(Say say) {
    return room == null ? new Problem("Enter a room first.") : room.say(socket, name, say);
  }

  private void typing(boolean typing) {
    if (room != null) {
      room.typing(socket, name, typing);
    }
  }

  private void leave() {
    if (room != null) {
      room.leave(socket);
      room = null;
    }
  }
}
