// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Three nodes and a proxy in front of them, all processes. Used by one thread at a time, but may be
 * closed by any.
 */
final class Cluster implements AutoCloseable {
  static final List<String> NODES = List.of("app01", "app02", "app03");

  private final Plan plan;
  private final Consumer<String> log;
  private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();

  /** The proxy first, for it would complain about the others; guarded by itself. */
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /** Guarded by what is running. */
  private boolean closed;

  /** Null before the start. */
  private @Nullable Proxy proxy;

  /**
   * What to start.
   *
   * @param config the proxy's configuration
   * @param bind where the proxy listens: address and port
   * @param nodes where the nodes listen, each on a free port
   * @param cookie whether the nodes send the session cookie
   * @param origins the pages elsewhere that may use the nodes with cookies
   * @param folder for the nodes' journals and what the proxy writes; has to be there
   */
  record Plan(
      Path config,
      String bind,
      InetAddress nodes,
      boolean cookie,
      List<String> origins,
      Path folder) {
    private NodeOptions node(String name) {
      InetSocketAddress address = new InetSocketAddress(nodes, 0);
      return new NodeOptions(
          name, address, folder.resolve(name + ".journal"), cookie, List.copyOf(origins));
    }
  }

  Cluster(Plan plan, Consumer<String> log) {
    this.plan = plan;
    this.log = log;
  }

  /**
   * Starts all, and waits until they serve.
   *
   * @throws IOException if a file can't be written
   * @throws IllegalStateException if a process says that it can't do its work
   */
  void start() throws IOException {
    for (String name : NODES) {
      nodes.put(name, running(new NodeProcess(plan.node(name), log)));
    }
    Map<String, String> addresses = new LinkedHashMap<>();
    for (NodeProcess node : nodes.values()) {
      node.awaitStart();
      addresses.put(node.name(), node.hostAndPort());
    }
    proxy = running(new Proxy(plan.config(), plan.bind(), addresses, plan.folder(), log));
    proxy.awaitStart();
  }

  private <T extends AutoCloseable> T running(T process) {
    synchronized (running) {
      running.addFirst(process);
      if (!closed) {
        return process;
      }
    }
    close();
    throw new IllegalStateException("closed while starting");
  }

  Collection<NodeProcess> nodes() {
    return nodes.values();
  }

  /** A node as a crash leaves it; the proxy has noticed. */
  void kill(String name) {
    NodeProcess node = node(name, true);
    int mark = proxy().mark();
    node.kill();
    proxy().awaitDown(mark, name);
  }

  /** Ends a node in good order, and starts it again; the proxy has noticed both. */
  void restart(String name) {
    NodeProcess node = node(name, true);
    int mark = proxy().mark();
    node.close();
    proxy().awaitDown(mark, name);
    start(name);
  }

  /** Starts a node that was killed; the proxy has noticed. */
  void start(String name) {
    NodeProcess node = node(name, false);
    int mark = proxy().mark();
    node.start();
    proxy().awaitUp(mark, name);
  }

  private NodeProcess node(String name, boolean running) {
    NodeProcess node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("'" + name + "' is none of " + NODES);
    }
    if (node.isRunning() != running) {
      throw new IllegalStateException(name + (running ? " isn't running" : " is running"));
    }
    return node;
  }

  /** Waits until the proxy has ended. */
  void awaitEnd() {
    proxy().awaitEnd();
  }

  private Proxy proxy() {
    return Objects.requireNonNull(proxy, "not started");
  }

  @Override
  public void close() {
    List<AutoCloseable> ending;
    synchronized (running) {
      closed = true;
      ending = List.copyOf(running);
      running.clear();
    }
    for (AutoCloseable each : ending) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("could not end " + each, e);
      }
    }
  }

  /** A new folder for a cluster; the proxy's workers may be another user than this process. */
  static Path newFolder() throws IOException {
    Path folder = Files.createTempDirectory("sockeye-sticky-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
