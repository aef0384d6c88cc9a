// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of the server itself; their names are those of the reference. Set once, by the
 * command line.
 */
final class ServerSettings {
  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Where to answer. Default: ${DEFAULT-VALUE}")
  private String path = "/socket.io";

  @Option(
      names = "--ping-interval",
      paramLabel = "TIME",
      description = "Between two pings. Default: 25s")
  private Duration pingInterval = Duration.ofSeconds(25);

  @Option(
      names = "--ping-timeout",
      paramLabel = "TIME",
      description = "How long the answer to a ping may take. Default: 20s")
  private Duration pingTimeout = Duration.ofSeconds(20);

  @Option(
      names = "--max-payload",
      paramLabel = "BYTES",
      description = "The largest message. Default: ${DEFAULT-VALUE}")
  private int maxPayload = 1_000_000;

  @Option(
      names = {"-t", "--transports"},
      split = ",",
      paramLabel = "NAME",
      description = "polling, websocket, or both. Default: both")
  private String @Nullable [] transports;

  @Option(names = "--no-upgrades", description = "Don't let sessions move on to WebSocket.")
  private boolean noUpgrades;

  @Option(
      names = "--deflate",
      description = "Compress messages over WebSocket (permessage-deflate).")
  private boolean deflate;

  @Option(names = "--eio3", description = "Serve clients of Socket.IO 2, too.")
  private boolean eio3;

  @Option(names = "--msgpack", description = "Speak MessagePack, as the clients must.")
  private boolean msgpack;

  @Option(
      names = "--recovery",
      description = "Let clients that lose their connection come back as the same socket.")
  private boolean recovery;

  @Option(names = "--no-trailing-slash", description = "Answer at PATH itself, not at PATH/.")
  private boolean noTrailingSlash;

  @Option(names = "--no-http-compression", description = "Don't compress the answers to polls.")
  private boolean noHttpCompression;

  @Option(
      names = "--http-compression-threshold",
      paramLabel = "BYTES",
      description = "From which size on they are. Default: ${DEFAULT-VALUE}")
  private int httpCompressionThreshold = 1024;

  @Mixin private LimitSettings limits = new LimitSettings();

  @Mixin private AccessSettings access = new AccessSettings();

  String path() {
    return path;
  }

  void applyTo(SocketIoServer.Builder builder) {
    builder
        .path(path)
        .addTrailingSlash(!noTrailingSlash)
        .pingInterval(pingInterval)
        .pingTimeout(pingTimeout)
        .maxPayload(maxPayload)
        .allowUpgrades(!noUpgrades)
        .allowEio3(eio3)
        .httpCompression(!noHttpCompression)
        .httpCompressionThreshold(httpCompressionThreshold)
        .cleanupEmptyChildNamespaces(true)
        // Whoever presses Ctrl-C wants to see it end.
        .drainTimeout(Duration.ofSeconds(1));
    if (transports != null) {
      builder.transports(
          Arrays.stream(transports).map(ServerSettings::transport).toArray(Transport[]::new));
    }
    if (deflate) {
      builder.perMessageDeflate(PerMessageDeflate.defaults());
    }
    if (msgpack) {
      builder.parser(MessagePackParser.create());
    }
    if (recovery) {
      builder.connectionStateRecovery(RecoveryOptions.defaults());
    }
    limits.applyTo(builder);
    access.applyTo(builder);
  }

  private static Transport transport(String name) {
    for (Transport transport : Transport.values()) {
      if (transport.wireName().equals(name.toLowerCase(Locale.ROOT))) {
        return transport;
      }
    }
    throw new IllegalArgumentException(
        "--transports knows "
            + Arrays.stream(Transport.values())
                .map(Transport::wireName)
                .collect(Collectors.joining(", "))
            + ", not "
            + name);
  }
}
