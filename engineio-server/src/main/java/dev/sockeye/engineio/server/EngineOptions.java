// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The options of an {@link EngineServer}; immutable, made by {@link #builder()}. What each one
 * means is said at its setter in {@link EngineOptionsBuilder}.
 */
public final class EngineOptions {
  private final String path;
  private final boolean addTrailingSlash;
  private final Duration pingInterval;
  private final Duration pingTimeout;
  private final Duration upgradeTimeout;
  private final Duration closeTimeout;
  private final Duration drainTimeout;
  private final int maxPayload;
  private final int maxBufferedBytes;
  private final int maxPacketsPerPayload;
  private final @Nullable PerMessageDeflate perMessageDeflate;
  private final boolean httpCompression;
  private final int httpCompressionThreshold;
  private final Set<Transport> transports;
  private final boolean allowUpgrades;
  private final boolean allowEio3;
  private final @Nullable RawData initialPacket;
  private final Function<? super Request, ? extends CompletionStage<String>> generateId;
  private final AccessOptions access;
  private final @Nullable ClusterEngine clusterEngine;

  private final int maxConnectionsPerAddress;

  EngineOptions(EngineOptionsBuilder<?> from) {
    path = from.path;
    addTrailingSlash = from.addTrailingSlash;
    pingInterval = from.pingInterval;
    pingTimeout = from.pingTimeout;
    upgradeTimeout = from.upgradeTimeout;
    closeTimeout = from.closeTimeout;
    drainTimeout = from.drainTimeout;
    maxPayload = from.maxPayload;
    maxBufferedBytes = from.maxBufferedBytes;
    maxPacketsPerPayload = from.maxPacketsPerPayload;
    perMessageDeflate = from.perMessageDeflate;
    httpCompression = from.httpCompression;
    httpCompressionThreshold = from.httpCompressionThreshold;
    transports = from.transports;
    allowUpgrades = from.allowUpgrades;
    allowEio3 = from.allowEio3;
    initialPacket = from.initialPacket;
    generateId = from.generateId;
    maxConnectionsPerAddress = from.maxConnectionsPerAddress;
    access = from.accessOptions();
    clusterEngine = from.clusterEngine;
  }

  /** Options that start from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** The path without a trailing slash. */
  public String path() {
    return path;
  }

  /** Whether the path must be followed by a slash. */
  public boolean addTrailingSlash() {
    return addTrailingSlash;
  }

  /** The time from a pong to the next ping. */
  public Duration pingInterval() {
    return pingInterval;
  }

  /** How long a pong may take. */
  public Duration pingTimeout() {
    return pingTimeout;
  }

  /** How long an upgrade may take. */
  public Duration upgradeTimeout() {
    return upgradeTimeout;
  }

  /** How long a closing session may take to hand over what it still holds. */
  public Duration closeTimeout() {
    return closeTimeout;
  }

  /** How long the sessions may drain when the server closes. */
  public Duration drainTimeout() {
    return drainTimeout;
  }

  /** The largest POST body and WebSocket message that is accepted, in bytes. */
  public int maxPayload() {
    return maxPayload;
  }

  /** The most bytes that may wait to be sent to one session. */
  public int maxBufferedBytes() {
    return maxBufferedBytes;
  }

  /** The most packets that one POST may carry. */
  public int maxPacketsPerPayload() {
    return maxPacketsPerPayload;
  }

  /** How many sessions clients of one address may have; 0 for any number. */
  public int maxConnectionsPerAddress() {
    return maxConnectionsPerAddress;
  }

  /** How WebSocket messages are compressed; empty if they aren't. */
  public Optional<PerMessageDeflate> perMessageDeflate() {
    return Optional.ofNullable(perMessageDeflate);
  }

  /** Whether the responses of HTTP long-polling may be compressed. */
  public boolean httpCompression() {
    return httpCompression;
  }

  /** The size in bytes from which on the responses of HTTP long-polling are compressed. */
  public int httpCompressionThreshold() {
    return httpCompressionThreshold;
  }

  /** The transports that may be used. */
  public Set<Transport> transports() {
    return transports;
  }

  /** Whether a session may move from polling to WebSocket. */
  public boolean allowUpgrades() {
    return allowUpgrades;
  }

  /** Whether clients of revision 3 of the protocol are served. */
  public boolean allowEio3() {
    return allowEio3;
  }

  /** The message that follows each handshake. */
  public Optional<RawData> initialPacket() {
    return Optional.ofNullable(initialPacket);
  }

  /** What makes the ids of sessions. */
  public Function<? super Request, ? extends CompletionStage<String>> generateId() {
    return generateId;
  }

  /** How other nodes serve this one's sessions; empty if they don't. */
  public Optional<ClusterEngine> clusterEngine() {
    return Optional.ofNullable(clusterEngine);
  }

  /** Who may connect, and what the responses carry. */
  AccessOptions access() {
    return access;
  }

  /** Collects options. */
  public static final class Builder extends EngineOptionsBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The finished options.
     *
     * @throws IllegalArgumentException if two options contradict each other
     */
    public EngineOptions build() {
      return engineOptions();
    }
  }
}
