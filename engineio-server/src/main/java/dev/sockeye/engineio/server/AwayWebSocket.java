// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketCodec;
import dev.sockeye.engineio.PacketFormatException;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.ClusterMessage.Body;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.ClusterMessage.Forward;
import dev.sockeye.engineio.server.ClusterMessage.UpgradeResponse;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that asks to carry another node's session:
 *
 * <pre>
 * client   2probe          5                           4hello
 * here             3probe     UPGRADE to the node      PACKET to the node, or to the session here
 * </pre>
 *
 * <p>If the application doesn't know the session yet, it moves here. Otherwise packets are passed
 * on for as long as it lives. Exchange's thread only.
 */
final class AwayWebSocket implements AwayRequest, WebSocketListener {
  private enum State {
    /** The client may still go back to polling. */
    PROBING,
    /** The session's node hasn't said whether the session moves. */
    COMMITTING,
    /** Packets are passed on. */
    PASSING,
    /** The session has ended; what waits for a slow client still leaves. */
    CLOSING,
    OVER
  }

  private final AwaySessions sessions;
  private final EngineRequest request;
  private final AwayOutput output;
  private final BusWindow window;
  private State state = State.PROBING;

  /** The session's node; empty until it has said so. */
  private String node = "";

  /** Null until the WebSocket is open. */
  private @Nullable WebSocketConnection connection;

  /** What has come while the session's node hasn't answered; null before and after. */
  private @Nullable List<RawData> unread;

  /** The transport of the session that has moved here; null if it hasn't. */
  private @Nullable WebSocketTransport heir;

  /** What limits the upgrade, then the node's silence; null before. */
  private Scheduler.@Nullable Cancellable timer;

  private long lastHeardNanos;

  AwayWebSocket(AwaySessions sessions, EngineRequest request) {
    this.sessions = sessions;
    this.request = request;
    this.output =
        new AwayOutput(
            sessions.server().options().maxBufferedBytes(),
            request.base64(),
            () -> end(CloseReason.TRANSPORT_ERROR));
    this.window =
        new BusWindow(thread(), this::onRoom, failure -> end(CloseReason.TRANSPORT_ERROR));
  }

  String sid() {
    return request.sid();
  }

  Scheduler thread() {
    return request.exchange().scheduler();
  }

  // --- upgrade

  @Override
  public void begin(String node) {
    this.node = node;
    WebSocketUpgrade exchange = request.upgrade();
    if (exchange != null) {
      long limit = sessions.server().options().upgradeTimeout().toNanos();
      timer = thread().schedule(this::failUpgrade, limit);
      sessions.server().acceptHooked(request, this::accept, this::failUpgrade);
    }
  }

  private void accept() {
    WebSocketUpgrade exchange = request.upgrade();
    if (state != State.PROBING) {
      sessions.refuse(request);
    } else if (exchange != null) {
      sessions.server().accept(exchange, thread(), this);
    }
  }

  private void failUpgrade() {
    if (state == State.PROBING) {
      over();
      long id = sessions.cluster().newRequestId();
      sessions.cluster().tell(node, id, new ClusterMessage.Upgrade(sid(), false));
      closeConnection();
    }
  }

  @Override
  public void onOpen(WebSocketConnection connection) {
    this.connection = connection;
    output.begin(connection);
    if (state == State.OVER) {
      closeConnection();
    }
  }

  private void probe(RawData data) {
    Packet packet = decode(data);
    if (packet != null
        && packet.type() == PacketType.PING
        && packet.data().text().equals(Upgrade.PROBE)) {
      output.send(Message.control(PacketType.PONG, packet.data()));
      output.flush();
    } else if (packet != null && packet.type() == PacketType.UPGRADE) {
      commit();
    } else {
      failUpgrade();
    }
  }

  private void commit() {
    state = State.COMMITTING;
    unread = new ArrayList<>();
    setReadable(false);
    listen();
    sessions.add(this);
    sessions
        .cluster()
        .ask(
            node,
            new ClusterMessage.Upgrade(sid(), true),
            thread(),
            new Cluster.Answer() {
              @Override
              public void onAnswer(String from, Body body) {
                if (body instanceof UpgradeResponse response) {
                  if (response.takeOver()) {
                    sessions.forget(AwayWebSocket.this);
                  }
                  Cluster.execute(thread(), () -> onCommitted(response));
                }
              }

              @Override
              public void onSilence() {
                end(CloseReason.TRANSPORT_ERROR);
              }
            });
  }

  private void onCommitted(UpgradeResponse response) {
    List<RawData> later = unread;
    WebSocketConnection open = connection;
    if (state != State.COMMITTING || later == null || open == null) {
      return;
    }
    unread = null;
    setReadable(true);
    if (response.takeOver()) {
      over();
      takeOver(response.packets(), open);
    } else {
      state = State.PASSING;
    }
    for (RawData data : later) {
      receive(data);
    }
  }

  private void takeOver(List<Packet> packets, WebSocketConnection open) {
    WebSocketTransport transport = sessions.server().adopt(request, open);
    if (transport == null) {
      closeConnection();
      return;
    }
    heir = transport;
    transport.session().resume(packets);
  }

  // --- what the client sends

  @Override
  public void onText(byte[] utf8) {
    receive(RawData.text(utf8, 0, utf8.length));
  }

  @Override
  public void onBinary(byte[] bytes) {
    receive(RawData.binary(bytes));
  }

  private void receive(RawData data) {
    if (heir != null) {
      if (data.isBinary()) {
        heir.onBinary(data.array());
      } else {
        heir.onText(data.array());
      }
    } else if (state == State.PROBING) {
      probe(data);
    } else if (unread != null) {
      unread.add(data);
    } else if (state == State.PASSING) {
      pass(data);
    }
  }

  private void pass(RawData data) {
    Packet packet = decode(data);
    if (packet != null && packet.type() == PacketType.CLOSE) {
      end(CloseReason.TRANSPORT_CLOSE);
      return;
    }
    window.add(data.length(), sessions.cluster().tell(node, new Forward(sid(), packet)));
    if (!window.hasRoom()) {
      setReadable(false);
    }
  }

  private static @Nullable Packet decode(RawData data) {
    try {
      return PacketCodec.of(ProtocolVersion.V4).decode(data);
    } catch (PacketFormatException e) {
      return null;
    }
  }

  private void onRoom() {
    if (state == State.PASSING) {
      setReadable(true);
    }
  }

  private void setReadable(boolean readable) {
    if (connection != null) {
      connection.setReadable(readable);
    }
  }

  // --- what the client gets

  /** Sends what the session's node has sent. */
  void write(List<Message> messages) {
    if (state != State.COMMITTING && state != State.PASSING) {
      return;
    }
    lastHeardNanos = thread().nanoTime();
    for (Message message : messages) {
      if (isClose(message)) {
        output.flush();
        finish();
        return;
      }
      output.send(message);
    }
    output.flush();
  }

  private static boolean isClose(Message message) {
    return message.frames().get(0).prefix() == PacketType.CLOSE.code();
  }

  @Override
  public void onWritable() {
    if (heir != null) {
      heir.onWritable();
    } else if (state != State.OVER) {
      output.flush();
      if (state == State.CLOSING && output.isEmpty()) {
        finish();
      }
    }
  }

  // --- the end

  private void listen() {
    if (timer != null) {
      timer.cancel();
    }
    lastHeardNanos = thread().nanoTime();
    timer = thread().schedule(this::checkSilence, sessions.silence().toNanos());
  }

  /** The node is gone if it hasn't sent a ping for so long. */
  private void checkSilence() {
    long rest = lastHeardNanos + sessions.silence().toNanos() - thread().nanoTime();
    if (rest > 0) {
      timer = thread().schedule(this::checkSilence, rest);
    } else {
      end(CloseReason.TRANSPORT_ERROR);
    }
  }

  @Override
  public void onClose(int code, @Nullable Throwable error) {
    if (heir != null) {
      heir.onClose(code, error);
    } else if (state == State.PROBING) {
      failUpgrade();
    } else {
      boolean closed = error == null || error instanceof IOException;
      end(closed ? CloseReason.TRANSPORT_CLOSE : CloseReason.TRANSPORT_ERROR);
    }
  }

  /** Ends it from here, and with it the session. */
  void end(CloseReason reason) {
    if (state == State.PROBING) {
      failUpgrade();
    } else if (state != State.OVER) {
      over();
      sessions.cluster().tell(node, new Close(sid(), reason));
      closeConnection();
    }
  }

  private void finish() {
    if (output.isEmpty()) {
      over();
      closeConnection();
      return;
    }
    state = State.CLOSING;
    sessions.forget(this);
    if (timer != null) {
      timer.cancel();
    }
    Duration limit = sessions.server().options().closeTimeout();
    timer = thread().schedule(() -> end(CloseReason.TRANSPORT_ERROR), limit.toNanos());
  }

  private void over() {
    state = State.OVER;
    sessions.forget(this);
    output.clear();
    if (timer != null) {
      timer.cancel();
    }
  }

  private void closeConnection() {
    if (connection != null) {
      connection.setReadable(true);
      connection.close(WebSocketConnection.NO_CODE);
    }
  }
}
