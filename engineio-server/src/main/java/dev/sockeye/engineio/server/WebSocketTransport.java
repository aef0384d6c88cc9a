// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketCodec;
import dev.sockeye.engineio.PacketFormatException;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket that carries a session, or that asks to: until the upgrade is committed, what it
 * receives goes to the {@link Upgrade}. Implements "WebSocket" of the Engine.IO protocol.
 */
final class WebSocketTransport implements SessionTransport, WebSocketListener {
  private final Session session;
  private final boolean base64;

  /** Null until the handshake is done; session's thread only. */
  private @Nullable WebSocketConnection connection;

  /** Null once this WebSocket carries the session; session's thread only. */
  private @Nullable Upgrade upgrade;

  /**
   * @param base64 whether the peer wants blobs as text
   */
  WebSocketTransport(Session session, boolean base64) {
    this.session = session;
    this.base64 = base64;
  }

  Session session() {
    return session;
  }

  /** Lets an upgrade decide what becomes of this WebSocket. */
  void probeFor(Upgrade upgrade) {
    this.upgrade = upgrade;
  }

  /** Carries the session from now on. */
  void takeOver() {
    upgrade = null;
  }

  /** Carries the session from now on, over a WebSocket that is open already. */
  void takeOver(WebSocketConnection open) {
    connection = open;
  }

  @Override
  public Transport kind() {
    return Transport.WEBSOCKET;
  }

  @Override
  public void onOpen(WebSocketConnection connection) {
    this.connection = connection;
    if (upgrade != null) {
      upgrade.onOpen();
      return;
    }
    if (session.protocol() == ProtocolVersion.V3) {
      // Programs of that time wait for «open» before they listen to messages, and would miss one
      // that comes in the same packet as the answer to the handshake.
      connection.flush();
    }
    session.open();
  }

  @Override
  public void onText(byte[] utf8) {
    // The way of nearly all messages: no packet object, no copy.
    if (utf8.length > 0 && utf8[0] == PacketType.MESSAGE.code() && upgrade == null) {
      session.deliver(RawData.text(utf8, 1, utf8.length - 1));
    } else {
      receive(RawData.text(utf8, 0, utf8.length));
    }
  }

  @Override
  public void onBinary(byte[] bytes) {
    receive(RawData.binary(bytes));
  }

  private void receive(RawData message) {
    try {
      Packet packet = PacketCodec.of(session.protocol()).decode(message);
      if (upgrade != null) {
        upgrade.onPacket(packet);
      } else {
        session.receive(packet);
      }
    } catch (PacketFormatException e) {
      if (upgrade != null) {
        upgrade.fail("not a packet: " + e.getMessage());
      } else {
        session.end(CloseReason.PARSE_ERROR, e);
      }
    }
  }

  @Override
  public void onWritable() {
    if (upgrade == null) {
      session.flush();
    }
  }

  @Override
  public void onClose(int code, @Nullable Throwable error) {
    if (upgrade != null) {
      upgrade.fail("the WebSocket was closed: " + code);
    } else {
      // A reset connection is one way of closing it; what breaks the rules is an error.
      boolean closed = error == null || error instanceof IOException;
      session.end(closed ? CloseReason.TRANSPORT_CLOSE : CloseReason.TRANSPORT_ERROR, error);
    }
  }

  @Override
  public boolean isReady() {
    return connection != null && connection.isWritable();
  }

  @Override
  public boolean offer(Message message) {
    if (connection == null || !connection.isWritable()) {
      return false;
    }
    write(message, connection);
    return true;
  }

  @Override
  public void flush(SendQueue queue) {
    if (connection == null) {
      return;
    }
    while (connection.isWritable()) {
      Message message = queue.poll();
      if (message == null) {
        break;
      }
      write(message, connection);
    }
    connection.flush();
  }

  @Override
  public boolean finish(SendQueue queue) {
    flush(queue);
    return queue.isEmpty();
  }

  /** Sends a packet past the queue. */
  void sendNow(Message message) {
    if (connection != null) {
      write(message, connection);
      connection.flush();
    }
  }

  private void write(Message message, WebSocketConnection to) {
    if (session.protocol() == ProtocolVersion.V4 && !base64) {
      List<Frame> frames = message.frames();
      for (int i = 0; i < frames.size(); i++) {
        to.send(frames.get(i));
      }
      return;
    }
    PacketCodec codec = PacketCodec.of(session.protocol());
    List<Packet> packets = new ArrayList<>();
    message.addPacketsTo(packets);
    for (Packet packet : packets) {
      to.send(new Frame(Frame.NO_PREFIX, codec.encode(packet, base64), message.compress(), false));
    }
  }

  @Override
  public void setReadable(boolean readable) {
    if (connection != null) {
      connection.setReadable(readable);
    }
  }

  @Override
  public void close(CloseReason reason) {
    if (connection == null) {
      return;
    }
    if (reason == CloseReason.BUFFER_OVERFLOW) {
      // A peer that doesn't read won't take part in a closing handshake.
      connection.abort();
    } else {
      connection.close(WebSocketConnection.NO_CODE);
    }
  }
}
