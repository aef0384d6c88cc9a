// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** HAProxy or nginx in front of the nodes, as a process. */
final class Proxy implements AutoCloseable {
  private final Child process;

  /** What it says once it serves. */
  private final String greeting;

  private final boolean checksNodes;

  /**
   * Starts the proxy.
   *
   * @param config the configuration: nginx's if it is a template, else HAProxy's
   * @param bind where to listen: address and port
   * @param nodes address and port of each node by its name
   * @param folder for what the proxy writes
   */
  Proxy(Path config, String bind, Map<String, String> nodes, Path folder, Consumer<String> log)
      throws IOException {
    Map<String, String> values = new TreeMap<>(Map.of("BIND", bind));
    nodes.forEach((name, address) -> values.put(name.toUpperCase(Locale.ROOT), address));
    boolean isNginx = config.toString().endsWith(".template");
    ProcessBuilder command = isNginx ? nginx(config, values, folder) : haproxy(config, values);
    process = Child.start(command.command().get(0), command, log);
    greeting = isNginx ? "start worker process " : "Loading success";
    checksNodes = !isNginx;
  }

  /** HAProxy puts what stands in <code>${…}</code> in by itself, from its environment. */
  private static ProcessBuilder haproxy(Path config, Map<String, String> values) {
    ProcessBuilder command = new ProcessBuilder("haproxy", "-W", "-db", "-f", config.toString());
    command.environment().putAll(values);
    command.environment().put("KEY", newKey());
    return command;
  }

  private static ProcessBuilder nginx(Path config, Map<String, String> values, Path folder)
      throws IOException {
    String text = Files.readString(config);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    Files.writeString(folder.resolve("sockeye.conf"), text);
    Files.copy(config.resolveSibling("nginx.conf"), folder.resolve("nginx.conf"));
    return new ProcessBuilder("nginx", "-e", "stderr", "-p", folder + "/", "-c", "nginx.conf");
  }

  private static String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** Waits until the proxy serves. */
  void awaitStart() {
    process.await(0, line -> line.contains(greeting));
  }

  /** What happened so far; for {@link #awaitDown} and {@link #awaitUp}. */
  int mark() {
    return process.said();
  }

  /** Waits until the proxy has noticed that a node is gone; nginx notices with the next request. */
  void awaitDown(int mark, String node) {
    awaitCheck(mark, node + " is DOWN");
  }

  /** Waits until the proxy has noticed that a node is back. */
  void awaitUp(int mark, String node) {
    awaitCheck(mark, node + " is UP");
  }

  private void awaitCheck(int mark, String news) {
    if (checksNodes) {
      process.await(mark, line -> line.contains(news));
    }
  }

  void awaitEnd() {
    process.awaitEnd();
  }

  @Override
  public void close() {
    process.close();
  }
}
