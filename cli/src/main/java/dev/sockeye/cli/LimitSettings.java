// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.socketio.server.SocketIoServer;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * How long and how much a server puts up with; what isn't given stays as the library has it. Set
 * once, by the command line.
 */
final class LimitSettings {
  @Option(
      names = "--upgrade-timeout",
      paramLabel = "TIME",
      description = "How long moving on to WebSocket may take. Default: 10s")
  private @Nullable Duration upgradeTimeout;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      description = "How long a client may take to join a namespace. Default: 45s")
  private @Nullable Duration connectTimeout;

  @Option(
      names = "--close-timeout",
      paramLabel = "TIME",
      description = "How long a session that closes may take to say goodbye.")
  private @Nullable Duration closeTimeout;

  @Option(
      names = "--max-buffered-bytes",
      paramLabel = "BYTES",
      description = "What may wait to be sent to one session. Default: 16 MiB")
  private @Nullable Integer maxBufferedBytes;

  @Option(
      names = "--max-packets-per-payload",
      paramLabel = "N",
      description = "The most packets in one POST. Default: 131072")
  private @Nullable Integer maxPacketsPerPayload;

  @Option(
      names = "--max-connections-per-address",
      paramLabel = "N",
      description = "How many sessions one IP address may have. Default: any number")
  private @Nullable Integer maxConnectionsPerAddress;

  @Option(
      names = "--max-namespaces",
      paramLabel = "N",
      description = "How many namespaces one connection may join. Default: 64")
  private @Nullable Integer maxNamespacesPerConnection;

  @Option(
      names = "--max-rooms",
      paramLabel = "N",
      description = "How many rooms one socket may be in. Default: 10000")
  private @Nullable Integer maxRoomsPerSocket;

  @Option(
      names = "--max-events-per-second",
      paramLabel = "N",
      description = "How many events of one connection are read in a second. Default: any number")
  private @Nullable Integer maxEventsPerSecond;

  void applyTo(SocketIoServer.Builder builder) {
    given(upgradeTimeout, builder::upgradeTimeout);
    given(connectTimeout, builder::connectTimeout);
    given(closeTimeout, builder::closeTimeout);
    given(maxBufferedBytes, builder::maxBufferedBytes);
    given(maxPacketsPerPayload, builder::maxPacketsPerPayload);
    given(maxConnectionsPerAddress, builder::maxConnectionsPerAddress);
    given(maxNamespacesPerConnection, builder::maxNamespacesPerConnection);
    given(maxRoomsPerSocket, builder::maxRoomsPerSocket);
    given(maxEventsPerSecond, builder::maxEventsPerSecond);
  }

  private static <T> void given(@Nullable T value, Consumer<T> option) {
    if (value != null) {
      option.accept(value);
    }
  }
}
