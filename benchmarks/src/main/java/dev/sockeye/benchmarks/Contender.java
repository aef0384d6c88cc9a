// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import dev.sockeye.netty.Io;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server that takes part, as on the command line. */
enum Contender {
  SOCKEYE_IO("sockeye-io", "Sockeye, listeners on the I/O thread"),
  SOCKEYE("sockeye", "Sockeye, default dispatch: listeners may block"),
  SOCKEYE_URING("sockeye-uring", "as sockeye-io, on io_uring"),
  SOCKEYE_NEWEST("sockeye-newest", "as sockeye-io, on the newest JDK of the machine"),
  NODE("node", "npm socket.io 4.8.4 on ws with bufferutil, Node.js"),
  NETTY_SOCKETIO("netty-socketio", "netty-socketio 2.0.14, Netty 4.1 with epoll"),
  LIMIT("limit", "bare Netty, the same bytes, no Socket.IO");

  /** The same for each JVM: with one core a JVM would choose the serial collector anyway. */
  static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");

  /**
   * A young generation that is soon full, so that the garbage of connecting doesn't count as
   * resident.
   */
  private static final String SMALL_YOUNG_GENERATION = "-Xmn24m";

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

  boolean isSockeye() {
    return !isPeer() && this != LIMIT;
  }

  /** Why it can't run on this machine; empty if it can. */
  Optional<String> absence(Programs programs) {
    if (this == SOCKEYE_URING && !Io.IO_URING.isAvailable()) {
      return Optional.of("the kernel forbids io_uring");
    }
    if (this == SOCKEYE_NEWEST && !programs.hasNewer()) {
      return Optional.of("there is no newer JDK than the one that runs the others");
    }
    return Optional.empty();
  }

  /** Starts the server on the first core. */
  ServerProcess start(Programs programs, Setting setting) throws IOException {
    return start(programs, setting, 0);
  }

  /** Starts the server on a core. */
  ServerProcess start(Programs programs, Setting setting, int core) throws IOException {
    var command = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
    Path root = programs.root();
    if (this == NODE) {
      command.add("node");
      command.add("--expose-gc");
      command.add(root.resolve("benchmarks/node/server.js").toString());
    } else {
      command.add(this == SOCKEYE_NEWEST ? programs.newestJava() : programs.java());
      command.addAll(JVM_OPTIONS);
      if (setting == Setting.MEMORY) {
        command.add(SMALL_YOUNG_GENERATION);
      }
      command.add("-cp");
      command.add(
          classPath(
              root.resolve(this == NETTY_SOCKETIO ? "benchmarks/netty-socketio" : "benchmarks")));
      command.addAll(main());
    }
    if (setting == Setting.TLS) {
      command.add(ServerControl.TLS + TlsKeys.file(root));
    }
    command.addAll(ServerControl.arguments(setting));
    Path log = root.resolve("benchmarks/target/logs/" + title + ".log");
    return ServerProcess.start(command, setting, log);
  }

  private List<String> main() {
    return switch (this) {
      case SOCKEYE_IO, SOCKEYE_NEWEST -> sockeye("io");
      case SOCKEYE_URING -> sockeye("io", "uring");
      case SOCKEYE -> sockeye();
      case NETTY_SOCKETIO -> List.of("dev.sockeye.benchmarks.nettysocketio.NettySocketIoServer");
      case LIMIT -> List.of("dev.sockeye.benchmarks.LimitServer");
      case NODE -> throw new IllegalStateException("Node.js has no main class");
    };
  }

  private static List<String> sockeye(String... options) {
    var main = new ArrayList<String>(List.of("dev.sockeye.benchmarks.SockeyeServer"));
    main.addAll(List.of(options));
    return main;
  }

  /** What a module of the benchmarks was compiled to, and what it needs. */
  static String classPath(Path module) throws IOException {
    return module.resolve("target/classes")
        + ":"
        + Files.readString(module.resolve("target/classpath")).strip();
  }
}
