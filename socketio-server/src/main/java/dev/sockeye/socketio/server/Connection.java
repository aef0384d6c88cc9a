// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.CloseReason;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.engineio.server.SessionListener;
import dev.sockeye.engineio.server.spi.Scheduler;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.spi.Parser;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session and the sockets that share it, one per namespace: the reference's {@code Client}.
 *
 * <p>Packets come on the session's thread. A peer that breaks the rules of the protocol loses its
 * connection, and nobody else notices.
 */
final class Connection implements SessionListener {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final Socket[] NO_SOCKETS = {};

  private final SocketIoServer server;
  private final Session session;
  private final Lane lane;
  private final Parser.Decoder decoder;

  /** One per namespace, pending ones included. Replaced as a whole, while this is locked. */
  private volatile Socket[] sockets = NO_SOCKETS;

  /** Whether nothing more of the peer is wanted; never becomes false again. */
  private volatile boolean isEnded;

  /** Closes the connection if no namespace is joined; null once one was. Guarded by this. */
  private Scheduler.@Nullable Cancellable connectTimer;

  /** The bytes of the packet that is being received. Used on the session's thread. */
  private int receivedBytes;

  Connection(SocketIoServer server, Session session) {
    this.server = server;
    this.session = session;
    this.lane = new Lane(session, server.dispatch(), server.maxPendingBytes());
    this.decoder = server.parser().newDecoder();
    this.connectTimer =
        session.scheduler().schedule(this::breach, server.connectTimeout().toNanos());
  }

  Session session() {
    return session;
  }

  Lane lane() {
    return lane;
  }

  /** Whether the peer is a client of Socket.IO 2. */
  boolean isOld() {
    return session.protocol() == ProtocolVersion.V3;
  }

  @Override
  public void onMessage(RawData message) {
    if (isEnded) {
      return;
    }
    receivedBytes += message.length();
    DecodedPacket packet;
    try {
      packet =
          message.isBinary()
              ? decoder.addBinary(message.array(), message.offset(), message.length())
              : decoder.addText(message.array(), message.offset(), message.length());
    } catch (ParseException e) {
      LOG.debug("closing session {}: {}", session.id(), e.getMessage());
      isEnded = true;
      session.close();
      return;
    }
    if (packet != null) {
      int bytes = Lane.weight(receivedBytes);
      receivedBytes = 0;
      onPacket(packet, bytes);
    }
  }

  private void onPacket(DecodedPacket packet, int bytes) {
    Socket socket = find(packet.namespace());
    switch (packet.type()) {
      case CONNECT -> {
        int query = isOld() ? packet.namespace().indexOf('?') : -1;
        if (query < 0) {
          connect(packet.namespace(), packet.args(), bytes);
        } else {
          String name = packet.namespace();
          connect(name.substring(0, query), QueryArgs.parse(name.substring(query + 1)), bytes);
        }
      }
      case EVENT, BINARY_EVENT -> {
        if (socket == null || !socket.isAccepted()) {
          breach();
        } else {
          lane.receive(new ReceivedEvent(socket, packet, bytes));
        }
      }
      case ACK, BINARY_ACK -> {
        if (socket == null || !socket.isAccepted()) {
          breach();
        } else {
          socket.onAnswer(packet.id(), packet.args());
        }
      }
      case DISCONNECT -> {
        if (socket == null || !socket.isAccepted()) {
          breach();
        } else {
          socket.close(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT, null);
        }
      }
      case CONNECT_ERROR -> breach();
    }
  }

  /** The peer asks to join a namespace; one that has joined it, or is about to, may not. */
  void connect(String name, Args auth, int bytes) {
    if (find(name) != null || server.isClosed()) {
      breach();
      return;
    }
    Namespace namespace = server.find(name);
    if (namespace == null) {
      send(Packet.connectError(name, Map.of("message", "Invalid namespace")));
      return;
    }
    Socket socket = namespace.newSocket(this, auth);
    add(socket);
    lane.receive(namespace.admission(socket, bytes));
  }

  /** A socket has joined its namespace. */
  void onJoined() {
    cancelConnectTimer();
  }

  /** The peer broke a rule, or joined nothing in time. Called on the session's thread. */
  private void breach() {
    if (!isEnded) {
      LOG.debug("closing session {}: it broke the rules of the protocol", session.id());
      isEnded = true;
      // The reference's two names: whether the peer can be told at once.
      DisconnectReason reason =
          session.isWritable()
              ? DisconnectReason.FORCED_CLOSE
              : DisconnectReason.FORCED_SERVER_CLOSE;
      session.close();
      closeSockets(reason, null);
    }
  }

  /** Disconnects all sockets and closes the connection. */
  void disconnect() {
    for (Socket socket : sockets) {
      socket.disconnect(false);
    }
    isEnded = true;
    session.close();
  }

  @Override
  public void onClose(CloseReason reason, @Nullable Throwable cause) {
    isEnded = true;
    cancelConnectTimer();
    closeSockets(DisconnectReason.of(reason), cause);
  }

  private void closeSockets(DisconnectReason reason, @Nullable Throwable details) {
    for (Socket socket : sockets) {
      socket.close(reason, details);
    }
  }

  private synchronized void cancelConnectTimer() {
    if (connectTimer != null) {
      connectTimer.cancel();
      connectTimer = null;
    }
  }

  void send(Packet packet) {
    session.send(server.encoder().encode(packet, false, true, false));
  }

  private @Nullable Socket find(String namespace) {
    for (Socket socket : sockets) {
      if (socket.namespace().name().equals(namespace)) {
        return socket;
      }
    }
    return null;
  }

  private synchronized void add(Socket socket) {
    Socket[] more = Arrays.copyOf(sockets, sockets.length + 1);
    more[sockets.length] = socket;
    sockets = more;
  }

  synchronized void remove(Socket socket) {
    sockets =
        sockets.length == 1 && sockets[0] == socket
            ? NO_SOCKETS
            : Arrays.stream(sockets).filter(other -> other != socket).toArray(Socket[]::new);
  }
}
