// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.spi.EncodedPacket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The events of one namespace that clients may have missed, in order, with an index by room, so
 * that who comes back looks at the events of its own rooms only. Not safe for use from several
 * threads.
 */
final class PacketLog {
  // What an event costs in objects, so that floods of small ones count.
  private static final int OVERHEAD = 256;

  private final int maxPackets;
  private final long maxBytes;
  private final long keepNanos;

  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private final ArrayDeque<Entry> forAll = new ArrayDeque<>();
  private final Map<String, ArrayDeque<Entry>> byRoom = new HashMap<>();

  private long bytes;

  /** The newest event that was dropped for want of space; 0 before the first. */
  private long evicted;

  /** When that event was sent. */
  private long evictedAt;

  /**
   * @param keepNanos how long an event is kept
   */
  PacketLog(int maxPackets, long maxBytes, long keepNanos) {
    this.maxPackets = maxPackets;
    this.maxBytes = maxBytes;
    this.keepNanos = keepNanos;
  }

  /** An event, its number, and whom it concerned. */
  private record Entry(
      long number,
      long sentAt,
      Set<String> rooms,
      Set<String> except,
      EncodedPacket packet,
      long bytes) {
    /** Whether it concerned a client. */
    boolean concerns(Memberships client) {
      return (rooms.isEmpty() || client.wasInOneOf(rooms, number))
          && !client.wasInOneOf(except, number);
    }
  }

  /** Appends an event; its number is greater than those before. */
  void add(long number, long now, BroadcastOptions options, EncodedPacket packet) {
    Entry entry = new Entry(number, now, options.rooms(), options.except(), packet, weight(packet));
    entries.add(entry);
    bytes += entry.bytes();
    if (entry.rooms().isEmpty()) {
      forAll.add(entry);
    }
    for (String room : entry.rooms()) {
      byRoom.computeIfAbsent(room, name -> new ArrayDeque<>(4)).add(entry);
    }
    while (entries.size() > maxPackets || bytes > maxBytes) {
      Entry oldest = entries.element();
      evicted = oldest.number();
      evictedAt = oldest.sentAt();
      drop(oldest);
    }
  }

  private static long weight(EncodedPacket packet) {
    long bytes = (long) OVERHEAD + packet.first().remaining();
    for (ByteBuffer attachment : packet.attachments()) {
      bytes += attachment.remaining();
    }
    return bytes;
  }

  /** Drops what has been kept long enough. */
  void expire(long now) {
    while (!entries.isEmpty() && now - entries.element().sentAt() > keepNanos) {
      drop(entries.element());
    }
  }

  /** Drops the oldest event, which comes first in each room, too. */
  private void drop(Entry oldest) {
    entries.remove();
    bytes -= oldest.bytes();
    if (oldest.rooms().isEmpty()) {
      forAll.remove();
    }
    for (String room : oldest.rooms()) {
      byRoom.computeIfPresent(
          room,
          (name, rest) -> {
            rest.remove();
            return rest.isEmpty() ? null : rest;
          });
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The number of events that are kept. */
  int size() {
    return entries.size();
  }

  /** Whether all events after a number that could have been missed are still here. */
  boolean reachesBackTo(long number, long now) {
    return number >= evicted || now - evictedAt > keepNanos;
  }

  /** The events after a number that concerned a client, in order. */
  List<EncodedPacket> after(long number, Memberships client) {
    TreeMap<Long, EncodedPacket> found = new TreeMap<>();
    collect(forAll, number, client, found);
    for (String room : client.rooms()) {
      ArrayDeque<Entry> ofRoom = byRoom.get(room);
      if (ofRoom != null) {
        collect(ofRoom, number, client, found);
      }
    }
    return List.copyOf(found.values());
  }

  private static void collect(
      ArrayDeque<Entry> from, long number, Memberships client, Map<Long, EncodedPacket> found) {
    for (Iterator<Entry> newest = from.descendingIterator(); newest.hasNext(); ) {
      Entry entry = newest.next();
      if (entry.number() <= number) {
        return;
      }
      if (entry.concerns(client)) {
        found.put(entry.number(), entry.packet());
      }
    }
  }
}
