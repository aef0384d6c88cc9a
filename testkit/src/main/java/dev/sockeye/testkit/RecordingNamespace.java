// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.AnswerListener;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A namespace for an adapter under test: it notes what reaches its sockets and listeners, line by
 * line, such as {@code [hi, 1] to [ann, bob]}. Its sockets answer at once.
 *
 * <p>Safe for use from any thread. A subclass may note what is delivered in its own way.
 */
public class RecordingNamespace implements LocalNamespace {
  private static final int PATIENCE_SECONDS = 20;

  private final String name;
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  /** Null unless clients may come back. */
  private final @Nullable RecoveryOptions recovery;

  /** A namespace by its name, such as {@code /}. */
  public RecordingNamespace(String name) {
    this(name, null);
  }

  /** The same, whose clients may come back to their sessions. */
  public RecordingNamespace(String name, @Nullable RecoveryOptions recovery) {
    this.name = name;
    this.recovery = recovery;
  }

  /** The next thing that happens; fails if nothing does in 20 seconds. */
  public String next() {
    String next = nextWithin(Duration.ofSeconds(PATIENCE_SECONDS));
    if (next == null) {
      throw new AssertionError("nothing happens in " + name);
    }
    return next;
  }

  /** The next things that happen. */
  public List<String> next(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(next());
    }
    return lines;
  }

  /** The next thing that happens; null if nothing does in a time. */
  public @Nullable String nextWithin(Duration time) {
    try {
      return log.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** A socket of this namespace, which is in no room before the adapter has put it there. */
  public LocalSocket socket(String id) {
    return new AdapterContract.FakeSocket(id, log::add);
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
    return Optional.ofNullable(recovery);
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
  public void onServerSideEmit(
      List<? extends @Nullable Object> nameAndArguments,
      @Nullable Consumer<@Nullable Object> answer) {
    log.add("server: " + nameAndArguments);
    if (answer != null) {
      answer.accept("pong");
    }
  }
}
