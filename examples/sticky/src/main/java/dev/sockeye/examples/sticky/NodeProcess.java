// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A {@link Node} in a process of its own, which may be killed and started again where it was. */
final class NodeProcess implements AutoCloseable {
  /** What a node says, before its port. */
  static final String LISTENS = "listening on port ";

  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          // A small, short-lived JVM: there are three, and somebody waits for them.
          "-Xmx128m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          // Netty loads a native library for epoll; newer JDKs want to be told that this is meant.
          "--enable-native-access=ALL-UNNAMED");

  private final NodeOptions options;
  private final Consumer<String> log;

  /** Where the node listens: any free port before the first start. Used by the cluster's thread. */
  private InetSocketAddress address;

  /** The newest process. Written by the cluster's thread, read by whichever closes it. */
  private volatile Child process;

  NodeProcess(NodeOptions options, Consumer<String> log) {
    this.options = options;
    this.log = log;
    this.address = options.address();
    this.process = launch();
  }

  private Child launch() {
    List<String> command = new ArrayList<>(JAVA);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Node.class.getName()));
    command.addAll(options.arguments(address));
    return Child.start(options.name(), new ProcessBuilder(command), log);
  }

  /** Waits until the node serves. */
  void awaitStart() {
    String line = process.await(0, said -> said.startsWith(LISTENS));
    int port = Integer.parseInt(line.substring(LISTENS.length()));
    address = new InetSocketAddress(address.getAddress(), port);
  }

  /** Starts the node again, on the port that it had. */
  void start() {
    process = launch();
    awaitStart();
  }

  /** Ends the node as a crash does. */
  void kill() {
    process.kill();
  }

  /** Ends the node as an administrator does: it says goodbye to its clients. */
  @Override
  public void close() {
    process.close();
  }

  boolean isRunning() {
    return process.isRunning();
  }

  String name() {
    return options.name();
  }

  long pid() {
    return process.pid();
  }

  /** IP address and port, as proxies want them. */
  String hostAndPort() {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
