// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.spi.Bounds;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The setters of the engine's options, for every builder that offers them: {@link
 * EngineOptions.Builder} and that of the Socket.IO server. Names and defaults are those of the
 * options of the Engine.IO server; each setter checks its value at once.
 *
 * @param <B> the builder itself
 */
public abstract class EngineOptionsBuilder<B extends EngineOptionsBuilder<B>>
    extends AccessOptionsBuilder<B> {
  private static final int MAX_BUFFER = 1 << 30;

  String path = "/engine.io";
  boolean addTrailingSlash = true;
  Duration pingInterval = Duration.ofSeconds(25);
  Duration pingTimeout = Duration.ofSeconds(20);
  Duration upgradeTimeout = Duration.ofSeconds(10);
  Duration closeTimeout = Duration.ofSeconds(30);
  Duration drainTimeout = Duration.ofSeconds(10);
  int maxPayload = 1_000_000;
  int maxBufferedBytes = 16 * 1024 * 1024;
  // More than the smallest real messages that fit into the default maxPayload.
  int maxPacketsPerPayload = 131_072;
  @Nullable PerMessageDeflate perMessageDeflate;
  boolean httpCompression = true;
  int httpCompressionThreshold = 1024;

  /** 0 for any number. */
  int maxConnectionsPerAddress;

  Set<Transport> transports = Collections.unmodifiableSet(EnumSet.allOf(Transport.class));
  boolean allowUpgrades = true;
  boolean allowEio3;
  @Nullable RawData initialPacket;
  Function<? super Request, ? extends CompletionStage<String>> generateId = new RandomIds();
  @Nullable ClusterEngine clusterEngine;

  /** For subclasses. */
  protected EngineOptionsBuilder() {}

  /**
   * The engine's options as set so far.
   *
   * @throws IllegalArgumentException if two options contradict each other
   */
  protected EngineOptions engineOptions() {
    if (pingInterval.plus(pingTimeout).compareTo(Bounds.LONGEST) > 0) {
      throw new IllegalArgumentException(
          "pingInterval + pingTimeout must be at most "
              + Bounds.LONGEST
              + ", not "
              + pingInterval.plus(pingTimeout));
    }
    return new EngineOptions(this);
  }

  /**
   * The path under which the server answers, with everything below it. A trailing slash is dropped;
   * see {@link #addTrailingSlash}. Default {@code /engine.io}; a Socket.IO server's is {@code
   * /socket.io}.
   *
   * @throws IllegalArgumentException if it doesn't begin with a slash, or has a {@code ?}, a {@code
   *     #} or a space
   */
  public B path(String path) {
    if (!path.startsWith("/") || path.chars().anyMatch(c -> c <= ' ' || c == '?' || c == '#')) {
      throw new IllegalArgumentException(
          "path must begin with '/' and have no '?', '#' or space, unlike '" + path + "'");
    }
    this.path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return self();
  }

  /**
   * Whether requests must have a slash after the path, as all official clients send. Default true.
   */
  public B addTrailingSlash(boolean add) {
    this.addTrailingSlash = add;
    return self();
  }

  /**
   * The time from the handshake, or from a pong, to the next ping. Default 25 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B pingInterval(Duration interval) {
    this.pingInterval = Bounds.time("pingInterval", interval);
    return self();
  }

  /**
   * How long the peer may take to answer a ping before its session is closed. Default 20 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B pingTimeout(Duration timeout) {
    this.pingTimeout = Bounds.time("pingTimeout", timeout);
    return self();
  }

  /**
   * How long an upgrade may take before the WebSocket that asked for it is closed; the session
   * lives on. Default 10 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B upgradeTimeout(Duration timeout) {
    this.upgradeTimeout = Bounds.time("upgradeTimeout", timeout);
    return self();
  }

  /**
   * How long a session that is being closed may take to hand over what it still holds: a polling
   * client must ask once more, a slow one must read. Default 30 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B closeTimeout(Duration timeout) {
    this.closeTimeout = Bounds.time("closeTimeout", timeout);
    return self();
  }

  /**
   * How long sessions may go on sending what is queued once {@link EngineServer#close()} was
   * called. Default 10 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B drainTimeout(Duration timeout) {
    this.drainTimeout = Bounds.time("drainTimeout", timeout);
    return self();
  }

  /**
   * The largest body of a POST, and the largest WebSocket message, that is accepted, in bytes (the
   * reference's {@code maxHttpBufferSize}). Clients are told. Default 1,000,000.
   *
   * @throws IllegalArgumentException if it isn't from 1 to 2^30
   */
  public B maxPayload(int bytes) {
    this.maxPayload = Bounds.upTo(MAX_BUFFER, "maxPayload", bytes);
    return self();
  }

  /**
   * The most bytes that may wait to be sent to one session; one that reads too slowly is closed
   * with {@link CloseReason#BUFFER_OVERFLOW}. Default 16 MiB.
   *
   * @throws IllegalArgumentException if it isn't from 1 to 2^30
   */
  public B maxBufferedBytes(int bytes) {
    this.maxBufferedBytes = Bounds.upTo(MAX_BUFFER, "maxBufferedBytes", bytes);
    return self();
  }

  /**
   * The most packets that one POST may carry; one with more is a parse error. Default 131,072.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public B maxPacketsPerPayload(int packets) {
    this.maxPacketsPerPayload = Bounds.positive("maxPacketsPerPayload", packets);
    return self();
  }

  /**
   * How many sessions clients of one IP address (with IPv6, of one network of 64 bits) may have at
   * a time; one more is refused with the status 429. Default: any number, since many people share
   * an address, and behind a proxy that is not {@linkplain #trustProxies trusted} everybody does.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public B maxConnectionsPerAddress(int connections) {
    this.maxConnectionsPerAddress = Bounds.positive("maxConnectionsPerAddress", connections);
    return self();
  }

  /**
   * Compresses WebSocket messages where the client offers it and the host can. Default: not at all.
   * What each setting costs is said at {@link PerMessageDeflate}.
   */
  public B perMessageDeflate(PerMessageDeflate settings) {
    this.perMessageDeflate = Objects.requireNonNull(settings, "settings");
    return self();
  }

  /**
   * Whether the answers to polls are compressed, with gzip or deflate, where the client accepts it.
   * Default true.
   */
  public B httpCompression(boolean compress) {
    this.httpCompression = compress;
    return self();
  }

  /**
   * The size in bytes from which on the answer to a poll is compressed. Default 1024.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public B httpCompressionThreshold(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("httpCompressionThreshold must not be " + bytes);
    }
    this.httpCompressionThreshold = bytes;
    return self();
  }

  /**
   * The transports that may be used. Default all.
   *
   * @throws IllegalArgumentException if there is none
   */
  public B transports(Transport... transports) {
    if (transports.length == 0) {
      throw new IllegalArgumentException("transports must name at least one transport");
    }
    this.transports = Collections.unmodifiableSet(EnumSet.copyOf(List.of(transports)));
    return self();
  }

  /** Whether a session may move from polling to WebSocket. Default true. */
  public B allowUpgrades(boolean allow) {
    this.allowUpgrades = allow;
    return self();
  }

  /** Whether clients of revision 3 of the protocol (Socket.IO 2) are served. Default false. */
  public B allowEio3(boolean allow) {
    this.allowEio3 = allow;
    return self();
  }

  /** A message that every session gets together with its handshake. Default none. */
  public B initialPacket(RawData message) {
    this.initialPacket = Objects.requireNonNull(message, "message");
    return self();
  }

  /**
   * What makes the id of a new session: unique in the whole cluster, and secret, for whoever knows
   * it can take part in the session. A failure refuses the request. Default: 15 random bytes as 20
   * characters of base64url.
   */
  public B generateId(Function<? super Request, String> generator) {
    Objects.requireNonNull(generator, "generator");
    this.generateId = request -> CompletableFuture.completedFuture(generator.apply(request));
    return self();
  }

  /** As {@link #generateId}, for ids that take time to make: the handshake waits for the stage. */
  public B generateIdAsync(Function<? super Request, ? extends CompletionStage<String>> generator) {
    this.generateId = Objects.requireNonNull(generator, "generator");
    return self();
  }

  /**
   * Serves the sessions of other nodes, and lets them serve this one's, so that the load balancer
   * needn't keep a session's requests on one node. Ids of sessions must have 20 characters then, as
   * those of the default have. Default: each node serves its own sessions only.
   */
  public B clusterEngine(ClusterEngine cluster) {
    this.clusterEngine = Objects.requireNonNull(cluster, "cluster");
    return self();
  }
}
