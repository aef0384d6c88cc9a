// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.ClusterMessage.AcquireLock;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.ClusterMessage.Drain;
import dev.sockeye.engineio.server.ClusterMessage.Forward;
import dev.sockeye.engineio.server.ClusterMessage.LockResponse;
import dev.sockeye.engineio.server.ClusterMessage.Upgrade;
import dev.sockeye.engineio.server.ClusterMessage.UpgradeResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this node that have requests at others. What others say comes on a thread of the
 * bus and hops to the session's.
 */
final class HomeSessions {
  /** What a packet that isn't read yet takes beside its data. */
  private static final int PACKET_BYTES = 64;

  private final EngineServer server;
  private final Cluster cluster;
  private final @Nullable SessionBinding binding;

  /**
   * For each session that another node has asked for, the bytes that came from there while it
   * wasn't read. An entry is changed on its session's thread.
   */
  private final Map<Session, Integer> unread = new ConcurrentHashMap<>();

  HomeSessions(EngineServer server, Cluster cluster) {
    this.server = server;
    this.cluster = cluster;
    this.binding = SessionBinding.of(server.options().access().sessionBinding());
  }

  /** Forgets a session that has ended. On its thread. */
  void forget(Session session) {
    unread.remove(session);
  }

  private <T> void onThreadOf(String sid, T message, BiConsumer<Session, T> task) {
    Session session = server.session(sid);
    if (session != null) {
      session.loop().execute(() -> task.accept(session, message));
    }
  }

  // --- locks

  /**
   * @param isAddressed whether this node alone was asked, since it had the session
   */
  void onLock(String node, long requestId, AcquireLock asked, boolean isAddressed) {
    if (isAddressed && server.session(asked.sid()) == null) {
      cluster.tell(node, requestId, new LockResponse(false));
      return;
    }
    onThreadOf(asked.sid(), asked, (session, lock) -> lend(session, node, requestId, lock));
  }

  private void lend(Session session, String node, long requestId, AcquireLock asked) {
    boolean granted = mayLend(session, asked);
    cluster.tell(node, requestId, new LockResponse(granted));
    if (!granted || !(session.current() instanceof PollingTransport polling)) {
      return;
    }
    unread.putIfAbsent(session, 0);
    switch (asked.lock()) {
      case READ -> polling.onPoll(new RemotePoll(session, node));
      case UPGRADE -> session.upgradeElsewhere(newUpgrade(session, polling, node));
      case WRITE -> {}
    }
  }

  private RemoteUpgrade newUpgrade(Session session, PollingTransport polling, String node) {
    ClusterEngine options = cluster.options();
    // The other node gives up first.
    Duration limit = server.options().upgradeTimeout().plus(options.responseTimeout());
    return new RemoteUpgrade(session, polling, node, options.noopUpgradeInterval(), limit);
  }

  private boolean mayLend(Session session, AcquireLock asked) {
    if (session.protocol() != ProtocolVersion.V4
        || session.hasEnded()
        || !(session.current() instanceof PollingTransport polling)
        || !isBound(polling, asked.key())) {
      return false;
    }
    return switch (asked.lock()) {
      case READ -> !polling.isReady();
      case UPGRADE -> session.mayUpgrade();
      case WRITE -> true;
    };
  }

  private boolean isBound(PollingTransport polling, @Nullable String carried) {
    String key = polling.key();
    return binding == null
        || key == null
        || (carried != null && SessionBinding.isSame(carried, key));
  }

  /** A GET that waits at another node. */
  private final class RemotePoll implements PendingPoll {
    private final Session session;
    private final String node;

    RemotePoll(Session session, String node) {
      this.session = session;
      this.node = node;
    }

    @Override
    public boolean isLost() {
      return false;
    }

    @Override
    public void answer(List<Message> messages) {
      cluster
          .tell(node, new Drain(session.id(), messages))
          .whenComplete(
              (sent, failure) -> {
                if (failure != null) {
                  session.loop().execute(() -> session.end(CloseReason.TRANSPORT_ERROR, failure));
                }
              });
    }
  }

  // --- packets

  void onForward(Forward forward) {
    onThreadOf(forward.sid(), forward, (session, said) -> receive(session, said.packet()));
  }

  private void receive(Session session, @Nullable Packet packet) {
    Integer waiting = unread.get(session);
    if (waiting == null) {
      return;
    }
    if (packet == null) {
      session.end(CloseReason.PARSE_ERROR, new TransportException("parser error at another node"));
    } else if (isSlow(session, waiting, packet)) {
      session.end(
          CloseReason.TRANSPORT_ERROR,
          new TransportException(
              "more came than is read, over "
                  + server.options().maxBufferedBytes()
                  + " bytes (maxBufferedBytes)"));
    } else {
      session.receive(packet);
    }
  }

  /** Other nodes can't be told to wait: what comes while the session isn't read has a limit. */
  private boolean isSlow(Session session, int waiting, Packet packet) {
    if (session.isReadable()) {
      if (waiting > 0) {
        unread.put(session, 0);
      }
      return false;
    }
    long bytes = (long) waiting + packet.data().length() + PACKET_BYTES;
    unread.put(session, (int) Math.min(bytes, Integer.MAX_VALUE));
    return bytes > server.options().maxBufferedBytes();
  }

  // --- upgrades

  void onUpgrade(String node, long requestId, Upgrade upgrade) {
    onThreadOf(
        upgrade.sid(),
        upgrade,
        (session, said) -> endUpgrade(session, node, requestId, said.success()));
  }

  private void endUpgrade(Session session, String node, long requestId, boolean success) {
    RemoteUpgrade upgrade = session.upgradeAt(node);
    if (upgrade == null) {
      return;
    }
    if (!success) {
      upgrade.fail("it has failed at node " + node);
      return;
    }
    upgrade.stop();
    List<RawData> unheard = session.handOver();
    if (unheard == null) {
      cluster.tell(node, requestId, new UpgradeResponse(false, List.of()));
      session.upgradeTo(new RemoteTransport(session, cluster, node));
    } else {
      List<Packet> packets = unheard.stream().map(Packet::message).toList();
      cluster.tell(node, requestId, new UpgradeResponse(true, packets));
    }
  }

  // --- the end

  void onClose(Close close) {
    onThreadOf(
        close.sid(),
        close.reason(),
        (session, reason) -> {
          if (unread.containsKey(session)) {
            session.end(reason, new TransportException("the request at another node has ended"));
          }
        });
  }

  /** Something may be missing from what other nodes have sent. */
  void onLost(Throwable why) {
    for (Session session : unread.keySet()) {
      session.loop().execute(() -> session.end(CloseReason.TRANSPORT_ERROR, why));
    }
  }
}
