// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What this node asks the others, and how their answers and its own come together. */
final class Questions {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Function<ClusterMessage, Envelope> envelope;
  private final ClusterOptions options;
  private final ClusterHealth health;
  private final LocalSockets local;
  private final Bus bus;
  private final Publications publications;
  private final Requests requests;

  /** Null where the backend counts the nodes. */
  private final @Nullable Peers peers;

  /**
   * @param envelope says that a message is this node's
   */
  Questions(
      Function<ClusterMessage, Envelope> envelope,
      ClusterOptions options,
      ClusterHealth health,
      LocalSockets local,
      Bus bus,
      Publications publications,
      Requests requests,
      @Nullable Peers peers) {
    this.envelope = envelope;
    this.options = options;
    this.health = health;
    this.local = local;
    this.bus = bus;
    this.publications = publications;
    this.requests = requests;
    this.peers = peers;
  }

  /** An id of a request, or of a node: 8 random bytes in hexadecimal. */
  static String randomId() {
    return String.format("%016x", RANDOM.nextLong());
  }

  // --- to clients

  /** Sends an event to clients of all nodes; see {@link Adapter#broadcastWithAck}. */
  CompletionStage<Integer> toClients(
      Packet packet, BroadcastOptions to, IntConsumer clientCount, AnswerListener answers) {
    Duration given = to.flags().timeout();
    Duration timeout = given == null ? options.answerTimeout() : given;
    BroadcastOptions timed =
        new BroadcastOptions(to.rooms(), to.except(), to.flags().withTimeout(timeout));
    String id = randomId();
    IntConsumer counts = oneByOne(clientCount);
    ClientAnswers others = new ClientAnswers(awaited(), options.json(), counts, answers, health);
    CompletableFuture<Integer> own = new CompletableFuture<>();
    requests.add(id, others, timeout);
    try {
      publications
          .publish(
              envelope.apply(new ClusterMessage.Broadcast(packet, timed, id)),
              offset ->
                  local
                      .deliverWithAck(packet, to, counts, answers)
                      .whenComplete((missing, error) -> settle(own, missing, error)))
          .whenComplete((done, error) -> settle(own, null, error));
    } catch (RuntimeException e) {
      requests.fail(id, e);
      throw e;
    }
    count(id);
    others.completeIfAllAnswered();
    requests.forgetIfDone(id);
    return own.thenCombine(others.missing(), Integer::sum);
  }

  private static void settle(
      CompletableFuture<Integer> future, @Nullable Integer value, @Nullable Throwable error) {
    if (error != null) {
      future.completeExceptionally(error);
    } else if (value != null) {
      future.complete(value);
    }
  }

  /** Nodes tell on different threads how many clients they have; the caller hears it in turn. */
  private static IntConsumer oneByOne(IntConsumer consumer) {
    Object turn = new Object();
    return count -> {
      synchronized (turn) {
        consumer.accept(count);
      }
    };
  }

  // --- to nodes

  /** The sockets of all nodes. */
  CompletionStage<List<SocketSnapshot>> sockets(BroadcastOptions to) {
    Duration given = to.flags().timeout();
    return ask(
        local.snapshots(to),
        response ->
            response instanceof ClusterMessage.FetchSocketsResponse found ? found.sockets() : null,
        id -> new ClusterMessage.FetchSockets(to, id),
        given == null ? options.requestTimeout() : given);
  }

  /** What the other nodes answer to an event. */
  CompletionStage<List<@Nullable Object>> toServers(
      List<? extends @Nullable Object> nameAndArguments) {
    return ask(
        List.of(),
        Questions::answerOf,
        id -> new ClusterMessage.ServerSideEmit(nameAndArguments, id),
        options.requestTimeout());
  }

  private static @Nullable List<@Nullable Object> answerOf(ClusterMessage response) {
    if (!(response instanceof ClusterMessage.ServerSideEmitResponse answer)) {
      return null;
    }
    List<@Nullable Object> one = new ArrayList<>(1);
    one.add(answer.value());
    return one;
  }

  /** Makes the message of a request. */
  private interface Question {
    ClusterMessage withId(String requestId);
  }

  private <T extends @Nullable Object> CompletionStage<List<T>> ask(
      List<T> own, NodeAnswers.Content<T> content, Question question, Duration timeout) {
    String id = randomId();
    NodeAnswers<T> request =
        new NodeAnswers<>(awaited(), own, content, options.maxAnswers(), health);
    requests.add(id, request, timeout);
    try {
      publications
          .send(envelope.apply(question.withId(id)))
          .whenComplete(
              (sent, error) -> {
                if (error != null) {
                  requests.fail(id, error);
                }
              });
    } catch (RuntimeException e) {
      requests.fail(id, e);
      throw e;
    }
    count(id);
    request.completeIfAllAnswered();
    requests.forgetIfDone(id);
    return request.result();
  }

  // --- whom they wait for

  private AwaitedNodes awaited() {
    return peers == null ? AwaitedNodes.counted() : AwaitedNodes.named(peers.uids());
  }

  /** Finds out how many nodes were asked, if the backend knows. */
  private void count(String id) {
    if (peers == null) {
      bus.serverCount()
          .whenComplete(
              (servers, error) -> {
                if (error == null) {
                  requests.onExpected(id, servers - 1);
                } else {
                  requests.fail(id, error);
                }
              });
    }
  }
}
