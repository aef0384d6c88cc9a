// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How {@code ./bench client} and the process of the clients talk, a line each way. {@code connect
 * N} opens so many connections, one after the other with a few under way; {@code go} lets them
 * echo; {@code stop} ends that and waits for the last answer; {@code count} tells how many answers
 * came. The end of the standard input ends the process.
 */
final class ClientControl {
  /** More at once would fill the server's backlog. */
  private static final int CONNECTING_AT_ONCE = 50;

  private final EchoClient.Maker maker;
  private final URI server;
  private final int inFlight;
  private final List<EchoClient> clients = new ArrayList<>();
  private final LongAdder answers = new LongAdder();

  /** Whether an answer is followed by the next event. */
  private volatile boolean isGoing;

  /** What went wrong first; empty if nothing has. */
  private volatile String failure = "";

  /** One for each event that is on its way. */
  private final Semaphore atHome = new Semaphore(0);

  private ClientControl(EchoClient.Maker maker, URI server, int inFlight) {
    this.maker = maker;
    this.server = server;
    this.inFlight = inFlight;
  }

  /**
   * Obeys until the standard input ends, then ends the process.
   *
   * @param args the server's port, and how many events of a client are on their way at a time
   */
  static void run(EchoClient.Maker maker, String[] args) throws IOException, InterruptedException {
    URI server = URI.create("http://127.0.0.1:" + args[0]);
    var control = new ClientControl(maker, server, Integer.parseInt(args[1]));
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(control.obey(line.split(" ", -1)));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private String obey(String[] command) throws InterruptedException {
    return switch (command[0]) {
      case "connect" -> connect(Integer.parseInt(command[1]));
      case "go" -> go();
      case "stop" -> stop();
      case "count" -> failure.isEmpty() ? "COUNT " + answers.sum() : "FAILED " + failure;
      case "gc" -> "MEMORY " + heapAfterCollection() + " " + threads();
      default -> "FAILED unknown command " + command[0];
    };
  }

  private String connect(int count) throws InterruptedException {
    var connecting = new Semaphore(CONNECTING_AT_ONCE);
    var missing = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      if (!connecting.tryAcquire(1, TimeUnit.MINUTES)) {
        return "FAILED " + missing.getCount() + " of " + count + " connections don't come about";
      }
      clients.add(
          maker.connect(
              server,
              () -> {
                connecting.release();
                missing.countDown();
              }));
    }
    return missing.await(1, TimeUnit.MINUTES)
        ? "CONNECTED " + count
        : "FAILED " + missing.getCount() + " of " + count + " connections don't come about";
  }

  private String go() {
    isGoing = true;
    for (EchoClient client : clients) {
      for (int slot = 0; slot < inFlight; slot++) {
        echo(client, slot);
      }
    }
    return "GOING";
  }

  private void echo(EchoClient client, int id) {
    client.echo(
        id,
        answer -> {
          answers.increment();
          if (answer != id) {
            failure = "the answer to " + id + " was " + answer;
          }
          if (isGoing) {
            echo(client, id);
          } else {
            atHome.release();
          }
        });
  }

  private String stop() throws InterruptedException {
    isGoing = false;
    int expected = clients.size() * inFlight;
    return atHome.tryAcquire(expected, 1, TimeUnit.MINUTES)
        ? "STOPPED"
        : "FAILED of " + expected + " answers came " + atHome.availablePermits();
  }

  private static long heapAfterCollection() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }
}
