// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.IOException;
import java.net.URI;
import java.util.function.IntConsumer;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.json.JSONException;
import org.json.JSONObject;

/** The official Java client, {@code io.socket:socket.io-client}. */
record OfficialEchoClient(Socket socket) implements EchoClient {
  public static void main(String[] args) throws IOException, InterruptedException {
    // As it comes, it opens no more than 64 connections.
    var dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    var http = new OkHttpClient.Builder().dispatcher(dispatcher).build();
    ClientControl.run((server, connected) -> connect(http, server, connected), args);
  }

  private static EchoClient connect(OkHttpClient http, URI server, Runnable connected) {
    var options = new IO.Options();
    options.forceNew = true;
    options.reconnection = false;
    options.transports = new String[] {"websocket"};
    options.callFactory = http;
    options.webSocketFactory = http;
    Socket socket = IO.socket(server, options);
    socket.once(Socket.EVENT_CONNECT, nothing -> connected.run());
    socket.connect();
    return new OfficialEchoClient(socket);
  }

  @Override
  public void echo(int id, IntConsumer answered) {
    socket.emit(
        "echo", new Object[] {note(id)}, (Ack) answer -> answered.accept(id((JSONObject) answer[0])));
  }

  private static JSONObject note(int id) {
    try {
      return new JSONObject()
          .put("id", id)
          .put("user", Note.USER)
          .put("text", Note.TEXT)
          .put("sent", Note.SENT);
    } catch (JSONException e) {
      throw new IllegalStateException("these values have JSON", e);
    }
  }

  private static int id(JSONObject note) {
    try {
      return note.getInt("id");
    } catch (JSONException e) {
      throw new IllegalStateException("no note: " + note, e);
    }
  }
}
