// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.AnswerListener;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.HandshakeSnapshot;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A namespace that notes what reaches its sockets and listeners. */
final class RecordingNamespace implements LocalNamespace {
  private static final int PATIENCE_SECONDS = 20;

  private final String name;
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  RecordingNamespace(String name) {
    this.name = name;
  }

  /** The next thing that happens. */
  String next() {
    try {
      String next = log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing happens in " + name);
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** The next thing that happens; null if nothing does in a time. */
  String nextWithin(Duration time) {
    try {
      return log.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** A socket of this node. */
  LocalSocket socket(String id) {
    return new NamedSocket(id);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public EncodedPacket deliver(
      Packet packet, BroadcastFlags flags, Collection<LocalSocket> targets) {
    log.add(packet.data() + " to " + targets.stream().map(LocalSocket::id).sorted().toList());
    return new EncodedPacket(UTF_8.encode(""), false, List.of());
  }

  @Override
  public EncodedPacket deliver(Packet packet, BroadcastFlags flags, LocalSocket target) {
    return deliver(packet, flags, List.of(target));
  }

  @Override
  public Optional<RecoveryOptions> recovery() {
    return Optional.empty();
  }

  @Override
  public CompletionStage<Integer> deliverWithAck(
      Packet packet,
      BroadcastFlags flags,
      Collection<LocalSocket> targets,
      IntConsumer clientCount,
      AnswerListener answers) {
    clientCount.accept(targets.size());
    targets.forEach(target -> answers.onAnswer(target.id(), Args.empty()));
    return CompletableFuture.completedFuture(0);
  }

  @Override
  public void onServerSideEmit(List<?> nameAndArguments, Consumer<Object> answer) {
    log.add("server: " + nameAndArguments);
    if (answer != null) {
      answer.accept("pong");
    }
  }

  private final class NamedSocket implements LocalSocket {
    private final String id;

    NamedSocket(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public SocketSnapshot snapshot() {
      return new SocketSnapshot(
          id,
          new HandshakeSnapshot(
              Map.of(), "now", "127.0.0.1", false, false, 0, "/", Map.of(), Map.of()),
          Set.of(id),
          Map.of());
    }

    @Override
    public void join(Collection<String> rooms) {
      log.add(id + " joins " + rooms);
    }

    @Override
    public void leave(Collection<String> rooms) {
      log.add(id + " leaves " + rooms);
    }

    @Override
    public void disconnect(boolean close) {
      log.add(id + " disconnects " + close);
    }
  }
}
