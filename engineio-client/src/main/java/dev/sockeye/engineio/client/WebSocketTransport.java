// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketCodec;
import dev.sockeye.engineio.PacketFormatException;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Packets as WebSocket messages. Connection's thread only. */
final class WebSocketTransport implements ClientTransport, WebSocketCallback {
  private static final PacketCodec CODEC = PacketCodec.of(ProtocolVersion.V4);
  private static final int MESSAGE_TOO_BIG = 1009;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Requests requests;
  private final boolean base64;

  /** Who is told; null once it is nobody. A probe first, where there is one. */
  private @Nullable TransportEvents events;

  /** Null unless the handshake is under way. */
  private Scheduler.@Nullable Cancellable attempt;

  /** Null before the handshake is done. */
  private @Nullable WebSocketConnection connection;

  /** Null unless the server has refused. */
  private @Nullable EngineException refusal;

  /** What to do when it is closed; null unless {@link #close} waits for that. */
  private @Nullable Runnable closed;

  private boolean readable = true;

  WebSocketTransport(Requests requests, TransportEvents events) {
    this.requests = requests;
    this.events = events;
    this.base64 = requests.isBase64(Transport.WEBSOCKET);
  }

  /** From now on somebody else is told. */
  void tell(TransportEvents events) {
    this.events = events;
  }

  @Override
  public Transport kind() {
    return Transport.WEBSOCKET;
  }

  @Override
  public void open() {
    attempt = requests.webSocket(this);
  }

  @Override
  public void onResponse(int status, Headers headers, RawData body) {
    if (status != SWITCHING_PROTOCOLS) {
      refusal =
          EngineException.refused(Transport.WEBSOCKET, EngineException.Phase.OPENING, status, body);
    }
  }

  @Override
  public void onOpen(WebSocketConnection opened) {
    attempt = null;
    connection = opened;
    if (!readable) {
      opened.setReadable(false);
    }
    if (events != null) {
      events.onTransportOpen();
    }
  }

  @Override
  public void onText(byte[] utf8) {
    if (events == null) {
      return;
    }
    Packet packet;
    try {
      packet = CODEC.decode(RawData.text(utf8, 0, utf8.length));
    } catch (PacketFormatException e) {
      fail(CloseReason.PARSE_ERROR, EngineException.failed(kind(), phase(), e), 0);
      return;
    }
    events.onPacket(packet);
  }

  @Override
  public void onBinary(byte[] bytes) {
    if (events != null) {
      events.onPacket(Packet.message(RawData.binary(bytes)));
    }
  }

  @Override
  public void onWritable() {
    if (events != null) {
      events.onReady();
    }
  }

  /** Ends it because of what has come over it. */
  private void fail(CloseReason reason, EngineException error, int code) {
    TransportEvents told = events;
    events = null;
    if (connection != null) {
      connection.close(WebSocketConnection.NO_CODE);
    }
    if (told != null) {
      told.onTransportEnd(
          reason, new CloseDetails(String.valueOf(error.getMessage()), code, error));
    }
  }

  @Override
  public void onClose(int code, @Nullable Throwable error) {
    TransportEvents told = events;
    boolean wasOpen = connection != null;
    events = null;
    attempt = null;
    connection = null;
    if (told != null) {
      boolean inOrder = wasOpen && (error == null || error instanceof IOException);
      told.onTransportEnd(
          inOrder ? CloseReason.TRANSPORT_CLOSE : CloseReason.TRANSPORT_ERROR,
          new CloseDetails(description(code, error), code, exception(wasOpen, error)));
    }
    Runnable waits = closed;
    closed = null;
    if (waits != null) {
      waits.run();
    }
  }

  private static String description(int code, @Nullable Throwable error) {
    if (code == MESSAGE_TOO_BIG && error == null) {
      return "websocket connection closed: 1009, a message was larger than the server's maxPayload";
    }
    return "websocket connection closed: "
        + code
        + (error == null ? "" : ", " + error.getMessage());
  }

  private @Nullable EngineException exception(boolean wasOpen, @Nullable Throwable error) {
    if (refusal != null || (wasOpen && error == null)) {
      return refusal;
    }
    EngineException.Phase phase =
        wasOpen ? EngineException.Phase.WEBSOCKET : EngineException.Phase.OPENING;
    return error == null
        ? EngineException.failed(kind(), phase, "closed during the handshake")
        : EngineException.failed(kind(), phase, error);
  }

  private EngineException.Phase phase() {
    return connection == null ? EngineException.Phase.OPENING : EngineException.Phase.WEBSOCKET;
  }

  @Override
  public boolean isReady() {
    return connection != null && connection.isWritable();
  }

  @Override
  public void flush(Outbox outbox) {
    WebSocketConnection to = connection;
    if (to == null) {
      return;
    }
    while (to.isWritable()) {
      Frame frame = outbox.poll();
      if (frame == null) {
        break;
      }
      to.send(wireForm(frame));
    }
    to.flush();
  }

  private Frame wireForm(Frame frame) {
    if (!base64 || !frame.isBinary()) {
      return frame;
    }
    RawData text = CODEC.encode(Packet.message(frame.data()), true);
    return new Frame(Frame.NO_PREFIX, text, frame.compress(), false);
  }

  /** Sends a packet past the queue. */
  void sendNow(Frame frame) {
    WebSocketConnection to = Objects.requireNonNull(connection, "not open");
    to.send(frame);
    to.flush();
  }

  @Override
  public void setReadable(boolean readable) {
    this.readable = readable;
    if (connection != null) {
      connection.setReadable(readable);
    }
  }

  @Override
  public void close(Runnable whenClosed) {
    events = null;
    if (connection == null) {
      abort();
      whenClosed.run();
    } else {
      closed = whenClosed;
      connection.setReadable(true);
      connection.close(WebSocketConnection.NO_CODE);
    }
  }

  @Override
  public void abort() {
    events = null;
    if (attempt != null) {
      attempt.cancel();
      attempt = null;
    }
    if (connection != null) {
      connection.abort();
    }
  }
}
