// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.ClusterMessage.AcquireLock;
import dev.sockeye.engineio.server.ClusterMessage.Body;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.ClusterMessage.Drain;
import dev.sockeye.engineio.server.ClusterMessage.Lock;
import dev.sockeye.engineio.server.ClusterMessage.LockResponse;
import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The requests here of sessions that other nodes have. What other nodes say comes on a thread of
 * the bus and hops to the request's.
 */
final class AwaySessions {
  private static final int ID_LENGTH = 20;

  private final EngineServer server;
  private final Cluster cluster;
  private final @Nullable SessionBinding binding;

  /** Each GET that waits, by its session. */
  private final Map<String, AwayPoll> polls = new ConcurrentHashMap<>();

  /** Each WebSocket that is passed on, by its session. */
  private final Map<String, AwayWebSocket> sockets = new ConcurrentHashMap<>();

  AwaySessions(EngineServer server, Cluster cluster) {
    this.server = server;
    this.cluster = cluster;
    this.binding = SessionBinding.of(server.options().access().sessionBinding());
  }

  EngineServer server() {
    return server;
  }

  Cluster cluster() {
    return cluster;
  }

  /** How long a session's node may have nothing to say: by then it has sent a ping. */
  Duration silence() {
    return server.options().pingInterval().plus(server.options().pingTimeout());
  }

  // --- requests

  /** What a request wants of another node's session; null if there can be none. */
  @Nullable Lock wanted(EngineRequest request) {
    if (request.protocol() != ProtocolVersion.V4
        || request.sid().length() != ID_LENGTH
        || cluster.isBusy()) {
      return null;
    }
    boolean isWebSocket = request.transport().equals(Transport.WEBSOCKET.wireName());
    if (request.upgrade() != null) {
      return isWebSocket && server.options().allowUpgrades() ? Lock.UPGRADE : null;
    }
    return switch (isWebSocket ? "" : request.exchange().method()) {
      case "GET" -> Lock.READ;
      case "POST" -> Lock.WRITE;
      default -> null;
    };
  }

  /** Asks the other nodes for a request's session, and answers it. On the exchange's thread. */
  void pass(EngineRequest request, Lock lock) {
    String key = binding == null ? null : binding.carriedBy(request.exchange().headers());
    Scheduler thread = request.exchange().scheduler();
    AwayRequest passed =
        switch (lock) {
          case READ -> new AwayPoll(this, request);
          case WRITE -> new AwayPost(this, request, key);
          case UPGRADE -> new AwayWebSocket(this, request);
        };
    cluster.ask(
        null,
        new AcquireLock(request.sid(), lock, key),
        thread,
        new Cluster.Answer() {
          @Override
          public void onAnswer(String node, Body body) {
            if (body instanceof LockResponse response && response.success()) {
              if (passed instanceof AwayPoll poll) {
                polls.put(request.sid(), poll);
              }
              Cluster.execute(thread, () -> passed.begin(node));
            } else {
              Cluster.execute(thread, this::onSilence);
            }
          }

          @Override
          public void onSilence() {
            refuse(request);
          }
        });
  }

  /** Nobody has the session, or may lend it. On the exchange's thread. */
  void refuse(EngineRequest request) {
    server.refuse(request, Refusal.of(EngineError.UNKNOWN_SID, "sid", request.sid()));
  }

  /** A GET has been answered. */
  void forget(AwayPoll poll) {
    polls.remove(poll.sid(), poll);
  }

  /** A WebSocket waits for what the session's node sends. */
  void add(AwayWebSocket socket) {
    sockets.put(socket.sid(), socket);
  }

  /** A WebSocket has ended, or has a session here. */
  void forget(AwayWebSocket socket) {
    sockets.remove(socket.sid(), socket);
  }

  // --- what other nodes say

  void onDrain(String node, Drain drain) {
    AwayPoll poll = polls.remove(drain.sid());
    AwayWebSocket socket = poll == null ? sockets.get(drain.sid()) : null;
    if (poll != null) {
      Cluster.execute(poll.thread(), () -> poll.answer(drain.messages()));
    } else if (socket != null) {
      Cluster.execute(socket.thread(), () -> socket.write(drain.messages()));
    } else {
      // The client will not get it, so the session has a gap.
      cluster.tell(node, new Close(drain.sid(), CloseReason.TRANSPORT_ERROR));
    }
  }

  /** Something may be missing from what other nodes have sent. */
  void onLost() {
    endAll(CloseReason.TRANSPORT_ERROR);
  }

  /** This node stops. */
  CompletionStage<Void> close() {
    return endAll(CloseReason.TRANSPORT_CLOSE);
  }

  private CompletionStage<Void> endAll(CloseReason reason) {
    List<CompletableFuture<Void>> ended = new ArrayList<>();
    polls.values().forEach(each -> ended.add(run(each.thread(), () -> each.end(reason))));
    sockets.values().forEach(each -> ended.add(run(each.thread(), () -> each.end(reason))));
    return CompletableFuture.allOf(ended.toArray(CompletableFuture[]::new));
  }

  private static CompletableFuture<Void> run(Scheduler thread, Runnable task) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    boolean taken =
        Cluster.execute(
            thread,
            () -> {
              task.run();
              done.complete(null);
            });
    if (!taken) {
      done.complete(null);
    }
    return done;
  }
}
