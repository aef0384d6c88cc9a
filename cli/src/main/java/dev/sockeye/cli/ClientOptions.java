// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.client.CookieFile;
import dev.sockeye.engineio.client.CookieJar;
import dev.sockeye.engineio.client.CookieStore;
import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.SocketIoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands with one connection are told. Set once, by the command line. */
final class ClientOptions {
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = {"-b", "--cookie-jar"},
      paramLabel = "FILE",
      description =
          "Cookies are read from this file and written back at the end (Netscape's form).")
  private @Nullable Path cookieJar;

  @Option(
      names = "--raw",
      description = "Show the packets of both layers and the requests that carry them.")
  private boolean raw;

  @Option(
      names = "--binary",
      paramLabel = "FORM",
      description = "How bytes are shown: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private BinaryForm binary = BinaryForm.HEX;

  @Option(
      names = "--no-reconnect",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "End when the connection is lost instead of opening it again.")
  private boolean reconnect = true;

  Values values() {
    return new Values(binary);
  }

  String url() {
    return connection.url();
  }

  /** A client that has not begun to connect. */
  Client open(Console console) {
    CookieJar jar = CookieStore.inMemory();
    Path file = cookieJar;
    if (file != null && Files.exists(file)) {
      try {
        jar.addAll(CookieFile.read(file));
      } catch (IOException e) {
        throw new IllegalArgumentException("can't read the cookies in " + file + ": " + e, e);
      }
    }
    Network network = NettyNetwork.builder().eventLoops(1).build();
    try {
      SocketIoClient client =
          connection
              .builder()
              .cookies(jar)
              .autoConnect(false)
              .reconnection(reconnect)
              .network(raw ? new RawNetwork(network, console) : network)
              .build();
      ClientSocket socket = client.socket(connection.namespace());
      return new Client(client, socket, network, () -> save(jar, file));
    } catch (RuntimeException e) {
      var unused = network.close();
      throw e;
    }
  }

  private static void save(CookieJar jar, @Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      CookieFile.write(file, jar.list());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE, "can't write the cookies into " + file + ": " + e);
    }
  }
}
