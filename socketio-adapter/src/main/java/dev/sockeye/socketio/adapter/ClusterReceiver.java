// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.spi.Bus;
import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Does what other nodes say, and answers them. */
final class ClusterReceiver implements BusListener {
  private final LocalNamespace namespace;
  private final LocalSockets local;
  private final String uid;
  private final Bus bus;
  private final Requests requests;
  private final ClusterOptions options;
  private final ClusterHealth health;

  /** Null where the backend counts the nodes. */
  private final @Nullable Peers peers;

  /** Null unless clients are restored. */
  private final @Nullable ClusterRecovery recovery;

  ClusterReceiver(
      LocalNamespace namespace,
      LocalSockets local,
      String uid,
      Bus bus,
      Requests requests,
      ClusterOptions options,
      ClusterHealth health,
      @Nullable Peers peers,
      @Nullable ClusterRecovery recovery) {
    this.namespace = namespace;
    this.local = local;
    this.uid = uid;
    this.bus = bus;
    this.requests = requests;
    this.options = options;
    this.health = health;
    this.peers = peers;
    this.recovery = recovery;
  }

  @Override
  public Rooms rooms() {
    return local.rooms();
  }

  @Override
  public boolean isAwaited(String requestId) {
    return requests.isAwaited(requestId);
  }

  @Override
  public void onGarbage(RuntimeException why) {
    health.onGarbage(why);
  }

  @Override
  public void onLost(Throwable why) {
    health.onLost(why);
  }

  @Override
  public void onRestored() {
    health.onRestored();
    if (peers != null) {
      peers.greet();
    }
  }

  @Override
  public void onMessage(Envelope envelope, Optional<String> offset) {
    if (envelope.uid().equals(uid) || !envelope.namespace().equals(namespace.name())) {
      return;
    }
    try {
      if (peers != null) {
        peers.onMessage(envelope);
      }
      receive(envelope, offset);
    } catch (RuntimeException e) {
      health.onFailure(e);
    } finally {
      if (recovery != null) {
        offset.ifPresent(recovery::onSeen);
      }
    }
  }

  private void receive(Envelope envelope, Optional<String> offset) {
    ClusterMessage message = envelope.message();
    if (message instanceof ClusterMessage.Broadcast broadcast) {
      onBroadcast(envelope.uid(), broadcast, offset);
    } else if (message instanceof ClusterMessage.SocketsJoin join) {
      IllegalStateException refusal = local.join(join.options(), join.rooms());
      if (refusal != null) {
        health.onFailure(refusal);
      }
    } else if (message instanceof ClusterMessage.SocketsLeave leave) {
      local.leave(leave.options(), leave.rooms());
    } else if (message instanceof ClusterMessage.DisconnectSockets disconnect) {
      local.disconnect(disconnect.options(), disconnect.close());
    } else if (message instanceof ClusterMessage.FetchSockets fetch) {
      onFetchSockets(envelope.uid(), fetch);
    } else if (message instanceof ClusterMessage.ServerSideEmit emit) {
      onServerSideEmit(envelope.uid(), emit);
    } else if (message instanceof ClusterMessage.FetchSocketsResponse response) {
      requests.onResponse(response.requestId(), envelope);
    } else if (message instanceof ClusterMessage.ServerSideEmitResponse response) {
      requests.onResponse(response.requestId(), envelope);
    } else if (message instanceof ClusterMessage.BroadcastClientCount count) {
      requests.onResponse(count.requestId(), envelope);
    } else if (message instanceof ClusterMessage.BroadcastAck ack) {
      requests.onResponse(ack.requestId(), envelope);
    }
  }

  private void onBroadcast(
      String from, ClusterMessage.Broadcast broadcast, Optional<String> offset) {
    Packet sent = broadcast.packet();
    Packet packet = new Packet(sent.type(), namespace.name(), sent.id(), sent.data());
    if (broadcast.requestId() != null) {
      ask(from, packet, broadcast.options(), broadcast.requestId());
    } else if (recovery != null) {
      recovery.deliver(packet, broadcast.options(), offset);
    } else {
      local.deliver(packet, broadcast.options());
    }
  }

  /** Asks the clients of this node, and passes on what they say. */
  private void ask(String from, Packet packet, BroadcastOptions to, String requestId) {
    BroadcastFlags flags = to.flags();
    // What is never answered must not be waited for always.
    BroadcastFlags timed =
        flags.timeout() == null ? flags.withTimeout(options.answerTimeout()) : flags;
    local.deliverWithAck(
        packet,
        new BroadcastOptions(to.rooms(), to.except(), timed),
        count -> answer(from, new ClusterMessage.BroadcastClientCount(requestId, count)),
        (socketId, answer) ->
            answer(from, new ClusterMessage.BroadcastAck(requestId, firstOf(answer))));
  }

  private static @Nullable Object firstOf(Args answer) {
    return answer.size() == 0 ? null : answer.raw(0);
  }

  private void onFetchSockets(String from, ClusterMessage.FetchSockets fetch) {
    List<SocketSnapshot> found = local.snapshots(fetch.options());
    try {
      answer(from, new ClusterMessage.FetchSocketsResponse(fetch.requestId(), found));
    } catch (IllegalArgumentException e) {
      // What is attached to them can't be sent; the node that asks waits for them all the same.
      health.onFailure(e);
      List<SocketSnapshot> bare =
          found.stream()
              .map(s -> new SocketSnapshot(s.id(), s.handshake(), s.rooms(), Map.of()))
              .toList();
      answer(from, new ClusterMessage.FetchSocketsResponse(fetch.requestId(), bare));
    }
  }

  private void onServerSideEmit(String from, ClusterMessage.ServerSideEmit emit) {
    String requestId = emit.requestId();
    namespace.onServerSideEmit(
        emit.nameAndArguments(),
        requestId == null
            ? null
            : value -> answer(from, new ClusterMessage.ServerSideEmitResponse(requestId, value)));
  }

  private void answer(String to, ClusterMessage message) {
    CompletionStage<Void> sent = bus.send(to, new Envelope(uid, namespace.name(), message));
    sent.whenComplete(
        (done, error) -> {
          if (error != null) {
            health.onPublishFailure(error);
          }
        });
  }
}
