// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.spi.Scheduler;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens connections to one server. Holds what they share: the options, the cookies and the network.
 * Safe for use from any thread.
 *
 * <pre>{@code
 * EngineClient client = EngineClient.builder("https://api.example").build();
 * EngineConnection connection = client.open(listener);
 * }</pre>
 */
public final class EngineClient {
  private final EngineOptions options;
  private final CookieStore cookies;
  private final Network network;
  private final Scheduler scheduler;
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet(1);

  /** The server of the session that was begun last; any thread. */
  private volatile ServerUri uri;

  /** Whether the last connection got as far as a WebSocket; any thread. */
  private volatile boolean upgradeRemembered;

  /** Set once, by any thread; nothing is opened any more. */
  private volatile boolean closing;

  /** Complete when the client is closing and no session is left. */
  private final CompletableFuture<Void> idle = new CompletableFuture<>();

  private final CompletableFuture<Void> closed;

  private EngineClient(EngineOptions options) {
    this.options = options;
    this.uri = options.uri;
    this.cookies = options.cookies != null ? options.cookies : CookieStore.inMemory();
    this.network = options.network != null ? options.network : NettyNetwork.create();
    this.scheduler = network.scheduler();
    this.closed = options.network != null ? idle : idle.thenCompose(nothing -> network.close());
  }

  /** A client with given options: for builders that extend {@link EngineOptionsBuilder}. */
  public static EngineClient create(EngineOptions options) {
    return new EngineClient(options);
  }

  /**
   * Options that start from the defaults.
   *
   * @throws IllegalArgumentException if it is not the address of a server, see {@link
   *     ServerUri#parse}
   */
  public static Builder builder(String uri) {
    return new Builder(ServerUri.parse(uri));
  }

  /**
   * Options that start from the defaults.
   *
   * @throws IllegalArgumentException if it is not the address of a server, see {@link ServerUri#of}
   */
  public static Builder builder(URI uri) {
    return new Builder(ServerUri.of(uri));
  }

  /** As {@link #open(EngineListener, Scheduler)}, on this client's {@link #scheduler()}. */
  public EngineConnection open(EngineListener listener) {
    return open(listener, scheduler);
  }

  /**
   * Begins to open a connection, a new session.
   *
   * @param listener hears what happens, on the connection's own thread
   * @param scheduler that thread, one of the network's: whoever opens many connections with one
   *     client spreads them with {@link Network#scheduler()}
   * @throws IllegalStateException if the client is closed
   */
  public EngineConnection open(EngineListener listener, Scheduler scheduler) {
    Session session = new Session(this, scheduler, Objects.requireNonNull(listener, "listener"));
    sessions.add(session);
    if (closing) {
      remove(session);
      throw new IllegalStateException("the client of " + uri + " is closed");
    }
    session.begin();
    return new EngineConnection(session);
  }

  /** A thread of the network, always the same: for what the client's user has to time. */
  public Scheduler scheduler() {
    return scheduler;
  }

  /** What carries the connections. */
  public Network network() {
    return network;
  }

  /**
   * The server: that of the connection which was opened last, where {@link
   * EngineOptionsBuilder#uri(java.util.function.Supplier)} leads from one to another.
   */
  public ServerUri uri() {
    return uri;
  }

  /** The options. */
  public EngineOptions options() {
    return options;
  }

  /** Where the cookies are kept. */
  public CookieStore cookies() {
    return cookies;
  }

  /**
   * Closes all connections, each as {@link EngineConnection#close()}, then ends the network's
   * threads, unless the network was given to this client. Without effect the second time.
   *
   * @return complete when all that is done
   */
  public CompletableFuture<Void> close() {
    closing = true;
    sessions.forEach(Session::close);
    endIfIdle();
    return closed.copy();
  }

  // --- for the sessions

  /** Nothing is left of a session. */
  void remove(Session session) {
    sessions.remove(session);
    if (closing) {
      endIfIdle();
    }
  }

  private void endIfIdle() {
    if (sessions.isEmpty()) {
      idle.complete(null);
    }
  }

  /** The transport with which a session begins. */
  Transport firstTransport() {
    return options.rememberUpgrade
            && upgradeRemembered
            && options.transports.contains(Transport.WEBSOCKET)
        ? Transport.WEBSOCKET
        : options.transports.get(0);
  }

  /** A session is being opened. */
  void goTo(ServerUri server) {
    uri = server;
  }

  /** A session has got as far as a transport. */
  void remember(Transport transport) {
    upgradeRemembered = transport == Transport.WEBSOCKET;
  }

  void forgetUpgrade() {
    upgradeRemembered = false;
  }

  /** Collects options. */
  public static final class Builder extends EngineOptionsBuilder<Builder> {
    private Builder(ServerUri uri) {
      super(uri);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** The client; nothing is connected yet. */
    public EngineClient build() {
      return create(engineOptions());
    }
  }
}
