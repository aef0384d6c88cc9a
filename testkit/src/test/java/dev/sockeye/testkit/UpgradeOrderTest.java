// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the interleaving of sends, polls, posts and the steps of an upgrade: nothing is lost,
 * doubled or out of order, in either direction.
 *
 * <p>The client follows the protocol as the official one does: once it has the {@code 3probe} it
 * stops polling, waits for the poll and the post that are out, and only then commits.
 */
class UpgradeOrderTest {
  private static final int STEPS = 400;

  private final TestEngine server = TestEngine.onThreads(2, options -> {});
  private final List<String> receivedByClient = new ArrayList<>();
  private int sentByServer;
  private int sentByClient;

  private String sid = "";
  private @Nullable LocalExchange poll;
  private @Nullable LocalExchange post;
  private @Nullable LocalUpgrade upgrade;
  private @Nullable LocalWebSocket socket;
  private boolean probeSent;
  private boolean probeAnswered;
  private boolean committed;

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anUpgradeKeepsEveryMessageInItsPlace(int seed) {
    Random random = new Random(seed);
    sid = server.host.peer().open().sid();
    for (int i = 0; i < STEPS; i++) {
      step(random);
    }
    settle();
    assertThat(committed).as("the upgrade has been committed").isTrue();
    assertThat(receivedByClient).isEqualTo(texts("s", sentByServer));
    assertThat(receivedByServer()).isEqualTo(texts("c", sentByClient));
  }

  private void step(Random random) {
    switch (random.nextInt(9)) {
      case 0 -> server.session().send(TestEngine.message("s" + sentByServer++));
      case 1 ->
          server
              .host
              .scheduler(0)
              .call(() -> server.session().send(TestEngine.message("s" + sentByServer++)));
      case 2 ->
          server.engine.broadcast(
              TestEngine.message("s" + sentByServer++), List.of(server.session()));
      case 3, 4 -> server.host.scheduler(random.nextInt(2)).runNext();
      case 5 -> clientPolls();
      case 6 -> clientSends();
      case 7 -> clientReads();
      default -> {
        // Rarely, so that the upgrade begins and ends anywhere in the conversation.
        if (random.nextInt(10) == 0) {
          clientUpgrades();
        }
      }
    }
  }

  private void clientPolls() {
    if (poll == null && !probeAnswered) {
      poll = submit("GET");
      poll.endBody();
    }
  }

  private void clientSends() {
    LocalWebSocket over = socket;
    if (committed && over != null) {
      over.send("4c" + sentByClient++);
    } else if (post == null && !probeAnswered) {
      post = submit("POST");
      String payload = "4c" + sentByClient++ + RS + "4c" + sentByClient++;
      post.sendChunk(payload.getBytes(UTF_8)).endBody();
    }
  }

  private void clientReads() {
    if (poll != null && poll.isAnswered()) {
      String body = poll.body();
      poll = null;
      List.of(body.split(RS)).forEach(this::clientReceives);
    }
    if (post != null && post.isAnswered()) {
      assertThat(post.body()).isEqualTo("ok");
      post = null;
    }
    if (socket != null) {
      socket.received().forEach(this::clientReceives);
    }
  }

  private void clientReceives(String packet) {
    if (packet.equals("3probe")) {
      probeAnswered = true;
    } else if (packet.startsWith("4")) {
      receivedByClient.add(packet.substring(1));
    } else {
      assertThat(packet).isEqualTo("6");
    }
  }

  private void clientUpgrades() {
    if (upgrade == null) {
      upgrade =
          server.host.submitUpgrade(
              LocalRequest.of("GET", "/engine.io/", "EIO=4&transport=websocket&sid=" + sid),
              server.host.scheduler(1));
    } else if (socket == null && upgrade.isAccepted()) {
      socket = upgrade.webSocket();
    } else if (socket != null && !probeSent) {
      probeSent = true;
      socket.send("2probe");
    } else if (socket != null && probeAnswered && poll == null && post == null && !committed) {
      committed = true;
      socket.send("5");
    }
  }

  private LocalExchange submit(String method) {
    return server.host.submit(
        LocalRequest.of(method, "/engine.io/", "EIO=4&transport=polling&sid=" + sid),
        server.host.scheduler(1));
  }

  /** Lets the client finish what it has begun. */
  private void settle() {
    for (int i = 0; i < 8; i++) {
      server.host.runPending();
      clientReads();
      clientUpgrades();
    }
    server.host.advance(ofMillis(100));
    clientReads();
    clientUpgrades();
    server.host.runPending();
    clientReads();
  }

  private List<String> receivedByServer() {
    return server.recorder.events().stream()
        .filter(event -> event.startsWith("message "))
        .map(event -> event.substring("message ".length()))
        .toList();
  }

  private static List<String> texts(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
