// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import java.util.List;

/**
 * What is sent to a session as one unit: a text or blob, together with the blobs that must follow
 * it directly (a Socket.IO packet and its attachments). Immutable, so that a broadcast makes it
 * once and each session shares it, frames included.
 *
 * <p>A unit is never torn: it is queued, dropped (if volatile) and moved to another transport as a
 * whole.
 */
public final class Message {
  static final Message PING = control(PacketType.PING, Packet.NO_DATA);
  static final Message PONG = control(PacketType.PONG, Packet.NO_DATA);
  static final Message CLOSE = control(PacketType.CLOSE, Packet.NO_DATA);
  static final Message NOOP = control(PacketType.NOOP, Packet.NO_DATA);

  private final List<Frame> frames;
  private final boolean isVolatile;
  private final int byteCount;

  private Message(List<RawData> parts, boolean isVolatile, boolean compress, boolean shared) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a message needs at least one part");
    }
    this.frames =
        parts.size() == 1
            ? List.of(frame(parts.get(0), compress, shared))
            : parts.stream().map(part -> frame(part, compress, shared)).toList();
    this.isVolatile = isVolatile;
    int bytes = 0;
    for (Frame frame : frames) {
      bytes = Math.addExact(bytes, frame.length());
    }
    this.byteCount = bytes;
  }

  private Message(Frame frame) {
    this.frames = List.of(frame);
    this.isVolatile = false;
    // The handshake's length is not the peer's doing, so no limit may make it fail.
    this.byteCount = 1;
  }

  /** A packet of the protocol itself, which waits in line with the messages. */
  static Message control(PacketType type, RawData data) {
    return new Message(new Frame(type.code(), data, false, data.length() == 0));
  }

  // Engine.IO 4 over WebSocket: a text has its type digit in front, a blob has nothing.
  private static Frame frame(RawData part, boolean compress, boolean shared) {
    int prefix = part.isBinary() ? Frame.NO_PREFIX : PacketType.MESSAGE.code();
    return new Frame(prefix, part, compress, shared);
  }

  /** A message of one part, for one session. */
  public static Message of(RawData part) {
    return new Message(List.of(part), false, true, false);
  }

  /**
   * A message.
   *
   * @param parts what is sent, in this order and together
   * @param isVolatile whether it may be dropped where the session can't send at the moment
   * @param compress whether the transport may compress it
   * @param shared whether it goes to more than one session
   */
  public static Message of(
      List<RawData> parts, boolean isVolatile, boolean compress, boolean shared) {
    return new Message(parts, isVolatile, compress, shared);
  }

  /** The parts as Engine.IO 4 sends them over WebSocket. */
  public List<Frame> frames() {
    return frames;
  }

  /** Adds the packets of which it consists, for the encodings other than that of the frames. */
  void addPacketsTo(List<Packet> packets) {
    for (Frame frame : frames) {
      packets.add(
          frame.prefix() == Frame.NO_PREFIX
              ? Packet.message(frame.data())
              : new Packet(PacketType.of((byte) frame.prefix()), frame.data()));
    }
  }

  /** Whether it may be dropped where the session can't send at the moment. */
  public boolean isVolatile() {
    return isVolatile;
  }

  /** Whether the transport may compress it; packets of the protocol itself don't mind. */
  boolean compress() {
    Frame first = frames.get(0);
    return first.compress()
        || (first.prefix() != Frame.NO_PREFIX && first.prefix() != PacketType.MESSAGE.code());
  }

  /** The size of all parts in bytes, as they count for {@code maxBufferedBytes}. */
  public int byteCount() {
    return byteCount;
  }
}
