// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent on one connection, and how much that is. Holds nothing but this object
 * while nothing waits.
 */
final class Outbox {
  private static final AtomicIntegerFieldUpdater<Outbox> BYTES =
      AtomicIntegerFieldUpdater.newUpdater(Outbox.class, "bytes");

  private final int maxBytes;

  /** The bytes that wait, those on their way to the connection's thread included; by CAS. */
  private volatile int bytes;

  /** Connection's thread only; null while empty. */
  private @Nullable ArrayDeque<Frame> frames;

  Outbox(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A part of a message as Engine.IO 4 sends it over WebSocket. */
  static Frame frame(RawData part, boolean compress) {
    int prefix = part.isBinary() ? Frame.NO_PREFIX : PacketType.MESSAGE.code();
    return new Frame(prefix, part, compress, false);
  }

  /** A packet of the protocol itself. */
  static Frame control(PacketType type, RawData data) {
    return new Frame(type.code(), data, false, false);
  }

  /** The type of the packet that a frame carries. */
  static PacketType type(Frame frame) {
    return frame.prefix() == Frame.NO_PREFIX
        ? PacketType.MESSAGE
        : PacketType.of((byte) frame.prefix());
  }

  /** The packet that a frame carries. */
  static Packet packet(Frame frame) {
    return new Packet(type(frame), frame.data());
  }

  /**
   * Makes room for a message that {@link #add} follows for. Any thread.
   *
   * @throws IllegalStateException if there is none
   */
  void reserve(List<RawData> parts) {
    long wanted = 0;
    for (RawData part : parts) {
      wanted += size(part);
    }
    int now;
    do {
      now = bytes;
      if (now + wanted > maxBytes) {
        throw new IllegalStateException(
            "a message of "
                + wanted
                + " bytes can't wait behind "
                + now
                + " others: maxBufferedBytes is "
                + maxBytes);
      }
    } while (!BYTES.compareAndSet(this, now, (int) (now + wanted)));
  }

  /** Takes back what {@link #reserve} did. Any thread. */
  void release(List<RawData> parts) {
    parts.forEach(part -> BYTES.addAndGet(this, -size(part)));
  }

  private static int size(RawData data) {
    // One more, so that empty messages don't pile up unseen.
    return data.length() + 1;
  }

  /** The bytes that wait. Any thread. */
  int bytes() {
    return bytes;
  }

  /** Puts a frame at the end. */
  void add(Frame frame) {
    if (frames == null) {
      frames = new ArrayDeque<>(4);
    }
    frames.add(frame);
  }

  boolean isEmpty() {
    return frames == null;
  }

  /** The frame at the front; null if there is none. */
  @Nullable Frame peek() {
    return frames == null ? null : frames.peek();
  }

  /** Takes the frame at the front; null if there is none. */
  @Nullable Frame poll() {
    if (frames == null) {
      return null;
    }
    Frame frame = frames.remove();
    if (frames.isEmpty()) {
      frames = null;
    }
    if (type(frame) == PacketType.MESSAGE) {
      // Packets of the protocol itself don't count, so that no limit stops them.
      BYTES.addAndGet(this, -size(frame.data()));
    }
    return frame;
  }

  void clear() {
    while (poll() != null) {
      // Each takes its bytes with it.
    }
  }
}
