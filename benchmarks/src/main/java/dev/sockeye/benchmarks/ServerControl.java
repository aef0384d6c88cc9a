// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * How {@code ./bench} and a server's process talk: the process prints {@code PORT n}; a line {@code
 * gc} on its standard input is answered with {@code MEMORY heap direct} (bytes, after a
 * collection); the end of its standard input ends it, so that no server outlives the benchmark.
 */
public final class ServerControl {
  /** Begins the argument that names the key store of a server that is to speak TLS. */
  static final String TLS = "tls=";

  /** The argument of a server that is to compress WebSocket messages. */
  private static final String DEFLATE = "deflate";

  private ServerControl() {}

  /** What tells a server its setting, beside {@link #TLS}. */
  static List<String> arguments(Setting setting) {
    return setting == Setting.DEFLATE ? List.of(DEFLATE) : List.of();
  }

  /** Whether a server is to compress WebSocket messages. */
  public static boolean deflate(String... arguments) {
    return List.of(arguments).contains(DEFLATE);
  }

  /** The key store (PKCS #12) of a server that is to speak TLS, if it is. */
  public static Optional<Path> tls(String... arguments) {
    return Stream.of(arguments)
        .filter(argument -> argument.startsWith(TLS))
        .map(argument -> Path.of(argument.substring(TLS.length())))
        .findFirst();
  }

  /**
   * Announces the port and serves until the standard input ends, then ends the process.
   *
   * @param port where the server listens
   * @param unpooledDirect the direct memory, in bytes, that the server's Netty takes outside the
   *     JVM's accounting
   */
  public static void run(int port, LongSupplier unpooledDirect) throws IOException {
    System.out.println("PORT " + port);
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (in.readLine() != null) {
        System.out.println(
            "MEMORY "
                + heapAfterCollection()
                + " "
                + (directBuffers() + Math.max(0, unpooledDirect.getAsLong())));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static long heapAfterCollection() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long directBuffers() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
