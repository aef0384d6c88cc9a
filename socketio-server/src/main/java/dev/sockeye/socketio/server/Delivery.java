// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Message;
import dev.sockeye.engineio.server.Session;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.AnswerListener;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.LocalSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What the adapter of a namespace sends passes here on its way to the sessions of this node. */
final class Delivery implements LocalNamespace {
  private final String name;
  private final Encoder encoder;
  private final EngineServer engine;

  /** Numbers the events that want an answer, over all sockets of the namespace. */
  private final AtomicLong ids = new AtomicLong();

  private final ServerSideEvents serverSideEvents;

  Delivery(String name, Encoder encoder, EngineServer engine, ServerSideEvents serverSideEvents) {
    this.name = name;
    this.encoder = encoder;
    this.engine = engine;
    this.serverSideEvents = serverSideEvents;
  }

  @Override
  public String name() {
    return name;
  }

  long nextId() {
    return ids.getAndIncrement();
  }

  @Override
  public void deliver(Packet packet, BroadcastFlags flags, Collection<LocalSocket> targets) {
    // Also where nobody listens: an argument that can't be encoded is the caller's fault always.
    Message message = encode(packet, flags, targets.size());
    List<?> nameAndArguments = arguments(packet);
    if (targets.size() > 1) {
      engine.broadcast(message, targets, target -> recipient(target, nameAndArguments));
      return;
    }
    for (LocalSocket target : targets) {
      Session session = recipient(target, nameAndArguments);
      if (session != null) {
        session.send(message);
      }
    }
  }

  /** The session of a socket to which an event goes out; null if it has gone. */
  private static @Nullable Session recipient(LocalSocket target, List<?> nameAndArguments) {
    if (!target.isConnected()) {
      return null;
    }
    Socket socket = (Socket) target;
    socket.tellOutgoing(nameAndArguments);
    return socket.conn();
  }

  @Override
  public CompletionStage<Integer> deliverWithAck(
      Packet packet,
      BroadcastFlags flags,
      Collection<LocalSocket> targets,
      IntConsumer clientCount,
      AnswerListener answers) {
    long id = nextId();
    // Encoded before anybody is waited for: an argument that can't be is the caller's fault.
    List<?> nameAndArguments = arguments(packet);
    Message message = encode(Packet.event(name, id, nameAndArguments), flags, targets.size());
    BroadcastAck pending = new BroadcastAck(id, answers);
    List<Session> sessions = new ArrayList<>(targets.size());
    for (LocalSocket target : targets) {
      Socket socket = (Socket) target;
      if (socket.isConnected() && pending.expect(socket.pendingAcks())) {
        socket.tellOutgoing(nameAndArguments);
        sessions.add(socket.conn());
      }
    }
    clientCount.accept(sessions.size());
    pending.start(sessions.isEmpty() ? null : sessions.get(0).scheduler(), flags.timeout());
    if (sessions.size() == 1) {
      sessions.get(0).send(message);
    } else {
      engine.broadcast(message, sessions);
    }
    return pending.missing();
  }

  @Override
  public void onServerSideEmit(
      List<? extends @Nullable Object> nameAndArguments,
      @Nullable Consumer<@Nullable Object> answer) {
    serverSideEvents.hear(nameAndArguments, answer);
  }

  private Message encode(Packet packet, BroadcastFlags flags, int recipients) {
    return encoder.encode(packet, flags.isVolatile(), flags.compress(), recipients > 1);
  }

  private static List<?> arguments(Packet event) {
    if (event.data() instanceof List<?> arguments) {
      return arguments;
    }
    throw new IllegalArgumentException("only an event can be sent, not " + event.type());
  }
}
