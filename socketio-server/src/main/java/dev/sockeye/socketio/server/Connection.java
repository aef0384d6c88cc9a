// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.CloseReason;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.engineio.server.SessionListener;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.spi.Lane;
import dev.sockeye.socketio.spi.Parser;
import java.time.Instant;
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
final class Connection implements SessionListener, Lane.Home {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  // What a client is told that can't join a namespace.
  static final String INVALID_NAMESPACE = "Invalid namespace";
  static final String TOO_MANY_NAMESPACES = "Too many namespaces";

  private final SocketIoServer server;
  private final Session session;
  private final Lane lane;
  private final Parser.Decoder decoder;
  private final ConnectionSockets sockets;

  /** Counts what the peer sends; null if that may be anything. */
  private final @Nullable PacketRate rate;

  /** Whether nothing more of the peer is wanted; never becomes false again. */
  private volatile boolean isEnded;

  /** Closes the connection if no namespace is joined; null once one was. Guarded by this. */
  private Scheduler.@Nullable Cancellable connectTimer;

  /** The bytes of the packet that is being received. Used on the session's thread. */
  private int receivedBytes;

  Connection(SocketIoServer server, Session session) {
    this.server = server;
    this.session = session;
    this.lane = new Lane(this, server.dispatch(), server.limits().maxPendingBytes());
    this.decoder = server.parser().newDecoder();
    this.sockets = new ConnectionSockets(server.limits().maxNamespaces());
    int maxEvents = server.limits().maxEventsPerSecond();
    this.rate = maxEvents > 0 ? new PacketRate(maxEvents) : null;
    this.connectTimer =
        session.scheduler().schedule(this::breach, server.connectTimeout().toNanos());
  }

  Session session() {
    return session;
  }

  Lane lane() {
    return lane;
  }

  @Override
  public boolean inThread() {
    return session.scheduler().inThread();
  }

  @Override
  public void execute(Runnable task) {
    session.scheduler().execute(task);
  }

  @Override
  public void setReadable(boolean readable) {
    session.setReadable(readable);
  }

  @Override
  public void onFailure(Throwable failure) {
    LOG.error("a task failed; those behind it go on", failure);
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
      for (Socket socket : sockets.all()) {
        lane.execute(() -> socket.onParseError(e));
      }
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
    String address = packet.namespace();
    // Older clients may name a namespace with a query, which says something to a CONNECT only.
    int query = isOld() ? address.indexOf('?') : -1;
    String name = query < 0 ? address : address.substring(0, query);
    Socket socket = sockets.find(name);
    switch (packet.type()) {
      case CONNECT -> {
        Args auth = query < 0 ? packet.args() : QueryArgs.parse(address.substring(query + 1));
        count();
        connect(name, auth, bytes);
      }
      case EVENT, BINARY_EVENT -> {
        if (socket == null || !socket.isAccepted()) {
          onStray(name);
        } else {
          receive(new ReceivedEvent(socket, packet, bytes), socket);
        }
      }
      case ACK, BINARY_ACK -> {
        if (socket == null || !socket.isAccepted()) {
          onStray(name);
        } else if (!socket.onAnswer(packet.id(), packet.args())) {
          count(); // how many answers it asks for, the server decides itself
        }
      }
      case DISCONNECT -> {
        if (socket == null || !socket.isAccepted()) {
          onStray(name);
        } else {
          count();
          socket.close(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT, null);
        }
      }
      case CONNECT_ERROR -> breach();
    }
  }

  /**
   * Something has come for a namespace that the peer isn't in. Nobody hears it if the server has
   * sent the peer away: it was on its way when that happened.
   */
  private void onStray(String name) {
    if (sockets.isSentAway(name)) {
      count();
    } else {
      breach();
    }
  }

  /** Ends one socket and tells the peer. */
  void sendAway(Socket socket) {
    String name = socket.namespace().name();
    sockets.sendAway(name);
    if (socket.close(DisconnectReason.SERVER_NAMESPACE_DISCONNECT, null)) {
      // Not before: a client that hears of it may come back at once.
      send(Packet.disconnect(name));
    }
  }

  private void receive(ReceivedEvent event, Socket socket) {
    ServerObserver observer = server.observer();
    if (observer != null) {
      observer.onEventReceived(socket, event.name(), event.args());
    }
    count();
    lane.receive(event);
  }

  private void count() {
    if (rate != null) {
      rate.count(session, lane);
    }
  }

  /** The peer asks to join a namespace; one that has joined it, or is about to, may not. */
  void connect(String name, Args auth, int bytes) {
    if (sockets.find(name) != null || server.isClosed()) {
      breach();
      return;
    }
    Namespaces namespaces = server.registry();
    Handshake handshake = new Handshake(session.request(), Instant.now(), auth);
    switch (sockets.begin(name)) {
      case TWICE -> breach();
      case TOO_MANY -> refuse(name, TOO_MANY_NAMESPACES);
      case BEGUN -> {
        Namespace namespace = namespaces.enter(name);
        if (namespace == null && namespaces.mayHaveParent(name)) {
          lane.receive(new Resolution(this, name, handshake, namespaces, bytes));
        } else {
          Admission admission = admission(name, handshake, namespace, INVALID_NAMESPACE, bytes);
          if (admission != null) {
            lane.receive(admission);
          }
        }
      }
    }
  }

  /**
   * Parents were asked. Called on the lane.
   *
   * @param namespace the namespace, which was entered; null if there is to be none
   * @param why what the peer is told then
   */
  void onResolved(String name, Handshake handshake, @Nullable Namespace namespace, String why) {
    Admission admission = admission(name, handshake, namespace, why, 0);
    if (admission != null) {
      admission.run();
    }
  }

  /** What leads a socket in; null if there is none to be led in. */
  private @Nullable Admission admission(
      String name, Handshake handshake, @Nullable Namespace namespace, String why, int bytes) {
    Socket socket = namespace == null ? null : namespace.newSocket(this, handshake);
    boolean ended = isEnded;
    sockets.settle(name, ended ? null : socket);
    if (namespace == null || socket == null) {
      refuse(name, why);
      return null;
    }
    if (ended) {
      namespace.leave();
      return null;
    }
    if (isEnded) {
      // It has ended since, and may not have seen this one.
      socket.close(DisconnectReason.FORCED_CLOSE, null);
    }
    return namespace.admission(socket, bytes);
  }

  private void refuse(String name, String why) {
    send(Packet.connectError(name, Map.of("message", why)));
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
    isEnded = true; // Before a client that hears of it comes back.
    for (Socket socket : sockets.all()) {
      socket.disconnect(false);
    }
    session.close();
  }

  @Override
  public void onClose(CloseReason reason, @Nullable Throwable cause) {
    isEnded = true;
    cancelConnectTimer();
    closeSockets(DisconnectReason.of(reason), cause);
  }

  private void closeSockets(DisconnectReason reason, @Nullable Throwable details) {
    for (Socket socket : sockets.all()) {
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

  /** A socket has left its namespace. */
  void remove(Socket socket) {
    sockets.remove(socket);
  }
}
