// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server that takes part, as on the command line. */
enum Contender {
  SOCKEYE_IO("sockeye-io", "Sockeye, listeners on the I/O thread"),
  SOCKEYE("sockeye", "Sockeye, default dispatch: listeners may block"),
  NODE("node", "socket.io 4.8.4 on ws, Node.js"),
  NETTY_SOCKETIO("netty-socketio", "netty-socketio 2.0.14"),
  LIMIT("limit", "bare Netty, the same bytes, no Socket.IO");

  /** The same for each JVM: with one core a JVM would choose the serial collector anyway. */
  private static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");

  /**
   * A young generation that is soon full, so that the garbage of connecting doesn't count as
   * resident.
   */
  private static final List<String> SMALL_YOUNG_GENERATION = List.of("-Xmn24m");

  private final String title;
  private final String description;

  Contender(String title, String description) {
    this.title = title;
    this.description = description;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  boolean isPeer() {
    return this == NODE || this == NETTY_SOCKETIO;
  }

  boolean takesPartIn(Scenario scenario) {
    return this != LIMIT || scenario.onLimit();
  }

  /** Starts the server on the first core. */
  Target start(Path root, String java, Scenario scenario) throws IOException {
    var command = new ArrayList<>(List.of("taskset", "-c", "0"));
    if (this == NODE) {
      command.addAll(
          List.of("node", "--expose-gc", root.resolve("benchmarks/node/server.js").toString()));
    } else {
      command.add(java);
      command.addAll(JVM_OPTIONS);
      if (scenario.freshProcess()) {
        command.addAll(SMALL_YOUNG_GENERATION);
      }
      command.add("-cp");
      command.add(
          classPath(
              root.resolve(this == NETTY_SOCKETIO ? "benchmarks/netty-socketio" : "benchmarks")));
      command.addAll(main());
    }
    return ServerProcess.start(command, root.resolve("benchmarks/target/logs/" + title + ".log"));
  }

  private List<String> main() {
    return switch (this) {
      case SOCKEYE_IO -> List.of("dev.sockeye.benchmarks.SockeyeServer", "io");
      case SOCKEYE -> List.of("dev.sockeye.benchmarks.SockeyeServer", "default");
      case NETTY_SOCKETIO -> List.of("dev.sockeye.benchmarks.nettysocketio.NettySocketIoServer");
      case LIMIT -> List.of("dev.sockeye.benchmarks.LimitServer");
      case NODE -> throw new IllegalStateException("Node.js has no main class");
    };
  }

  private static String classPath(Path module) throws IOException {
    return module.resolve("target/classes")
        + ":"
        + Files.readString(module.resolve("target/classpath")).strip();
  }
}
