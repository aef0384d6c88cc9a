// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;

/** Starts three nodes behind a proxy, for a try-out: what {@code ./run} starts. */
public final class Sticky {
  private static final int DEFAULT_PORT = 3000;

  private Sticky() {}

  /** {@code haproxy|haproxy-insert|nginx|awsalb [--port N]}, until Ctrl-C. */
  public static void main(String[] args) {
    try {
      Setup setup = Setup.of(args.length == 0 ? "" : args[0]);
      run(setup, port(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println("usage: run " + Setup.labels() + " [--port N]");
      System.exit(2);
    } catch (IOException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int port(String... args) {
    if (args.length == 1) {
      return DEFAULT_PORT;
    }
    if (args.length == 3 && args[1].equals("--port") && args[2].matches("\\d{1,5}")) {
      return Integer.parseInt(args[2]);
    }
    throw new IllegalArgumentException("--port wants a number");
  }

  private static void run(Setup setup, int port) throws IOException {
    Cluster.Plan plan =
        new Cluster.Plan(
            Path.of(setup.file()),
            "127.0.0.1:" + port,
            InetAddress.getLoopbackAddress(),
            setup == Setup.HAPROXY,
            List.of(),
            Cluster.newFolder());
    Cluster cluster = new Cluster(plan, System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cluster, plan.folder())));
    cluster.start();
    for (NodeProcess node : cluster.nodes()) {
      System.out.printf(
          "%s is at http://%s, process %d%n", node.name(), node.hostAndPort(), node.pid());
    }
    System.out.printf("All three are at http://localhost:%d, by %s%n", port, setup.file());
    System.out.println("Ctrl-C ends it; kill, start or restart and the name of a node do that.");
    obey(cluster);
    cluster.awaitEnd();
  }

  private static void end(Cluster cluster, Path folder) {
    cluster.close();
    try {
      Cluster.delete(folder);
    } catch (IOException e) {
      System.err.println("could not delete " + folder + ": " + e);
    }
  }

  /** Does what is written on the console, for as long as there is one. */
  private static void obey(Cluster cluster) {
    Scanner console = new Scanner(System.in, UTF_8);
    while (console.hasNextLine()) {
      String[] words = console.nextLine().strip().split(" +", -1);
      try {
        String node = words.length == 2 ? words[1] : "";
        switch (words[0]) {
          case "kill" -> cluster.kill(node);
          case "start" -> cluster.start(node);
          case "restart" -> cluster.restart(node);
          default -> System.out.println("kill, start or restart, and app01, app02 or app03");
        }
      } catch (IllegalArgumentException | IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
