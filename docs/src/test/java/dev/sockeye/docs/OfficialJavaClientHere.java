// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.time.Duration.ofMillis;

import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The same as {@link OfficialJavaClient}, with Sockeye. */
final class OfficialJavaClientHere {
  private OfficialJavaClientHere() {}

  record ChatMessage(String text) {}

  static SocketIoClient connect(URI url, List<Object> heard) {
    // tag::connect[]
    SocketIoClient client =
        SocketIoClient.builder(url).autoConnect(false).auth(Map.of("token", "123")).build();
    ClientSocket socket = client.socket();
    socket.onConnect(() -> heard.add("connected"));
    socket.on("chat", ChatMessage.class, message -> heard.add(message.text()));
    socket.connect();
    // end::connect[]
    return client;
  }

  static void ask(ClientSocket socket, List<Object> heard) {
    // tag::ask[]
    socket.emitWithAck("add", Integer.class, 1, 2).thenAccept(heard::add);
    socket
        .timeout(ofMillis(50))
        .emitWithAck("silence")
        .whenComplete((answer, late) -> heard.add(late == null ? answer.get(0) : "late"));
    // end::ask[]
  }

  static void manage(SocketIoClient client, ClientSocket socket, List<Object> heard) {
    // tag::manage[]
    client.reconnectionDelay(ofMillis(100));
    client.onReconnectAttempt(attempt -> heard.add("attempt " + attempt));
    socket.onDisconnect((reason, details) -> heard.add("gone"));
    // end::manage[]
  }
}
