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
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What the adapter of a namespace sends passes here on its way to the sessions of this node. */
final class Delivery implements LocalNamespace {
  private final String name;
  private final Encoder encoder;
  private final EngineServer engine;

  /** Numbers the events that want an answer, over all sockets of the namespace. */
  private final AtomicLong ids = new AtomicLong();

  Delivery(String name, Encoder encoder, EngineServer engine) {
    this.name = name;
    this.encoder = encoder;
    this.engine = engine;
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
    if (targets.size() > 1) {
      engine.broadcast(message, targets, Delivery::session);
      return;
    }
    for (LocalSocket target : targets) {
      if (target.isConnected()) {
        ((Socket) target).conn().send(message);
      }
    }
  }

  private static @Nullable Session session(LocalSocket target) {
    return target.isConnected() ? ((Socket) target).conn() : null;
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
    Message message = encode(Packet.event(name, id, arguments(packet)), flags, targets.size());
    BroadcastAck pending = new BroadcastAck(id, answers);
    List<Session> sessions = new ArrayList<>(targets.size());
    for (LocalSocket target : targets) {
      if (target.isConnected() && pending.expect(((Socket) target).pendingAcks())) {
        sessions.add(((Socket) target).conn());
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

  private Message encode(Packet packet, BroadcastFlags flags, int recipients) {
    return encoder.encode(packet, flags.isVolatile(), flags.compress(), recipients > 1);
  }

  private static List<?> arguments(Packet event) {
    if (event.data() instanceof List<?> arguments) {
      return arguments;
    }
    throw new IllegalArgumentException("only an event can be answered, not " + event.type());
  }
}
