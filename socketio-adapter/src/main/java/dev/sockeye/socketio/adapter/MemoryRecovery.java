// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps sessions and events in the memory of one node, for a {@link MemoryAdapter}.
 *
 * <p>Each event gets a number, and leaves while a lock is held: so all sockets get events in the
 * order of their numbers, and who comes back is let in between two of them. An offset is that
 * number, behind what tells this instance from others.
 */
final class MemoryRecovery implements SessionRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryRecovery.class);
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
  private static final int RADIX = 36;

  private final LocalNamespace namespace;
  private final LocalSockets local;
  private final RecoveryOptions options;
  private final String prefix = Long.toString(new SecureRandom().nextLong() >>> 1, RADIX) + ".";

  private final ReentrantLock lock = new ReentrantLock();

  /** Guarded by the lock. */
  private final PacketLog log;

  /** Guarded by the lock. */
  private final LostSessions lost;

  /** What listeners send while an event is being sent: it leaves next. Guarded by the lock. */
  private final ArrayDeque<Runnable> next = new ArrayDeque<>();

  /** The number of the last event. Written while the lock is held. */
  private volatile long last;

  /** Whether somebody will come to clean up. Guarded by the lock. */
  private boolean isSweeping;

  private final ConcurrentHashMap<LocalSocket, Memberships> memberships = new ConcurrentHashMap<>();

  MemoryRecovery(LocalNamespace namespace, LocalSockets local, RecoveryOptions options) {
    this.namespace = namespace;
    this.local = local;
    this.options = options;
    this.log = new PacketLog(options.maxPackets(), options.maxBytes(), keepNanos());
    this.lost =
        new LostSessions(options.maxSessions(), options.maxDisconnectionDuration().toNanos());
  }

  private long keepNanos() {
    return options.maxDisconnectionDuration().plus(options.maxSilence()).toNanos();
  }

  private long now() {
    return options.nanoTime().getAsLong();
  }

  @Override
  public String offset() {
    return offset(last);
  }

  private String offset(long number) {
    return prefix + Long.toString(number, RADIX);
  }

  /** The number in an offset; -1 if it is none of this instance, or of the future. */
  private long number(String offset) {
    if (!offset.startsWith(prefix) || offset.startsWith("-", prefix.length())) {
      return -1;
    }
    try {
      long number = Long.parseLong(offset, prefix.length(), offset.length(), RADIX);
      return number <= last ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  // --- sending

  /** Sends an event to sockets, and keeps it if it is one that is kept. */
  void broadcast(Packet packet, BroadcastOptions to) {
    if (isKept(packet, to.flags())) {
      send(packet, to, numbered -> local.deliver(numbered, to));
    } else {
      local.deliver(packet, to);
    }
  }

  @Override
  public CompletionStage<Void> send(LocalSocket socket, Packet packet, BroadcastFlags flags) {
    if (isKept(packet, flags)) {
      BroadcastOptions self = BroadcastOptions.room(socket.id());
      send(packet, self, numbered -> namespace.deliver(numbered, flags, local.present(socket)));
    } else {
      namespace.deliver(packet, flags, socket);
    }
    return DONE;
  }

  /** Whether an event may be sent again to who missed it. */
  static boolean isKept(Packet packet, BroadcastFlags flags) {
    return packet.id() == Packet.NO_ID && !flags.isVolatile();
  }

  private void send(Packet packet, BroadcastOptions to, Function<Packet, EncodedPacket> delivery) {
    if (lock.isHeldByCurrentThread()) {
      next.add(() -> number(packet, to, delivery));
      return;
    }
    lock.lock();
    try {
      number(packet, to, delivery);
    } finally {
      unlock();
    }
  }

  /** Sends what listeners have sent meanwhile, then lets the other threads go on. */
  private void unlock() {
    try {
      for (Runnable task = next.poll(); task != null; task = next.poll()) {
        try {
          task.run();
        } catch (RuntimeException e) {
          LOG.warn("an event of a listener of outgoing events can't be sent", e);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void number(
      Packet packet, BroadcastOptions to, Function<Packet, EncodedPacket> delivery) {
    long number = last + 1;
    List<@Nullable Object> arguments = new ArrayList<>();
    if (packet.data() instanceof List<?> plain) {
      arguments.addAll(plain);
    }
    arguments.add(offset(number));
    // If it can't be encoded, the number is free for the next one.
    EncodedPacket encoded =
        delivery.apply(Packet.event(packet.namespace(), Packet.NO_ID, arguments));
    last = number;
    long now = now();
    expire(now);
    log.add(number, now, to, encoded);
    sweepLater();
  }

  // --- rooms

  /** A socket is about to join rooms. */
  void onJoin(LocalSocket socket, Collection<String> names) {
    memberships.computeIfAbsent(socket, key -> new Memberships()).join(names, last);
  }

  /** A socket has left a room. */
  void onLeave(LocalSocket socket, String name) {
    Memberships mine = memberships.get(socket);
    if (mine != null) {
      mine.leave(name, last);
    }
  }

  /** A socket has left all rooms. */
  void onLeaveAll(LocalSocket socket) {
    memberships.remove(socket);
  }

  // --- sessions

  @Override
  public CompletionStage<Void> persistSession(LocalSocket socket, SocketSession session) {
    Memberships mine = memberships.getOrDefault(socket, new Memberships());
    keep(new LostSessions.Lost(session, now(), mine));
    return DONE;
  }

  private void keep(LostSessions.Lost session) {
    lock.lock();
    try {
      expire(now());
      lost.add(session);
      sweepLater();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public CompletionStage<Optional<RestoredSession>> restoreSession(
      String pid, @Nullable String offset) {
    lock.lock();
    try {
      long now = now();
      expire(now);
      LostSessions.Lost session = lost.remove(pid, now);
      return CompletableFuture.completedFuture(
          session == null ? Optional.empty() : restored(session, offset, now));
    } finally {
      lock.unlock();
    }
  }

  private Optional<RestoredSession> restored(
      LostSessions.Lost session, @Nullable String offset, long now) {
    long since = number(session.session().since());
    long got = offset == null ? since : number(offset);
    // The offset may be from a session that the client had before this one.
    long from = Math.max(since, got);
    return got < 0 || !log.reachesBackTo(from, now)
        ? Optional.empty()
        : Optional.of(new Restored(session, from));
  }

  /** A session that has been taken back, and the number of the last event that it got. */
  private final class Restored implements RestoredSession {
    private final LostSessions.Lost lost;
    private final long from;

    Restored(LostSessions.Lost lost, long from) {
      this.lost = lost;
      this.from = from;
    }

    @Override
    public SocketSession session() {
      return lost.session();
    }

    @Override
    public CompletionStage<Void> resume(LocalSocket socket, Consumer<List<EncodedPacket>> entry) {
      lock.lock();
      try {
        Memberships mine = lost.memberships();
        mine.join(local.rooms().of(socket), last); // those that middleware has given it
        memberships.put(socket, mine);
        local.rooms().addAll(socket, session().rooms());
        entry.accept(log.after(from, mine));
      } finally {
        unlock();
      }
      return DONE;
    }

    @Override
    public CompletionStage<Void> giveBack() {
      keep(lost);
      return DONE;
    }
  }

  // --- cleaning up

  private void expire(long now) {
    log.expire(now);
    lost.expire(now);
  }

  /** Sees to it that a namespace in which nothing happens any more keeps nothing. */
  private void sweepLater() {
    if (!isSweeping) {
      isSweeping = true;
      CompletableFuture.delayedExecutor(keepNanos(), TimeUnit.NANOSECONDS).execute(this::sweep);
    }
  }

  private void sweep() {
    lock.lock();
    try {
      isSweeping = false;
      expire(now());
      if (!log.isEmpty() || !lost.isEmpty()) {
        sweepLater();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The number of events that are kept. */
  int size() {
    lock.lock();
    try {
      return log.size();
    } finally {
      lock.unlock();
    }
  }
}
