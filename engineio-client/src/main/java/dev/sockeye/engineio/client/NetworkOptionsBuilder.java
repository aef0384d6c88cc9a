// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.spi.Bounds;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The setters of those of the engine's options that say how requests reach the server, what they
 * carry besides, and how much may come or wait.
 *
 * @param <B> the builder itself
 */
public abstract class NetworkOptionsBuilder<B extends NetworkOptionsBuilder<B>> {
  private static final int MAX_BYTES = 1 << 30;

  // The defaults are shared: a client has not to keep copies.
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration UPGRADE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  @Nullable Network network;
  @Nullable ClientTls tls;
  @Nullable ClientProxy proxy;
  @Nullable InetAddress localAddress;
  @Nullable CookieStore cookies;
  @Nullable Consumer<? super ClientRequest> onRequest;
  @Nullable Consumer<? super ClientResponse> onResponse;
  Duration connectTimeout = CONNECT_TIMEOUT;
  Duration upgradeTimeout = UPGRADE_TIMEOUT;
  Duration closeTimeout = CLOSE_TIMEOUT;

  /** Zero for none. */
  Duration requestTimeout = Duration.ZERO;

  boolean perMessageDeflate = true;
  int perMessageDeflateThreshold = 1024;
  int maxBufferedBytes = 128 * 1024 * 1024;
  int maxMessageBytes = 100 * 1024 * 1024;
  int maxResponseBytes = 100 * 1024 * 1024;
  int maxPacketsPerPayload = 131_072;
  int maxPacketsPerPost = Integer.MAX_VALUE;

  NetworkOptionsBuilder() {}

  /** This builder, in its own type. */
  protected abstract B self();

  /**
   * What carries the connections. It may be shared by clients, and is not closed with any of them.
   * Default: Netty, with threads of the client's own, which end with the client.
   */
  public B network(Network network) {
    this.network = Objects.requireNonNull(network, "network");
    return self();
  }

  /** Whom to trust and which key to show, for {@code https}. Default: the JDK's own trust. */
  public B tls(ClientTls tls) {
    this.tls = Objects.requireNonNull(tls, "tls");
    return self();
  }

  /** The proxy through which to reach the server. Default none. */
  public B proxy(ClientProxy proxy) {
    this.proxy = Objects.requireNonNull(proxy, "proxy");
    return self();
  }

  /** The address of this machine to connect from. Default any. */
  public B localAddress(InetAddress address) {
    this.localAddress = Objects.requireNonNull(address, "address");
    return self();
  }

  /**
   * Where cookies are kept, for as long as the client lives, from one session to the next. Default:
   * a store of the client's own in memory, so that sticky load balancers work.
   */
  public B cookies(CookieStore cookies) {
    this.cookies = Objects.requireNonNull(cookies, "cookies");
    return self();
  }

  /**
   * Sees each request before it is sent, and may add to its headers. Called on the connection's
   * scheduler, so it must not block; if it throws, the request fails. One hook: the last that is
   * set.
   */
  public B onRequest(Consumer<? super ClientRequest> hook) {
    this.onRequest = Objects.requireNonNull(hook, "hook");
    return self();
  }

  /**
   * Sees each response, the 101 of WebSockets and refusals too, after its cookies were stored.
   * Called on the connection's scheduler, so it must not block; if it throws, the request fails.
   * One hook: the last that is set.
   */
  public B onResponse(Consumer<? super ClientResponse> hook) {
    this.onResponse = Objects.requireNonNull(hook, "hook");
    return self();
  }

  /**
   * How long opening a session may take with each transport that is tried: connecting, proxy, TLS
   * and the server's handshake. Default 20 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B connectTimeout(Duration timeout) {
    this.connectTimeout = Bounds.time("connectTimeout", timeout);
    return self();
  }

  /**
   * How long moving to a WebSocket may take before the session stays where it is. Default 10 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B upgradeTimeout(Duration timeout) {
    this.upgradeTimeout = Bounds.time("upgradeTimeout", timeout);
    return self();
  }

  /**
   * How long a connection that is being closed may take to send what is queued. Default 30 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B closeTimeout(Duration timeout) {
    this.closeTimeout = Bounds.time("closeTimeout", timeout);
    return self();
  }

  /**
   * How long each request of long-polling may take. Default: as long as the heartbeat allows, which
   * is {@code pingInterval + pingTimeout} of the server for the longest poll.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B requestTimeout(Duration timeout) {
    this.requestTimeout = Bounds.time("requestTimeout", timeout);
    return self();
  }

  /** Whether WebSockets offer to compress messages. Default true; servers seldom accept. */
  public B perMessageDeflate(boolean offer) {
    this.perMessageDeflate = offer;
    return self();
  }

  /**
   * The size in bytes from which on messages are compressed. Default 1024.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public B perMessageDeflateThreshold(int bytes) {
    this.perMessageDeflateThreshold = Bounds.notNegative("perMessageDeflateThreshold", bytes);
    return self();
  }

  /**
   * The most bytes that may wait to be sent on one connection; see {@link EngineConnection#send}.
   * Default 128 MiB.
   *
   * @throws IllegalArgumentException if it isn't from 1 to 2^30
   */
  public B maxBufferedBytes(int bytes) {
    this.maxBufferedBytes = Bounds.upTo(MAX_BYTES, "maxBufferedBytes", bytes);
    return self();
  }

  /**
   * The largest message that is received over WebSocket, in bytes; a larger one closes the
   * connection. Default 100 MiB.
   *
   * @throws IllegalArgumentException if it isn't from 1 to 2^30
   */
  public B maxMessageBytes(int bytes) {
    this.maxMessageBytes = Bounds.upTo(MAX_BYTES, "maxMessageBytes", bytes);
    return self();
  }

  /**
   * The largest answer to a poll that is received, in bytes; a larger one closes the connection.
   * Default 100 MiB.
   *
   * @throws IllegalArgumentException if it isn't from 1 to 2^30
   */
  public B maxResponseBytes(int bytes) {
    this.maxResponseBytes = Bounds.upTo(MAX_BYTES, "maxResponseBytes", bytes);
    return self();
  }

  /**
   * The most packets that the answer to a poll may hold; one with more is a parse error. Default
   * 131,072.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public B maxPacketsPerPayload(int packets) {
    this.maxPacketsPerPayload = Bounds.positive("maxPacketsPerPayload", packets);
    return self();
  }

  /**
   * The most packets that one request of long-polling sends; more wait for its answer. Default any
   * number, which the server's {@code maxPayload} alone limits. Servers in Python accept 16 unless
   * they are told otherwise.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public B maxPacketsPerPost(int packets) {
    this.maxPacketsPerPost = Bounds.positive("maxPacketsPerPost", packets);
    return self();
  }
}
