// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What nodes tell each other, under the names of the official adapters. A value in a message that
 * was received is a {@link dev.sockeye.socketio.Json}, but for the names of events, which are
 * strings; in one that is sent it may be anything that an application may send.
 */
public sealed interface ClusterMessage {
  /** The number by which the type goes on the wire. */
  int type();

  /** A node is there and wants to know who else is. */
  record InitialHeartbeat() implements ClusterMessage {
    @Override
    public int type() {
      return 1;
    }
  }

  /** A node is still there. */
  record Heartbeat() implements ClusterMessage {
    @Override
    public int type() {
      return 2;
    }
  }

  /**
   * An event for the sockets of all nodes.
   *
   * @param packet the event
   * @param options for which sockets, and how; never {@code local}
   * @param requestId under which answers are expected; null if none are
   */
  record Broadcast(Packet packet, BroadcastOptions options, @Nullable String requestId)
      implements ClusterMessage {
    /** Checks that all is there. */
    public Broadcast {
      Objects.requireNonNull(packet, "packet");
      Objects.requireNonNull(options, "options");
    }

    @Override
    public int type() {
      return 3;
    }

    /** The room that it is for, if it is for one alone and wants no answers. */
    public Optional<String> singleRoom() {
      return requestId == null && options.rooms().size() == 1
          ? Optional.of(options.rooms().iterator().next())
          : Optional.empty();
    }
  }

  /**
   * Sockets join rooms.
   *
   * @param options which sockets
   * @param rooms the rooms, which keep their order
   */
  record SocketsJoin(BroadcastOptions options, Set<String> rooms) implements ClusterMessage {
    /** Copies the rooms. */
    public SocketsJoin {
      rooms = ordered(rooms);
    }

    @Override
    public int type() {
      return 4;
    }
  }

  /**
   * Sockets leave rooms.
   *
   * @param options which sockets
   * @param rooms the rooms, which keep their order
   */
  record SocketsLeave(BroadcastOptions options, Set<String> rooms) implements ClusterMessage {
    /** Copies the rooms. */
    public SocketsLeave {
      rooms = ordered(rooms);
    }

    @Override
    public int type() {
      return 5;
    }
  }

  /**
   * Sockets are disconnected.
   *
   * @param options which sockets
   * @param close whether their connections are closed, too
   */
  record DisconnectSockets(BroadcastOptions options, boolean close) implements ClusterMessage {
    @Override
    public int type() {
      return 6;
    }
  }

  /**
   * Each node is to describe its sockets.
   *
   * @param options which sockets
   * @param requestId for the answers
   */
  record FetchSockets(BroadcastOptions options, String requestId) implements ClusterMessage {
    @Override
    public int type() {
      return 7;
    }
  }

  /**
   * The sockets of one node.
   *
   * @param requestId what it answers
   * @param sockets what was asked for
   */
  record FetchSocketsResponse(String requestId, List<SocketSnapshot> sockets)
      implements ClusterMessage {
    /** Copies the list. */
    public FetchSocketsResponse {
      sockets = List.copyOf(sockets);
    }

    @Override
    public int type() {
      return 8;
    }
  }

  /**
   * An event for the listeners of the other nodes.
   *
   * @param nameAndArguments the event
   * @param requestId for the answers; null if none are expected
   */
  record ServerSideEmit(
      List<? extends @Nullable Object> nameAndArguments, @Nullable String requestId)
      implements ClusterMessage {
    /** Copies the list. */
    public ServerSideEmit {
      nameAndArguments = Collections.unmodifiableList(new ArrayList<>(nameAndArguments));
    }

    @Override
    public int type() {
      return 9;
    }
  }

  /**
   * One node's answer to {@link ServerSideEmit}.
   *
   * @param requestId what it answers
   * @param value the answer
   */
  record ServerSideEmitResponse(String requestId, @Nullable Object value)
      implements ClusterMessage {
    @Override
    public int type() {
      return 10;
    }
  }

  /**
   * How many clients of one node have got an event.
   *
   * @param requestId what it answers
   * @param clientCount so many
   */
  record BroadcastClientCount(String requestId, int clientCount) implements ClusterMessage {
    @Override
    public int type() {
      return 11;
    }
  }

  /**
   * One client's answer to an event.
   *
   * @param requestId what it answers
   * @param value the first argument of the client's ack; null if it has none
   */
  record BroadcastAck(String requestId, @Nullable Object value) implements ClusterMessage {
    @Override
    public int type() {
      return 12;
    }
  }

  /** A node leaves. */
  record AdapterClose() implements ClusterMessage {
    @Override
    public int type() {
      return 13;
    }
  }

  private static Set<String> ordered(Collection<String> rooms) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(rooms));
  }
}
