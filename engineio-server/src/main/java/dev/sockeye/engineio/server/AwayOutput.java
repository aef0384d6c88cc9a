// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketCodec;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another node's session sends over a WebSocket here, and what of it the client doesn't take
 * yet. WebSocket's thread only.
 */
final class AwayOutput {
  private final SendQueue queue;
  private final boolean base64;
  private final Runnable onOverflow;

  /** Null until the WebSocket is open. */
  private @Nullable WebSocketConnection connection;

  /**
   * @param base64 whether the peer wants blobs as text
   * @param onOverflow called when more waits than may wait
   */
  AwayOutput(int maxBytes, boolean base64, Runnable onOverflow) {
    this.queue = new SendQueue(maxBytes);
    this.base64 = base64;
    this.onOverflow = onOverflow;
  }

  void begin(WebSocketConnection open) {
    connection = open;
  }

  /** Sends a message; {@link #flush} must follow. */
  void send(Message message) {
    if (queue.isEmpty() && connection != null && connection.isWritable()) {
      write(connection, message);
    } else if (queue.hasRoomFor(message)) {
      queue.append(message);
    } else {
      onOverflow.run();
    }
  }

  /** Sends what the client takes. */
  void flush() {
    WebSocketConnection to = connection;
    if (to == null) {
      return;
    }
    while (to.isWritable()) {
      Message next = queue.poll();
      if (next == null) {
        break;
      }
      write(to, next);
    }
    to.flush();
  }

  /** Whether nothing waits. */
  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** Drops what waits. */
  void clear() {
    queue.clear();
  }

  private void write(WebSocketConnection to, Message message) {
    if (!base64) {
      message.frames().forEach(to::send);
      return;
    }
    List<Packet> packets = new ArrayList<>(1);
    message.addPacketsTo(packets);
    for (Packet packet : packets) {
      RawData text = PacketCodec.of(ProtocolVersion.V4).encode(packet, true);
      to.send(new Frame(Frame.NO_PREFIX, text, message.compress(), false));
    }
  }
}
