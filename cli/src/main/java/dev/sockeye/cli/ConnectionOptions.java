// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.ServerUri;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.client.SocketIoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands that connect are told: where to, and how. Set once, by the command line. */
final class ConnectionOptions {
  @Parameters(
      index = "0",
      paramLabel = "URL",
      description =
          "The server, such as http://localhost:3000; its path names the namespace. Without"
              + " http:// it is https, and http on this machine.")
  private String url = "";

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "The namespace; takes the place of the URL's path.")
  private @Nullable String namespace;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Where the server answers. Default: ${DEFAULT-VALUE}")
  private String path = "/socket.io";

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'NAME: VALUE'",
      description = "A header of each request; may be repeated.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = {"-q", "--query"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of each request; may be repeated.")
  private Map<String, String> query = new LinkedHashMap<>();

  @Option(
      names = "--auth",
      paramLabel = "JSON",
      description = "The credentials, an object such as '{\"token\":\"abc\"}'.")
  private @Nullable String auth;

  @Option(
      names = {"-t", "--transport"},
      split = ",",
      paramLabel = "NAME",
      description =
          "The transports to use, the first one first: polling, websocket. Default: both, in this"
              + " order.")
  private List<String> transports = new ArrayList<>();

  @Option(names = "--msgpack", description = "Speak MessagePack, as the server must.")
  private boolean msgpack;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      description = "How long connecting may take. Default: 20s")
  private Duration connectTimeout = Duration.ofSeconds(20);

  @Mixin private TlsOptions tls = new TlsOptions();

  /**
   * A client's options.
   *
   * @throws IllegalArgumentException if an option makes no sense
   */
  SocketIoClient.Builder builder() {
    ServerUri server = server();
    SocketIoClient.Builder builder =
        SocketIoClient.builder(withScheme(url))
            .path(path)
            .extraHeaders(extraHeaders())
            .connectTimeout(connectTimeout)
            .timeout(connectTimeout);
    if (!query.isEmpty()) {
      Map<String, String> all = new LinkedHashMap<>(server.query());
      all.putAll(query);
      builder.query(all);
    }
    if (!transports.isEmpty()) {
      builder.transports(
          transports.stream().map(ConnectionOptions::transport).toArray(Transport[]::new));
    }
    if (auth != null) {
      builder.auth(credentials(auth));
    }
    if (msgpack) {
      builder.parser(MessagePackParser.create());
    }
    tls.applyTo(builder);
    return builder;
  }

  /** Where to. */
  ServerUri server() {
    return ServerUri.parse(withScheme(url));
  }

  /** The namespace to join. */
  String namespace() {
    String name = namespace != null ? namespace : server().path();
    return name.startsWith("/") ? name : "/" + name;
  }

  /** The server as it was named. */
  String url() {
    return url;
  }

  /** Whether the server is on this machine. */
  boolean isLoopback() {
    return isLoopback(server().host());
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  private static String withScheme(String url) {
    if (url.contains("://")) {
      return url;
    }
    return (isLoopback(ServerUri.parse(url).host()) ? "http://" : "https://") + url;
  }

  private Headers extraHeaders() {
    Headers extra = Headers.create();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            "--header must be 'Name: value', unlike '" + header + "'");
      }
      extra.add(header.substring(0, colon).trim(), header.substring(colon + 1).trim());
    }
    return extra;
  }

  private static Object credentials(String json) {
    Object value;
    try {
      value = Values.read(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--auth is no JSON: " + e.getMessage(), e);
    }
    if (!(value instanceof Map)) {
      throw new IllegalArgumentException(
          "--auth must be a JSON object such as {\"token\":\"abc\"}, not " + json);
    }
    return value;
  }

  private static Transport transport(String name) {
    for (Transport transport : List.of(Transport.POLLING, Transport.WEBSOCKET)) {
      if (transport.wireName().equals(name.toLowerCase(Locale.ROOT))) {
        return transport;
      }
    }
    throw new IllegalArgumentException("--transport must be polling or websocket, not " + name);
  }
}
