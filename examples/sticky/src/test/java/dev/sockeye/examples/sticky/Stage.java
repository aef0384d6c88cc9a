// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cluster in a network of its own: 127.x.y.*, whose addresses are all this machine's. There a
 * node finds its port free when it comes back, for nobody else looks for ports there.
 */
final class Stage implements AutoCloseable {
  private static final String NETWORK = network(ProcessHandle.current().pid());

  private final Path folder;
  private final int port;
  private final Cluster cluster;

  private Stage(Path folder, int port, Cluster cluster) {
    this.folder = folder;
    this.port = port;
    this.cluster = cluster;
  }

  private static String network(long pid) {
    return "127." + (1 + pid / 256 % 254) + "." + pid % 256;
  }

  static Stage set(Path config, boolean cookie) throws IOException {
    int port;
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(NETWORK + ".1", 0));
      port = probe.getLocalPort();
    }
    Path folder = Cluster.newFolder();
    Cluster.Plan plan =
        new Cluster.Plan(
            config,
            NETWORK + ".1:" + port,
            InetAddress.getByName(NETWORK + ".2"),
            cookie,
            List.of("http://chat.example.test:" + port),
            folder);
    Stage stage = new Stage(folder, port, new Cluster(plan, System.out::println));
    // Whatever ends the tests, no proxy is left.
    Runtime.getRuntime().addShutdownHook(new Thread(stage.cluster::close));
    try {
      stage.cluster.start();
    } catch (IOException | RuntimeException e) {
      stage.close();
      throw e;
    }
    return stage;
  }

  String network() {
    return NETWORK;
  }

  int port() {
    return port;
  }

  Cluster cluster() {
    return cluster;
  }

  /** The notes that any node has kept. */
  Set<String> notes() throws IOException {
    Set<String> notes = new HashSet<>();
    for (String node : Cluster.NODES) {
      notes.addAll(Files.readAllLines(folder.resolve(node + ".journal")));
    }
    return notes;
  }

  @Override
  public void close() throws IOException {
    cluster.close();
    Cluster.delete(folder);
  }
}
