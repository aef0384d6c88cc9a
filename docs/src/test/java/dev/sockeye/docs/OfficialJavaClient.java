// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import io.socket.client.Ack;
import io.socket.client.AckWithTimeout;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;

/** What docs/coming-from-socket.io-client-java.md shows of io.socket:socket.io-client. */
final class OfficialJavaClient {
  private OfficialJavaClient() {}

  static Socket connect(URI url, List<Object> heard) {
    // tag::connect[]
    IO.Options options = IO.Options.builder().setAuth(Map.of("token", "123")).build();
    Socket socket = IO.socket(url, options);
    socket.on(Socket.EVENT_CONNECT, args -> heard.add("connected"));
    socket.on(
        "chat",
        args -> {
          JSONObject message = (JSONObject) args[0];
          heard.add(message.optString("text"));
        });
    socket.connect();
    // end::connect[]
    return socket;
  }

  static void ask(Socket socket, List<Object> heard) {
    // tag::ask[]
    socket.emit("add", new Object[] {1, 2}, (Ack) answer -> heard.add(answer[0]));
    socket.emit(
        "silence",
        new AckWithTimeout(50) {
          @Override
          public void onSuccess(Object... answer) {
            heard.add(answer[0]);
          }

          @Override
          public void onTimeout() {
            heard.add("late");
          }
        });
    // end::ask[]
  }

  static void manage(Socket socket, List<Object> heard) {
    // tag::manage[]
    socket.io().reconnectionDelay(100);
    socket.io().on("reconnect_attempt", args -> heard.add("attempt " + args[0]));
    socket.on(Socket.EVENT_DISCONNECT, args -> heard.add("gone"));
    // end::manage[]
  }
}
