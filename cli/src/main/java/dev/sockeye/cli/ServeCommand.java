// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.socketio.server.SocketIoServer;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A server to try clients with. */
@Command(
    name = "serve",
    description = {
      "Serves all namespaces, until it is told to end, and shows what happens. It answers the events",
      "",
      "  join ROOM…              joins rooms; leave ROOM… leaves them; the answer names all",
      "  to ROOM EVENT ARGS…     sends an event to all in a room",
      "  broadcast EVENT ARGS…   sends an event to all others of the namespace",
      "  whoami                  id, rooms, transport, address, headers, auth, certificates",
      "  leave-me                disconnects",
      "",
      "and echoes all others: as the answer if one is asked for, else as the same event.",
      ""
    })
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      description = "Where to listen; 0 for any free port. Default: ${DEFAULT-VALUE}")
  private int port = 3000;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The address to listen on. Default: ${DEFAULT-VALUE}, this machine only")
  private String host = "localhost";

  @Option(
      names = "--proxy-protocol",
      split = ",",
      paramLabel = "NETWORK",
      description = "Proxies that speak the PROXY protocol, such as 10.0.0.0/8.")
  private String @Nullable [] proxies;

  @Option(
      names = {"-s", "--silent"},
      description = "Don't show connections and events.")
  private boolean silent;

  @Mixin private TlsSettings tls = new TlsSettings();

  @Mixin private ServerSettings settings = new ServerSettings();

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SocketIoServer.Builder builder = SocketIoServer.builder();
    settings.applyTo(builder);
    if (!silent) {
      builder.observe(new ServerLog(console));
    }
    SocketIoServer io = builder.build();
    new Playground(io).open();
    try (Listening server = host(io).start()) {
      console.print(
          "listening on %s://%s:%d%s"
              .formatted(tls.scheme(), host, server.port(), settings.path()));
      console.stopped().join();
    }
    return ExitCode.OK;
  }

  private NettyHost.Builder host(SocketIoServer io) {
    NettyHost.Builder builder =
        NettyHost.builder().service(io.service()).address(new InetSocketAddress(host, port));
    tls.applyTo(builder);
    if (proxies != null) {
      builder.proxyProtocol(proxies);
    }
    return builder;
  }
}
