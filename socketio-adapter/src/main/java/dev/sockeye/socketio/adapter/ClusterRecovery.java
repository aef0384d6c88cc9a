// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.spi.BusHistory;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Restores clients on any node of a cluster, from the history that its bus keeps.
 *
 * <p>The history has one order, and on each node events reach the sockets in it, one at a time. So
 * what a client missed is what the history has from the client's last event up to where this node
 * has come; and what comes after that is noted until the client is let in.
 */
final class ClusterRecovery implements SessionRecovery {
  private static final CompletableFuture<Optional<RestoredSession>> NOTHING =
      CompletableFuture.completedFuture(Optional.empty());

  private final LocalNamespace namespace;
  private final LocalSockets local;
  private final BusHistory history;
  private final RecoveryOptions options;
  private final Arrivals arrivals;
  private final Publications publications;
  private final String uid;

  /** The offset of the last event of this namespace that came; "" before. Guarded by the turn. */
  private String seen = "";

  /** Clients on their way back. Guarded by the turn. */
  private final List<Returning> returning = new ArrayList<>(0);

  ClusterRecovery(
      LocalNamespace namespace,
      LocalSockets local,
      BusHistory history,
      RecoveryOptions options,
      ClusterOptions cluster,
      Publications publications,
      String uid) {
    this.namespace = namespace;
    this.local = local;
    this.history = history;
    this.options = options;
    this.publications = publications;
    this.uid = uid;
    this.arrivals = new Arrivals(history, cluster);
  }

  @Override
  public String offset() {
    return history.offset();
  }

  // --- sending

  @Override
  public CompletionStage<Void> send(LocalSocket socket, Packet packet, BroadcastFlags flags) {
    BroadcastOptions self = new BroadcastOptions(Set.of(socket.id()), Set.of(), flags);
    Function<Packet, EncodedPacket> delivery =
        numbered -> namespace.deliver(numbered, flags, local.present(socket));
    return MemoryRecovery.isKept(packet, flags)
        ? publications.publish(
            new Envelope(uid, namespace.name(), new ClusterMessage.Broadcast(packet, self, null)),
            offset -> deliver(packet, self, offset, delivery))
        : publications.afterwards(() -> deliver(packet, self, Optional.empty(), delivery));
  }

  /** Delivers an event of this or of another node to sockets of this one. */
  void deliver(Packet packet, BroadcastOptions to, Optional<String> offset) {
    deliver(packet, to, offset, numbered -> local.deliver(numbered, to));
  }

  private void deliver(
      Packet packet,
      BroadcastOptions to,
      Optional<String> offset,
      Function<Packet, EncodedPacket> delivery) {
    publications.inTurn(
        () -> {
          try {
            boolean isKept = offset.isPresent() && MemoryRecovery.isKept(packet, to.flags());
            EncodedPacket encoded =
                delivery.apply(isKept ? numbered(packet, offset.get()) : packet);
            if (isKept) {
              returning.forEach(client -> client.note(offset.get(), to, encoded));
            }
          } finally {
            seen = offset.orElse(seen);
          }
        });
    offset.ifPresent(arrivals::onProgress);
  }

  /** Something else than an event has come. */
  void onSeen(String offset) {
    publications.inTurn(() -> seen = offset);
    arrivals.onProgress(offset);
  }

  private static Packet numbered(Packet packet, String offset) {
    List<@Nullable Object> arguments = new ArrayList<>();
    if (packet.data() instanceof List<?> plain) {
      arguments.addAll(plain);
    }
    arguments.add(offset);
    return Packet.event(packet.namespace(), Packet.NO_ID, arguments);
  }

  // --- sessions

  @Override
  public CompletionStage<Void> persistSession(LocalSocket socket, SocketSession session) {
    return history.persistSession(session, options.maxDisconnectionDuration());
  }

  @Override
  public CompletionStage<Optional<RestoredSession>> restoreSession(
      String pid, @Nullable String offset) {
    if (offset != null && !history.isOffset(offset)) {
      return NOTHING;
    }
    return history
        .takeSession(pid)
        .thenCompose(
            found -> {
              String from = found.map(session -> latest(session.since(), offset)).orElse("");
              return from.isEmpty()
                  ? NOTHING
                  : arrivals.at(from).thenCompose(here -> restore(found.orElseThrow(), from));
            });
  }

  /** The later one of two offsets, either of which may not be known; "" if none is. */
  private String latest(String since, @Nullable String got) {
    boolean isKnown = history.isOffset(since);
    if (got == null) {
      return isKnown ? since : "";
    }
    return isKnown && history.compare(since, got) > 0 ? since : got;
  }

  private CompletionStage<Optional<RestoredSession>> restore(SocketSession session, String from) {
    Returning client = new Returning(session);
    publications.inTurn(
        () -> {
          client.upTo = seen.isEmpty() || history.compare(seen, from) < 0 ? from : seen;
          returning.add(client);
        });
    return history
        .replay(from, client.upTo)
        .handle(
            (kept, error) -> {
              if (error != null || kept.isEmpty()) {
                forget(client);
                return Optional.empty();
              }
              client.replayed = kept.get();
              return Optional.of(client);
            });
  }

  private void forget(Returning client) {
    publications.inTurn(() -> returning.remove(client));
  }

  /** A client on its way back. */
  private final class Returning implements RestoredSession {
    private final SocketSession session;

    /** Up to where the history tells what it has missed. Written before it returns. */
    private String upTo = "";

    /** What the history tells. Written before anybody else knows of this. */
    private List<BusHistory.Kept> replayed = List.of();

    /** What has come after that. Guarded by the turn. */
    private final List<Noted> noted = new ArrayList<>(0);

    /** Whether too much has come to note it all. Guarded by the turn. */
    private boolean isLate;

    Returning(SocketSession session) {
      this.session = session;
    }

    private record Noted(BroadcastOptions to, EncodedPacket packet) {}

    void note(String offset, BroadcastOptions to, EncodedPacket packet) {
      isLate |= noted.size() >= options.maxPackets();
      if (!isLate && history.compare(offset, upTo) > 0) {
        noted.add(new Noted(to, packet));
      }
    }

    @Override
    public SocketSession session() {
      return session;
    }

    @Override
    public CompletionStage<Void> resume(LocalSocket socket, Consumer<List<EncodedPacket>> entry) {
      publications.inTurn(
          () -> {
            returning.remove(this);
            if (!isLate) {
              enter(socket, entry);
            }
          });
      return isLate
          ? CompletableFuture.failedFuture(late())
          : CompletableFuture.completedFuture(null);
    }

    private void enter(LocalSocket socket, Consumer<List<EncodedPacket>> entry) {
      Set<String> rooms = new HashSet<>(session.rooms());
      rooms.addAll(local.rooms().of(socket)); // those that middleware has given it
      List<EncodedPacket> missed = missed(rooms);
      local.rooms().addAll(socket, session.rooms());
      entry.accept(missed);
    }

    private IllegalStateException late() {
      return new IllegalStateException(
          "more than "
              + options.maxPackets()
              + " events came while a client came back (RecoveryOptions.maxPackets)");
    }

    private List<EncodedPacket> missed(Set<String> rooms) {
      List<EncodedPacket> missed = new ArrayList<>();
      for (BusHistory.Kept kept : replayed) {
        if (kept.envelope().message() instanceof ClusterMessage.Broadcast event
            && kept.envelope().namespace().equals(namespace.name())
            && event.requestId() == null
            && MemoryRecovery.isKept(event.packet(), event.options().flags())
            && concerns(event.options(), rooms)) {
          Packet numbered = numbered(event.packet(), kept.offset());
          missed.add(namespace.deliver(numbered, event.options().flags(), List.of()));
        }
      }
      for (Noted event : noted) {
        if (concerns(event.to(), rooms)) {
          missed.add(event.packet());
        }
      }
      return missed;
    }

    private static boolean concerns(BroadcastOptions to, Set<String> rooms) {
      return (to.rooms().isEmpty() || to.rooms().stream().anyMatch(rooms::contains))
          && to.except().stream().noneMatch(rooms::contains);
    }

    @Override
    public CompletionStage<Void> giveBack() {
      forget(this);
      return history.persistSession(session, options.maxDisconnectionDuration());
    }
  }
}
