// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.server.spi.HttpService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Serves a Socket.IO server to {@link TestClient}s in memory: without a port, and with a clock that
 * stands still until the test moves it, so that no heartbeat and no time-out comes by chance.
 *
 * <pre>{@code
 * SocketIoServer io = SocketIoServer.create();
 * Chat.install(io);
 * try (TestHost host = TestHost.of(io.service())) {
 *   TestClient anna = host.connect("/chat");
 *   TestClient ben = host.connect("/chat");
 *   anna.emit("say", "hello");
 *   assertThat(ben.receive("said", String.class)).isEqualTo("hello");
 * }
 * }</pre>
 *
 * <p>The server is used as it is: its listeners run on the threads that its {@code Dispatch}
 * decides. Closing the host closes its clients and leaves the server to its owner. Safe for use
 * from any thread but those of listeners that run on the event loop.
 */
public final class TestHost implements AutoCloseable {
  private static final String SOCKET_IO = "/socket.io/";

  private final HttpService service;
  private final String path;
  private final TestLoop loop = new TestLoop();
  private final List<Protocol> clients = new CopyOnWriteArrayList<>();

  private TestHost(HttpService service, String path) {
    if (!service.handles(path)) {
      throw new IllegalArgumentException(
          "the server doesn't answer on " + path + ": give its path to TestHost.of(service, path)");
    }
    this.service = service;
    this.path = path;
  }

  /** A host for a server on the default path, {@code /socket.io/}. */
  public static TestHost of(HttpService service) {
    return new TestHost(service, SOCKET_IO);
  }

  /**
   * A host for a server on another path.
   *
   * @throws IllegalArgumentException if that isn't the server's path
   */
  public static TestHost of(HttpService service, String path) {
    return new TestHost(service, path);
  }

  /** Connects a client to the main namespace. */
  public TestClient connect() {
    return client().connect();
  }

  /**
   * Connects a client to a namespace.
   *
   * @throws ConnectErrorException if the server refuses it
   */
  public TestClient connect(String namespace) {
    return client().namespace(namespace).connect();
  }

  /**
   * Connects a client that says who it is.
   *
   * @throws ConnectErrorException if the server refuses it
   */
  public TestClient connect(String namespace, Map<String, ?> auth) {
    return client().namespace(namespace).auth(auth).connect();
  }

  /** A client with more to say, such as headers, before it connects. */
  public TestClient.Builder client() {
    return new TestClient.Builder(this);
  }

  /**
   * Lets time pass for the server: time-outs of acks end, heartbeats come and are answered. Returns
   * when it is over.
   */
  public void advance(Duration time) {
    loop.advance(time);
  }

  /** Asks for a WebSocket. */
  void open(LocalRequest request, Protocol client) {
    clients.add(client);
    MemoryUpgrade upgrade = new MemoryUpgrade(request, loop, client);
    loop.execute(() -> service.handle(upgrade));
  }

  String path() {
    return path;
  }

  /** Closes the clients, and ends the host's thread. */
  @Override
  public void close() {
    clients.forEach(Protocol::close);
    loop.stop();
  }
}
