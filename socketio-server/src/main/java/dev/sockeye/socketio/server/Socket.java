// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.Session;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.LocalSocket;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client in one namespace.
 *
 * <p>It begins pending, while middleware is asked; is connected from the moment when the client was
 * told so until one side ends it; and is not connected again: a client that comes back is a new
 * socket. Safe for use from any thread. Its listeners run as {@link EventListener} says.
 *
 * <p>Implements "The Socket instance (server-side)" of the Socket.IO documentation.
 */
public final class Socket implements LocalSocket, Emitter, Receiver {
  private final Namespace namespace;
  private final Connection connection;
  private final String id;
  private final Handshake handshake;
  private final SocketListeners listeners = new SocketListeners();

  /** Where it is in its life. Written while this is locked. */
  private volatile State state = State.PENDING;

  /** Why it has left; null before. Written once, while this is locked, before the state. */
  private volatile @Nullable DisconnectReason reason;

  /** Whether it has left its rooms for good. Guarded by this. */
  private boolean hasLeftRooms;

  // Made when first needed, while this is locked: most sockets need few of them.
  private volatile @Nullable ConcurrentMap<String, Object> data;
  private volatile @Nullable PendingAcks pendingAcks;

  /** The life of a socket: each state is followed by the next one, or by the last. */
  private enum State {
    /** Middleware is being asked. */
    PENDING,
    /** It may send; its client is just being told so. */
    ACCEPTED,
    CONNECTED,
    CLOSED
  }

  Socket(Namespace namespace, Connection connection, String id, Handshake handshake) {
    this.namespace = namespace;
    this.connection = connection;
    this.id = id;
    this.handshake = handshake;
  }

  /** The id, 20 characters: public, and good for this connection only. */
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

  /** The session below, which the client's sockets in other namespaces share. */
  public Session conn() {
    return connection.session();
  }

  /** Whatever the application wants to attach; other nodes see it in {@code fetchSockets}. */
  public ConcurrentMap<String, Object> data() {
    ConcurrentMap<String, Object> map = data;
    if (map == null) {
      synchronized (this) {
        map = data;
        if (map == null) {
          map = new ConcurrentHashMap<>(4);
          data = map;
        }
      }
    }
    return map;
  }

  /**
   * Whether the client was told that it is connected, and neither side has ended it. False while
   * middleware is asked, and from the moment when the end is known, before listeners hear of it.
   */
  @Override
  public boolean isConnected() {
    return state == State.CONNECTED;
  }

  /** The rooms, its own among them, in the order in which it joined them; a snapshot. */
  public Set<String> rooms() {
    return namespace.adapter().socketRooms(this);
  }

  /** Joins rooms; without effect once it has left the namespace. */
  public void join(String... rooms) {
    join(List.of(rooms));
  }

  @Override
  public synchronized void join(Collection<String> rooms) {
    if (!hasLeftRooms) {
      namespace.adapter().addAll(this, rooms);
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

  @Override
  public Subscription on(String event, EventListener listener) {
    Events.checkName(event);
    return listeners.onEvent(event, listener);
  }

  @Override
  public <T> Subscription onRequest(
      String event, Class<T> type, Function<? super T, ? extends @Nullable Object> listener) {
    return onRequest(event, Events.first(type), listener);
  }

  @Override
  public <T> Subscription onRequest(
      String event,
      TypeReference<T> type,
      Function<? super T, ? extends @Nullable Object> listener) {
    return onRequest(event, Events.first(type), listener);
  }

  private <T> Subscription onRequest(
      String event,
      Function<Args, T> binding,
      Function<? super T, ? extends @Nullable Object> listener) {
    Consumer<Throwable> onFailure = error -> namespace.server().onError(error, this, event);
    return on(event, new RequestListener<>(binding, listener, onFailure));
  }

  @Override
  public Subscription onDisconnecting(DisconnectListener listener) {
    return listeners.onDisconnecting(listener);
  }

  @Override
  public Subscription onDisconnect(DisconnectListener listener) {
    return listeners.onDisconnect(listener);
  }

  /** Leaves the namespace; the connection stays open. Ignored unless connected. */
  public void disconnect() {
    disconnect(false);
  }

  /**
   * Leaves the namespace. Its events that wait are dropped. Ignored unless connected.
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
      send(Packet.disconnect(namespace.name()), false, true);
      close(DisconnectReason.SERVER_NAMESPACE_DISCONNECT, null);
    }
  }

  @Override
  public SocketSnapshot snapshot() {
    Map<String, Object> attached = data;
    return new SocketSnapshot(
        id, handshake.snapshot(), rooms(), attached == null ? Map.of() : attached);
  }

  Connection connection() {
    return connection;
  }

  /** Why it has left; where that is not known, another reason. */
  DisconnectReason reasonOr(DisconnectReason other) {
    DisconnectReason known = reason;
    return known == null ? other : known;
  }

  Lane lane() {
    return connection.lane();
  }

  /** Whether it has not left. */
  boolean isOpen() {
    return state != State.CLOSED;
  }

  /** Whether the client may send events. */
  boolean isAccepted() {
    State now = state;
    return now == State.ACCEPTED || now == State.CONNECTED;
  }

  /** Moves on; false if it has been closed meanwhile. */
  private synchronized boolean advance(State next) {
    if (state == State.CLOSED) {
      return false;
    }
    state = next;
    return true;
  }

  /** All middleware has let it pass; called on its lane. */
  void accept() {
    if (!advance(State.ACCEPTED)) {
      return;
    }
    join(List.of(id));
    namespace.add(this);
    connection.onJoined();
    connection.send(
        Packet.connect(namespace.name(), connection.isOld() ? null : Map.of("sid", id)));
    // From here on broadcasts reach it: none can leave before the client was told its id.
    advance(State.CONNECTED);
    namespace.announce(this);
  }

  /** An event has its turn; called on the lane. */
  void onEvent(DecodedPacket packet) {
    DisconnectReason left = reason;
    String event = packet.event();
    if (event != null && (left == null || !left.isByServer())) {
      listeners.tell(this, event, packet.args(), packet.id());
    }
  }

  /**
   * The client has answered; unknown and late numbers are ignored. Called on the session's thread.
   */
  void onAnswer(long id, Args answer) {
    PendingAcks owed = pendingAcks;
    PendingAck pending = owed == null ? null : owed.remove(id);
    if (pending != null) {
      pending.onAnswer(this.id, answer);
    }
  }

  /** Sends a packet; false if the socket has left. */
  boolean send(Packet packet, boolean isVolatile, boolean compress) {
    if (!isOpen()) {
      return false;
    }
    conn().send(namespace.server().encoder().encode(packet, isVolatile, compress, false));
    return true;
  }

  /** The answers that it owes; closed ones if it has left. */
  PendingAcks pendingAcks() {
    PendingAcks result = pendingAcks;
    if (result == null) {
      synchronized (this) {
        result = pendingAcks;
        if (result == null) {
          result = new PendingAcks();
          if (state == State.CLOSED) {
            result.close();
          }
          pendingAcks = result;
        }
      }
    }
    return result;
  }

  /** Ends it; false if it had ended already. */
  boolean close(DisconnectReason why, @Nullable Throwable details) {
    State before;
    PendingAcks owed;
    synchronized (this) {
      before = state;
      if (before == State.CLOSED) {
        return false;
      }
      reason = why;
      state = State.CLOSED;
      owed = pendingAcks;
    }
    connection.remove(this);
    if (owed != null) {
      owed.close().forEach(ack -> ack.onDisconnect(why));
    }
    if (before == State.PENDING) {
      leaveRooms();
    } else {
      lane().execute(() -> depart(why, details));
    }
    return true;
  }

  /** The last of its tasks on the lane, so that events that came before the end were heard. */
  private void depart(DisconnectReason why, @Nullable Throwable details) {
    listeners.tellDisconnecting(this, why, details);
    leaveRooms();
    namespace.remove(this);
    listeners.tellDisconnect(this, why, details);
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
