// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.client.spi.Route;
import dev.sockeye.engineio.client.spi.WebSocketTerms;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The options of an {@link EngineClient}; immutable. What each one means is said at its setter in
 * {@link EngineOptionsBuilder}.
 */
public final class EngineOptions {
  final ServerUri uri;
  private final @Nullable Supplier<URI> uriSupplier;
  private final Route route;
  private final @Nullable ClientTls tls;
  private final @Nullable ClientProxy proxy;
  private final @Nullable InetAddress localAddress;
  final String path;
  final boolean addTrailingSlash;
  final List<Transport> transports;
  final boolean upgrade;
  final boolean rememberUpgrade;
  final boolean tryAllTransports;

  /** Null for that of the server's address. */
  final @Nullable Supplier<? extends Map<String, String>> query;

  final Supplier<Headers> extraHeaders;
  final @Nullable Boolean timestampRequests;
  final String timestampParam;
  final boolean forceBase64;
  final List<String> protocols;
  final @Nullable Network network;
  final @Nullable CookieStore cookies;
  final @Nullable Consumer<? super ClientRequest> onRequest;
  final @Nullable Consumer<? super ClientResponse> onResponse;
  final Duration connectTimeout;
  final Duration upgradeTimeout;
  final Duration closeTimeout;
  final Duration requestTimeout;
  final WebSocketTerms webSocketTerms;
  final int maxBufferedBytes;
  final int maxResponseBytes;
  final int maxPacketsPerPayload;
  final int maxPacketsPerPost;
  private final Map<Transport, TransportOptions> transportOptions;

  EngineOptions(EngineOptionsBuilder<?> from) {
    uri = from.uri;
    uriSupplier = from.uriSupplier;
    path = from.path;
    addTrailingSlash = from.addTrailingSlash;
    transports = from.transports;
    upgrade = from.upgrade;
    rememberUpgrade = from.rememberUpgrade;
    tryAllTransports = from.tryAllTransports;
    query = from.query;
    extraHeaders = from.extraHeaders;
    transportOptions =
        from.transportOptions.isEmpty() ? Map.of() : new EnumMap<>(from.transportOptions);
    timestampRequests = from.timestampRequests;
    timestampParam = from.timestampParam;
    forceBase64 = from.forceBase64;
    protocols = from.protocols;
    network = from.network;
    cookies = from.cookies;
    onRequest = from.onRequest;
    onResponse = from.onResponse;
    connectTimeout = from.connectTimeout;
    upgradeTimeout = from.upgradeTimeout;
    closeTimeout = from.closeTimeout;
    requestTimeout = from.requestTimeout;
    maxBufferedBytes = from.maxBufferedBytes;
    maxResponseBytes = from.maxResponseBytes;
    maxPacketsPerPayload = from.maxPacketsPerPayload;
    maxPacketsPerPost = from.maxPacketsPerPost;
    webSocketTerms =
        new WebSocketTerms(
            from.maxMessageBytes, from.perMessageDeflate, from.perMessageDeflateThreshold);
    tls = from.tls;
    proxy = from.proxy;
    localAddress = from.localAddress;
    route = newRoute(uri);
  }

  private Route newRoute(ServerUri server) {
    return new Route(
        server.host(),
        server.port(),
        server.isSecure() ? tls() : null,
        proxy,
        localAddress,
        connectTimeout);
  }

  private ClientTls tls() {
    return tls != null ? tls : ClientTls.defaults();
  }

  /** The server, as the builder was given it. */
  public ServerUri uri() {
    return uri;
  }

  /** The server of the next session. Throws what the supplier throws. */
  ServerUri nextUri() {
    return uriSupplier == null
        ? uri
        : ServerUri.of(Objects.requireNonNull(uriSupplier.get(), "uri"));
  }

  /** The way to a server. */
  Route routeTo(ServerUri server) {
    return server.equals(uri) ? route : newRoute(server);
  }

  /** The transports that may be used, the one to begin with first. */
  public List<Transport> transports() {
    return transports;
  }

  TransportOptions of(Transport transport) {
    return transportOptions.getOrDefault(transport, TransportOptions.none());
  }
}
