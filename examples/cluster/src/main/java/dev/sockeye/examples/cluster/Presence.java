// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.cluster;

import dev.sockeye.examples.cluster.Events.NodeInfo;
import dev.sockeye.examples.cluster.Events.NodeState;
import dev.sockeye.examples.cluster.Events.User;
import dev.sockeye.socketio.server.RemoteSocket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Tells the pages of this node who is on which node. Whenever that changes, the node where it does
 * says so to the others, and each asks the cluster and tells its own pages.
 */
final class Presence {
  private static final String CHANGED = "changed";
  private static final String WHO = "who";

  private final SocketIoServer io;
  private final NodeInfo me;

  /** Whether the cluster is being asked; guarded by this. */
  private boolean isAsking;

  /** Whether something has changed since that began; guarded by this. */
  private boolean isStale;

  /** How many nodes there were when the pages were told; 0 if that failed; guarded by this. */
  private int nodes;

  Presence(SocketIoServer io, NodeInfo me) {
    this.io = io;
    this.me = me;
  }

  void open() {
    io.onServerSide(CHANGED, args -> refresh());
    io.onServerSideRequest(WHO, args -> me);
  }

  /** Something has changed on this node. */
  void changed() {
    io.serverSideEmit(CHANGED);
    refresh();
  }

  /** A node that crashes doesn't say so, but is counted no more: to be called now and then. */
  void count() {
    io.of("/").adapter().serverCount().thenAccept(this::compare);
  }

  private void compare(int count) {
    boolean isOld;
    synchronized (this) {
      isOld = count != nodes;
    }
    if (isOld) {
      refresh();
    }
  }

  private void refresh() {
    synchronized (this) {
      isStale = true;
      if (isAsking) {
        return;
      }
      isAsking = true;
      isStale = false;
    }
    CompletionStage<List<NodeState>> cluster =
        io.serverSideEmitWithAck(WHO)
            .thenApply(all -> all.stream().map(answer -> answer.get(0, NodeInfo.class)).toList())
            .thenCombine(io.fetchSockets(), this::view);
    cluster.whenComplete((view, error) -> tell(error == null ? view : List.of()));
  }

  private List<NodeState> view(List<NodeInfo> others, List<RemoteSocket> sockets) {
    return Stream.concat(Stream.of(me), others.stream())
        .sorted(Comparator.comparing(NodeInfo::name))
        .map(node -> new NodeState(node.name(), node.kind(), node.runtime(), users(node, sockets)))
        .toList();
  }

  private static List<User> users(NodeInfo node, List<RemoteSocket> sockets) {
    return sockets.stream()
        .filter(socket -> node.name().equals(socket.data().get("node")))
        .map(socket -> new User(socket.id(), text(socket, "name"), text(socket, "room")))
        .sorted(Comparator.comparing(User::name).thenComparing(User::id))
        .toList();
  }

  private static String text(RemoteSocket socket, String key) {
    return String.valueOf(socket.data().get(key));
  }

  /** Tells the pages, unless the answer is none, since a node died meanwhile. */
  private void tell(List<NodeState> view) {
    if (!view.isEmpty()) {
      io.local().emit("presence", view);
    }
    boolean isOld;
    synchronized (this) {
      nodes = view.size();
      isAsking = false;
      isOld = isStale;
    }
    if (isOld) {
      refresh();
    }
  }
}
