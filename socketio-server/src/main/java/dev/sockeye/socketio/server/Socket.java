// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.Message;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Lane;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One client in one namespace.
 *
 * <p>It begins pending, while middleware is asked; is connected from the moment when the client was
 * told so until one side ends it; and is not connected again: a client that comes back is a new
 * socket, which may be {@link #recovered()}. Safe for use from any thread. Its listeners run as
 * {@link EventListener} says.
 *
 * <p>Implements "The Socket instance (server-side)" of the Socket.IO documentation.
 */
public final class Socket extends ListeningSocket implements LocalSocket, Emitter {
  private final Namespace namespace;
  private final Connection connection;

  /** The connection's: an object less on the way of each event. */
  private final Session session;

  /** Written before anybody but the connection knows this; published by the state. */
  private String id;

  private final Handshake handshake;

  /** Null if it can't come back. */
  private final @Nullable Recoverable recoverable;

  /** Whether it has left its rooms for good. Guarded by this. */
  private boolean hasLeftRooms;

  /** Null before it is asked for: most sockets have none. Written while this is locked. */
  private volatile @Nullable SocketData data;

  /**
   * @param recovery how it may come back; null if it may not
   */
  Socket(
      Namespace namespace,
      Connection connection,
      String id,
      Handshake handshake,
      @Nullable Recovery recovery) {
    this.namespace = namespace;
    this.connection = connection;
    this.session = connection.session();
    this.id = id;
    this.handshake = handshake;
    this.recoverable =
        recovery == null ? null : new Recoverable(recovery, this, namespace.server().newSocketId());
  }

  /**
   * The id, 20 characters: public, and good for this connection only, or for those that follow it
   * by {@link #recovered()}.
   */
  @Override
  public String id() {
    return id;
  }

  /** The namespace. */
  public Namespace namespace() {
    return namespace;
  }

  /** How the connection began. */
  public Handshake handshake() {
    return handshake;
  }

  /**
   * The session below, which the client's sockets in other namespaces share: which transport it
   * uses, what passes over it ({@link Session#observe}), and its end ({@link Session#close()}).
   */
  public Session conn() {
    return session;
  }

  /** Whatever the application wants to attach; other nodes see it in {@code fetchSockets}. */
  public SocketData data() {
    SocketData attached = data;
    return attached == null ? newData() : attached;
  }

  private synchronized SocketData newData() {
    SocketData attached = data;
    if (attached == null) {
      attached = new SocketData();
      data = attached;
    }
    return attached;
  }

  /**
   * Whether the client was told that it is connected, and neither side has ended it. False while
   * middleware is asked, and from the moment when the end is known, before listeners hear of it.
   */
  @Override
  public boolean isConnected() {
    return isIn();
  }

  /**
   * Whether the client has come back after a loss of its connection: this socket has the id, the
   * rooms and the data that it had before, and was sent what it has missed. Always false without
   * the option {@code connectionStateRecovery}.
   */
  public boolean recovered() {
    return recoverable != null && recoverable.isRestored();
  }

  /** The rooms, its own among them, in the order in which it joined them; a snapshot. */
  public Set<String> rooms() {
    return namespace.adapter().socketRooms(this);
  }

  /**
   * Joins rooms; without effect once it has left the namespace.
   *
   * @throws IllegalStateException if it would be in more rooms than the option {@code
   *     maxRoomsPerSocket} allows; then it joins none of these
   */
  public void join(String... rooms) {
    join(List.of(rooms));
  }

  @Override
  public synchronized void join(Collection<String> rooms) {
    if (!hasLeftRooms) {
      namespace.server().limits().checkRooms(this, rooms);
      namespace.adapter().addAll(this, rooms);
    }
  }

  /** Whatever the limit: without its own room nobody could reach it. */
  private synchronized void enterOwnRoom() {
    if (!hasLeftRooms) {
      namespace.adapter().addAll(this, List.of(id));
    }
  }

  /** Leaves rooms. */
  public void leave(String... rooms) {
    leave(List.of(rooms));
  }

  @Override
  public void leave(Collection<String> rooms) {
    for (String room : rooms) {
      namespace.adapter().del(this, room);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is sent while middleware is asked leaves before the confirmation of the connection.
   */
  @Override
  public SocketOperator toSelf() {
    return new SocketOperator(this, BroadcastFlags.DEFAULTS);
  }

  /** Leaves the namespace; the connection stays open. Ignored unless connected. */
  public void disconnect() {
    disconnect(false);
  }

  /**
   * Leaves the namespace. Its events that wait are dropped, as are those that the client sends
   * before it hears of it. Ignored unless connected.
   *
   * @param close whether the client's sockets in other namespaces leave too, and the connection is
   *     closed
   */
  @Override
  public void disconnect(boolean close) {
    if (!isAccepted()) {
      return;
    }
    if (close) {
      connection.disconnect();
    } else {
      connection.sendAway(this);
    }
  }

  @Override
  public SocketSnapshot snapshot() {
    Map<String, Object> attached = data;
    return new SocketSnapshot(
        id, handshake.snapshot(), rooms(), attached == null ? Map.of() : attached);
  }

  @Override
  Socket self() {
    return this;
  }

  @Override
  int maxPendingAcks() {
    return namespace.server().limits().maxPendingAcks();
  }

  Connection connection() {
    return connection;
  }

  Lane lane() {
    return connection.lane();
  }

  /** All middleware has let it pass; called on its lane. */
  void accept() {
    if (!advance(State.ACCEPTED)) {
      return;
    }
    namespace.add(this);
    connection.onJoined();
    if (recoverable != null && recoverable.resume()) {
      return;
    }
    enterOwnRoom();
    Packet confirmation = Packet.connect(namespace.name(), ids());
    confirm(namespace.server().encoder().encode(confirmation, false, true, false));
    namespace.announce(this);
  }

  /**
   * Tells the client. Broadcasts leave after that, and reach it as soon as anybody can know its id:
   * on the session's own thread the message leaves when this has ended, on others maybe before.
   */
  private void confirm(Message confirmation) {
    if (!conn().scheduler().inThread()) {
      advance(State.CONFIRMING);
    }
    try {
      conn().send(confirmation);
    } finally {
      advance(State.CONNECTED);
    }
  }

  /** What a client is told of itself; null for those that know. */
  private @Nullable Map<String, String> ids() {
    if (connection.isOld()) {
      return null;
    }
    return recoverable == null ? Map.of("sid", id) : recoverable.begin();
  }

  /** Goes on where it was lost. Nothing else goes to sockets of the namespace meanwhile. */
  void enter(List<EncodedPacket> missed, Packet confirmation) {
    if (!advance(State.CONNECTED)) {
      return;
    }
    // Queued before the client can answer what follows.
    lane().execute(() -> namespace.announce(this));
    Encoder encoder = namespace.server().encoder();
    for (EncodedPacket event : missed) {
      conn().send(encoder.message(event, false, true, false));
    }
    connection.send(confirmation);
  }

  /** It may have left them before it was put into those of its session. */
  synchronized void leaveRoomsIfGone() {
    if (hasLeftRooms) {
      namespace.adapter().delAll(this);
    }
  }

  @Nullable Recoverable recoverable() {
    return recoverable;
  }

  /** Becomes the socket that was lost; called while it is pending. */
  void adopt(SocketSession session) {
    id = session.id();
    session
        .data()
        .forEach(
            (name, value) -> {
              if (value != null) {
                data().put(name, value);
              }
            });
  }

  /**
   * The client has answered; unknown and late numbers are ignored. Called on the session's thread.
   *
   * @return whether the answer was owed
   */
  boolean onAnswer(long id, Args answer) {
    PendingAcks owed = owedAcks();
    PendingAck pending = owed == null ? null : owed.remove(id);
    if (pending == null) {
      return false;
    }
    pending.onAnswer(this.id, answer);
    return true;
  }

  /** Sends a packet; false if the socket has left. */
  boolean send(Packet packet, boolean isVolatile, boolean compress) {
    if (!isOpen()) {
      return false;
    }
    conn().send(namespace.server().encoder().encode(packet, isVolatile, compress, false));
    return true;
  }

  /** Sends an event; ignored if the socket has left. */
  void sendEvent(
      Packet event, List<? extends @Nullable Object> nameAndArguments, BroadcastFlags flags) {
    if (isOpen()) {
      Message message =
          namespace.server().encoder().encode(event, flags.isVolatile(), flags.compress(), false);
      tellOutgoing(nameAndArguments);
      conn().send(message);
    }
  }

  /** Ends it; false if it had ended already. */
  boolean close(DisconnectReason why, @Nullable Throwable details) {
    State before = end(why);
    if (before == State.CLOSED) {
      return false;
    }
    connection.remove(this);
    PendingAcks owed = owedAcks();
    if (owed != null) {
      owed.close().forEach(ack -> ack.onDisconnect(why));
    }
    if (before == State.PENDING) {
      if (recoverable != null && why.isRecoverable()) {
        recoverable.giveBack();
      }
      leaveRooms();
      namespace.leave();
    } else {
      lane().execute(() -> depart(why, details));
    }
    return true;
  }

  /** The last of its tasks on the lane, so that events that came before the end were heard. */
  private void depart(DisconnectReason why, @Nullable Throwable details) {
    listeners().end();
    listeners().tellDisconnecting(this, why, details);
    if (recoverable == null) {
      leaveRooms();
    } else {
      recoverable.leave(why, this::leaveRooms);
    }
    namespace.remove(this);
    ServerObserver observer = namespace.server().observer();
    if (observer != null) {
      observer.onDisconnect(this, why, details);
    }
    listeners().tellDisconnect(this, why, details);
  }

  private synchronized void leaveRooms() {
    hasLeftRooms = true;
    namespace.adapter().delAll(this);
  }

  @Override
  public String toString() {
    return "Socket[" + id + " in " + namespace.name() + "]";
  }
}
