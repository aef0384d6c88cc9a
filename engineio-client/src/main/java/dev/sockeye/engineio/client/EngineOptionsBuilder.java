// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Transport;
import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The setters of the engine's options, for every builder that offers them: {@link
 * EngineClient.Builder} and that of the Socket.IO client. Names and defaults are those of the
 * options of the Engine.IO client; each setter checks its value at once.
 *
 * @param <B> the builder itself
 */
public abstract class EngineOptionsBuilder<B extends EngineOptionsBuilder<B>>
    extends NetworkOptionsBuilder<B> {
  final ServerUri uri;
  String path = "/engine.io";
  boolean addTrailingSlash = true;
  List<Transport> transports = List.of(Transport.POLLING, Transport.WEBSOCKET);
  boolean upgrade = true;
  boolean rememberUpgrade;
  boolean tryAllTransports;
  @Nullable Supplier<URI> uriSupplier;
  @Nullable Supplier<? extends Map<String, String>> query;
  Supplier<Headers> extraHeaders = Headers::create;
  final Map<Transport, TransportOptions> transportOptions = new EnumMap<>(Transport.class);

  /** Null: requests of long-polling are stamped, handshakes of WebSockets are not. */
  @Nullable Boolean timestampRequests;

  String timestampParam = "t";
  boolean forceBase64;
  List<String> protocols = List.of();

  /** For subclasses. */
  protected EngineOptionsBuilder(ServerUri uri) {
    this.uri = Objects.requireNonNull(uri, "uri");
  }

  /** The engine's options as set so far. */
  protected EngineOptions engineOptions() {
    return new EngineOptions(this);
  }

  /**
   * Where to find the server, in place of the address that the builder began with: asked once for
   * each session that is opened, so that a client may follow a server that moves, or go from one to
   * the next. Called by the thread that opens the session, must not block; if it throws, or what it
   * gives is not the address of a server, opening fails. The path of the address doesn't count, and
   * its query only if {@link #query} says nothing else. Cookies go to the host that they are from.
   */
  public B uri(Supplier<URI> uri) {
    this.uriSupplier = Objects.requireNonNull(uri, "uri");
    return self();
  }

  /**
   * The path under which the server answers. Default {@code /engine.io}; a Socket.IO client's is
   * {@code /socket.io}. The path of the server's address doesn't count.
   *
   * @throws IllegalArgumentException if it doesn't begin with a slash, or has a {@code ?}, a {@code
   *     #} or a space
   */
  public B path(String path) {
    this.path = checkPath(path);
    return self();
  }

  /** Whether a slash is put after the path where it has none. Default true. */
  public B addTrailingSlash(boolean add) {
    this.addTrailingSlash = add;
    return self();
  }

  /**
   * The transports that may be used, the one to begin with first. Default polling, then WebSocket.
   *
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public B transports(Transport... transports) {
    List<Transport> list = List.of(transports);
    if (list.isEmpty() || list.stream().distinct().count() < list.size()) {
      throw new IllegalArgumentException(
          "transports must name at least one transport, and none twice, unlike " + list);
    }
    this.transports = list;
    return self();
  }

  /** Whether to move on to a better transport that the server offers. Default true. */
  public B upgrade(boolean upgrade) {
    this.upgrade = upgrade;
    return self();
  }

  /**
   * Whether to begin with a WebSocket where the last connection of this client got as far as that.
   * Default false: a proxy that stops WebSockets may come in between at any time.
   */
  public B rememberUpgrade(boolean remember) {
    this.rememberUpgrade = remember;
    return self();
  }

  /**
   * Whether to try the next of the {@link #transports} where one can't open a session. Default
   * false, as in the reference.
   */
  public B tryAllTransports(boolean tryAll) {
    this.tryAllTransports = tryAll;
    return self();
  }

  /**
   * Parameters that each request carries; {@code EIO}, {@code transport} and {@code sid} are the
   * engine's own. Default: those of the server's address, whose place these take.
   */
  public B query(Map<String, String> query) {
    Map<String, String> copy = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    return query(() -> copy);
  }

  /**
   * As {@link #query(Map)}, asked once for each session that is opened; called by the thread that
   * opens it, must not block.
   */
  public B query(Supplier<? extends Map<String, String>> query) {
    this.query = Objects.requireNonNull(query, "query");
    return self();
  }

  /** Headers that each request carries, over both transports. Default none. */
  public B extraHeaders(Headers headers) {
    Headers copy = Headers.create().addAll(headers);
    return extraHeaders(() -> copy);
  }

  /**
   * As {@link #extraHeaders(Headers)}, asked once for each session that is opened; called by the
   * thread that opens it, must not block.
   */
  public B extraHeaders(Supplier<Headers> headers) {
    this.extraHeaders = Objects.requireNonNull(headers, "headers");
    return self();
  }

  /** What is different for one transport. Default nothing. */
  public B transportOptions(Transport transport, TransportOptions options) {
    transportOptions.put(transport, Objects.requireNonNull(options, "options"));
    return self();
  }

  /**
   * Whether requests carry a parameter that makes each of them unique, so that no cache answers.
   * Default: those of long-polling do, WebSocket handshakes don't.
   */
  public B timestampRequests(boolean stamp) {
    this.timestampRequests = stamp;
    return self();
  }

  /**
   * The name of that parameter. Default {@code t}.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public B timestampParam(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("timestampParam must not be empty");
    }
    this.timestampParam = name;
    return self();
  }

  /** Whether blobs travel as text over WebSocket too. Default false. */
  public B forceBase64(boolean force) {
    this.forceBase64 = force;
    return self();
  }

  /** The subprotocols that WebSockets offer, in the order of preference. Default none. */
  public B protocols(String... protocols) {
    this.protocols = List.of(protocols);
    return self();
  }

  static String checkPath(String path) {
    if (!path.startsWith("/") || path.chars().anyMatch(c -> c <= ' ' || c == '?' || c == '#')) {
      throw new IllegalArgumentException(
          "path must begin with '/' and have no '?', '#' or space, unlike '" + path + "'");
    }
    return path;
  }
}
