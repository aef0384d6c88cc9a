// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import java.util.Map;

/**
 * A server for one of the official protocol suites, until it is told to end (SIGTERM):
 *
 * <pre>interop/conformance-server --suite NAME --port N</pre>
 *
 * <p>The names are {@code engineio-v4}, {@code engineio-v3}, {@code socketio-v5} and {@code
 * socketio-v5-msgpack}.
 */
public final class ConformanceServer {
  private static final String USAGE =
      "usage: conformance-server --suite " + ConformanceSuite.names("|") + " --port N";

  // The suites' own numbers.

  // The suites send a poll and the packet that ends the session at the same time on two
  // connections,
  // and expect the poll to be taken first, as a server with one thread does.
  private static final int ONE_AFTER_THE_OTHER = 1;

  private ConformanceServer() {}

  /** Serves until the process is told to end. */
  public static void main(String[] args) {
    ConformanceSuite suite;
    int port;
    try {
      Map<String, String> options = options(args);
      suite = ConformanceSuite.named(options.getOrDefault("--suite", ""));
      port = Integer.parseInt(options.getOrDefault("--port", "0"));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
      System.exit(2);
      return;
    }
    Listening server = start(suite, port, Pace.AS_LISTED);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "conformance-server-close"));
    System.out.println("listening on http://localhost:" + server.port() + suite.path());
  }

  /** Starts a suite's server. */
  static Listening start(ConformanceSuite suite, int port, Pace pace) {
    return start(suite.server(pace), port);
  }

  /** Starts a server as the suites ask for it. */
  static Listening start(HttpService service, int port) {
    return NettyHost.builder().service(service).port(port).eventLoops(ONE_AFTER_THE_OTHER).start();
  }

  private static Map<String, String> options(String[] args) {
    if (args.length != 4) {
      throw new IllegalArgumentException("two options are needed");
    }
    return Map.of(args[0], args[1], args[2], args[3]);
  }
}
