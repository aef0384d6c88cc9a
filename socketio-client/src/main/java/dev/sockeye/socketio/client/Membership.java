// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Whether one socket is in its namespace, and how it gets there and out. Guarded by the manager's
 * lock; what is volatile may be read without it.
 */
final class Membership {
  private final ClientSocket socket;
  private final Manager manager;
  private final Outbox outbox;

  /** Where the credentials come from. Written by any thread. */
  private volatile Auth auth;

  /** Whether the application wants to be in. */
  private boolean isSubscribed;

  /** What the server was asked, or will be; null if that is over, or its connection has ended. */
  private @Nullable Request asked;

  /** How often in a row there were no credentials. */
  private int authFailures;

  /** The connection over which the server has let it in; null while it is not connected. */
  private volatile @Nullable Link link;

  private volatile @Nullable String id;
  private volatile boolean isRecovered;

  /** The private id of the last session, if it can be recovered; null otherwise. */
  private volatile @Nullable String pid;

  /** What marks the last event that came; null before the first. */
  private volatile @Nullable String offset;

  /** Stands for the time until the application leaves: what came before is not heard after it. */
  private volatile Object stay = new Object();

  /** The events that came before the server's confirmation; null if there are none. */
  private @Nullable List<ReceivedEvent> early;

  /** Their size. */
  private long earlyBytes;

  /** To be let in, over one connection. */
  private static final class Request {
    final Link over;

    /** Whether it has left: before that, credentials are waited for. Guarded by the lock. */
    boolean isSent;

    Request(Link over) {
      this.over = over;
    }
  }

  Membership(ClientSocket socket, Manager manager, Outbox outbox, Auth auth) {
    this.socket = socket;
    this.manager = manager;
    this.outbox = outbox;
    this.auth = auth;
  }

  void auth(Auth source) {
    auth = source;
  }

  @Nullable Link link() {
    return link;
  }

  @Nullable String id() {
    return id;
  }

  boolean isRecovered() {
    return isRecovered;
  }

  boolean isSubscribed() {
    return isSubscribed;
  }

  Object stay() {
    return stay;
  }

  /** The application wants to be in. */
  void connect() {
    Link opening = null;
    Link open;
    synchronized (manager.lock()) {
      manager.checkNotClosed();
      isSubscribed = true;
      if (!manager.reconnection().isWaiting()) {
        opening = manager.beginOpening();
      }
      open = manager.openLink();
    }
    manager.connect(opening);
    if (open != null) {
      join(open);
    }
  }

  /** Asks the server to be let in, unless it was asked already. Called without the lock. */
  void join(Link over) {
    Request request = new Request(over);
    synchronized (manager.lock()) {
      if (!isSubscribed || isAskedOver(over) || manager.openLink() != over) {
        return;
      }
      asked = request;
    }
    auth.ask(manager.options().dispatch())
        .whenComplete(
            (credentials, failure) -> {
              if (failure == null) {
                send(request, credentials);
              } else {
                onAuthFailure(request, failure);
              }
            });
  }

  private boolean isAskedOver(Link over) {
    return asked != null && asked.over == over;
  }

  private void send(Request request, @Nullable Object credentials) {
    Map<String, @Nullable Object> payload;
    try {
      payload = ConnectPayload.of(manager.options().parser(), credentials, pid, offset);
      synchronized (manager.lock()) {
        if (asked == request && link == null) {
          request.isSent = true;
          sendOver(request.over, Packet.connect(socket.namespace(), payload));
        }
      }
    } catch (IllegalArgumentException e) {
      onAuthFailure(request, e);
    }
  }

  /** There is nothing to ask with: tells so, and tries again later if the client reconnects. */
  private void onAuthFailure(Request request, Throwable failure) {
    Throwable cause = failure.getCause();
    ConnectException error =
        ConnectException.auth(
            failure instanceof CompletionException && cause != null ? cause : failure);
    synchronized (manager.lock()) {
      if (asked != request) {
        return;
      }
      asked = null;
      socket.tellConnectError(error);
      if (manager.reconnection().isEnabled()) {
        long nanos = manager.reconnection().backoff().nanosBefore(authFailures++);
        manager
            .threads()
            .schedule(() -> manager.threads().execute(() -> join(request.over)), nanos);
      } else {
        isSubscribed = false;
        manager.closeIfIdle();
      }
    }
  }

  void sendOver(Link over, Packet packet) {
    over.send(OutgoingEvent.encode(manager.options().parser(), packet), true);
  }

  /** An event has come; called on the connection's thread. */
  void onEvent(Link from, DecodedPacket packet, int bytes) {
    Object current = stay;
    if (link != from) {
      synchronized (manager.lock()) {
        if (link != from) {
          keep(from, packet, bytes);
          return;
        }
      }
    }
    mark(packet);
    manager.threads().lane().receive(new ReceivedEvent(socket, from, packet, bytes, current));
  }

  /** Keeps an event until the socket is connected. */
  private void keep(Link from, DecodedPacket packet, int bytes) {
    if (!isAskedOver(from) || !isSubscribed) {
      return;
    }
    if (early == null) {
      early = new ArrayList<>();
    }
    early.add(new ReceivedEvent(socket, from, packet, bytes, stay));
    earlyBytes += bytes;
    int max = manager.options().maxPendingBytes();
    if (earlyBytes > max) {
      manager.onBreach(
          from, "more than " + max + " bytes (maxPendingBytes) came before the confirmation");
    }
  }

  /** Remembers what marks the event: its last element, if that is a string. */
  private void mark(DecodedPacket packet) {
    if (pid == null) {
      return;
    }
    Args args = packet.args();
    int last = args.size() - 1;
    if (last < 0) {
      offset = packet.event();
      return;
    }
    Object raw = args.raw(last);
    if (raw instanceof String || (raw instanceof Json json && json.array()[json.offset()] == '"')) {
      offset = args.string(last);
    }
  }

  /** The server has let it in; called on the connection's thread. */
  void onConnect(Link from, Args payload) {
    Object sid = payload.get(0) instanceof Map<?, ?> map ? map.get("sid") : null;
    Object newPid = payload.get(0) instanceof Map<?, ?> map ? map.get("pid") : null;
    synchronized (manager.lock()) {
      if (!isAskedOver(from) || link == from) {
        return;
      }
      if (!isSubscribed) {
        asked = null; // the application has left meanwhile, and the server doesn't know
        sendOver(from, Packet.disconnect(socket.namespace()));
      } else if (sid instanceof String newId) {
        enter(from, newId, newPid instanceof String given ? given : null);
      } else {
        isSubscribed = false;
        asked = null;
        socket.tellConnectError(ConnectException.oldServer());
        manager.closeIfIdle();
      }
    }
  }

  private void enter(Link from, String newId, @Nullable String newPid) {
    id = newId;
    isRecovered = newPid != null && newPid.equals(pid);
    if (!isRecovered) {
      offset = null;
    }
    pid = newPid;
    authFailures = 0;
    link = from;
    if (early != null) {
      for (ReceivedEvent event : early) {
        mark(event.packet());
        manager.threads().lane().post(event);
      }
      forgetEarly();
    }
    outbox.onConnect();
    manager.threads().lane().post(socket.listeners()::tellConnect);
  }

  /** The server doesn't let it in. */
  void onRefusal(Link from, DecodedPacket packet) {
    synchronized (manager.lock()) {
      if (!isAskedOver(from) || link == from) {
        return;
      }
      asked = null;
      if (isSubscribed) {
        isSubscribed = false;
        forgetEarly();
        socket.tellConnectError(ConnectException.refused(packet));
        manager.closeIfIdle();
      }
    }
  }

  /** The server has sent it away. */
  void onServerDisconnect(Link from) {
    synchronized (manager.lock()) {
      if (link == from) {
        isSubscribed = false;
        asked = null;
        exit(DisconnectReason.IO_SERVER_DISCONNECT, null);
        manager.closeIfIdle();
      }
    }
  }

  /** The application wants out. Called under the lock. */
  void leave() {
    isSubscribed = false;
    forgetEarly();
    Link over = link;
    if (over == null) {
      if (asked != null && !asked.isSent) {
        asked = null;
      }
      stay = new Object();
      return;
    }
    asked = null;
    exit(DisconnectReason.IO_CLIENT_DISCONNECT, null);
    stay = new Object(); // after the link, which onEvent reads after this
    sendOver(over, Packet.disconnect(socket.namespace()));
  }

  /** The connection below has ended. Called under the lock. */
  void onLoss(DisconnectReason reason, @Nullable CloseDetails details) {
    asked = null; // also if the application has left: an answer may be on its way
    forgetEarly();
    if (link != null) {
      exit(reason, details);
    } else if (isSubscribed) {
      socket.tellConnectError(
          ConnectException.transport(
              details == null ? new CloseDetails(reason.text(), 0, null) : details));
    }
  }

  private void exit(DisconnectReason reason, @Nullable CloseDetails details) {
    link = null;
    id = null;
    manager.threads().lane().post(() -> socket.listeners().tellDisconnect(reason, details));
    outbox.onDisconnect(reason);
  }

  private void forgetEarly() {
    early = null;
    earlyBytes = 0;
  }
}
