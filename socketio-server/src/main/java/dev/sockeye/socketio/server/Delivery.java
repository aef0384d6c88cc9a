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
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.spi.EncodedPacket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
  private final @Nullable RecoveryOptions recovery;

  /**
   * @param recovery how lost clients are restored; null if they are not
   */
  Delivery(
      String name,
      Encoder encoder,
      EngineServer engine,
      ServerSideEvents serverSideEvents,
      @Nullable RecoveryOptions recovery) {
    this.name = name;
    this.encoder = encoder;
    this.engine = engine;
    this.serverSideEvents = serverSideEvents;
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<RecoveryOptions> recovery() {
    return Optional.ofNullable(recovery);
  }

  long nextId() {
    return ids.getAndIncrement();
  }

  @Override
  public EncodedPacket deliver(
      Packet packet, BroadcastFlags flags, Collection<LocalSocket> targets) {
    // Also where nobody listens: an argument that can't be encoded is the caller's fault always.
    EncodedPacket encoded = encoder.encode(packet);
    Message message = message(encoded, flags, targets.size());
    List<?> nameAndArguments = arguments(packet);
    if (targets.size() > 1) {
      engine.broadcast(message, targets, target -> recipient(target, nameAndArguments));
      return encoded;
    }
    for (LocalSocket target : targets) {
      Session session = recipient(target, nameAndArguments);
      if (session != null) {
        session.send(message);
      }
    }
    return encoded;
  }

  @Override
  public EncodedPacket deliver(Packet packet, BroadcastFlags flags, LocalSocket target) {
    EncodedPacket encoded = encoder.encode(packet);
    Socket socket = (Socket) target;
    if (socket.isOpen()) {
      socket.tellOutgoing(arguments(packet));
      socket.conn().send(message(encoded, flags, 1));
    }
    return encoded;
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
    EncodedPacket encoded = encoder.encode(Packet.event(name, id, nameAndArguments));
    Message message = message(encoded, flags, targets.size());
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

  private Message message(EncodedPacket packet, BroadcastFlags flags, int recipients) {
    return encoder.message(packet, flags.isVolatile(), flags.compress(), recipients > 1);
  }

  private static List<?> arguments(Packet event) {
    if (event.data() instanceof List<?> arguments) {
      return arguments;
    }
    throw new IllegalArgumentException("only an event can be sent, not " + event.type());
  }
}
