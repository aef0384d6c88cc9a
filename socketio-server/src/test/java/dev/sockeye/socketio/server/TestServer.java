// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.testkit.LocalHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A server without sockets and without threads: listeners run when the host does. */
final class TestServer {
  final SocketIoServer io;
  final LocalHost host;

  /** What listeners threw, as {@code event: message}. */
  final List<String> errors = new ArrayList<>();

  TestServer() {
    this(options -> {});
  }

  TestServer(Consumer<SocketIoServer.Builder> options) {
    SocketIoServer.Builder builder =
        SocketIoServer.builder()
            .dispatch(Dispatch.ioThread())
            .onError((error, socket, event) -> errors.add(event + ": " + error.getMessage()));
    options.accept(builder);
    io = builder.build();
    host = LocalHost.of(io.engine());
  }

  /** A client over WebSocket that has not joined a namespace. */
  TestClient open() {
    return new TestClient(host.peer().openWebSocket());
  }

  /** A client in the main namespace. */
  TestClient connect() {
    return connect("/");
  }

  /** A client in a namespace. */
  TestClient connect(String namespace) {
    TestClient client = open();
    client.join(namespace);
    return client;
  }

  /** Does something on the thread of the sessions, then all that follows from it. */
  void run(Runnable action) {
    host.scheduler().call(action);
    host.runPending();
  }

  void advance(Duration time) {
    host.advance(time);
  }
}
