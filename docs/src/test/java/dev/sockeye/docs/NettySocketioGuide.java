// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.time.Duration.ofSeconds;

import dev.sockeye.engineio.server.Cors;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.Queue;

/** The snippets of docs/coming-from-netty-socketio.md. */
final class NettySocketioGuide {
  private NettySocketioGuide() {}

  static SocketIoServer sameOptions() {
    // tag::options[]
    SocketIoServer io =
        SocketIoServer.builder()
            .pingTimeout(ofSeconds(60)) // 20 s by default
            .allowEio3(true) // clients of Socket.IO 2
            .cors(Cors.origin("https://app.example").credentials(true)) // nobody by default
            .build();
    // end::options[]
    return io;
  }

  // tag::chat[]
  record ChatMessage(String author, String text) {}

  static void chat(SocketIoServer io) {
    io.onConnection(
        socket -> { // addConnectListener
          socket.join("lobby"); // client.joinRoom
          socket.on( // addEventListener, here for one socket
              "chat",
              ChatMessage.class,
              message -> io.to("lobby").emit("chat", message)); // getRoomOperations().sendEvent
          socket.onRequest("save", ChatMessage.class, message -> "ok"); // ackRequest.sendAckData
          socket.onDisconnect( // addDisconnectListener
              (reason, details) -> io.to("lobby").emit("gone", socket.id(), reason.text()));
        });
  }

  // end::chat[]

  static void ask(Socket socket, Queue<String> log) {
    // tag::ask[]
    socket
        .timeout(ofSeconds(10))
        .emitWithAck("question", String.class, "how are you?")
        .whenComplete((answer, late) -> log.add(late == null ? answer : "no answer"));
    // end::ask[]
  }

  static void auth(SocketIoServer io) {
    // tag::auth[]
    io.use(
        socket -> {
          if (!"secret".equals(socket.handshake().auth().get("token"))) {
            throw new ConnectionRefusedException("who are you?");
          }
        });
    // end::auth[]
  }

  // tag::bean[]
  static final class ChatController {
    private final SocketIoServer io;

    ChatController(SocketIoServer io) {
      this.io = io;
      io.onConnection(this::onConnect);
    }

    private void onConnect(Socket socket) {
      socket.on("chat", ChatMessage.class, this::onChat);
    }

    private void onChat(ChatMessage message) {
      io.emit("chat", message);
    }
  }

  // end::bean[]
}
