// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.HandshakeSnapshot;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays messages out as maps and lists, with the keys of the official adapters in their order. What
 * is absent has no key: to Node.js null would be something else.
 */
public final class MessageWriter {
  private MessageWriter() {}

  /** The whole message: {@code {type, data, uid, nsp}}. */
  public static Map<String, @Nullable Object> envelope(Envelope envelope) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("type", envelope.message().type());
    Map<String, @Nullable Object> data = data(envelope.message());
    if (!data.isEmpty()) {
      fields.put("data", data);
    }
    fields.put("uid", envelope.uid());
    fields.put("nsp", envelope.namespace());
    return fields;
  }

  /** The part {@code data} of a message; empty if its type has none. */
  public static Map<String, @Nullable Object> data(ClusterMessage message) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    if (message instanceof ClusterMessage.Broadcast broadcast) {
      data.put("packet", packet(broadcast.packet(), false));
      putPresent(data, "requestId", broadcast.requestId());
      data.put("opts", options(broadcast.options()));
    } else if (message instanceof ClusterMessage.SocketsJoin join) {
      data.put("opts", options(join.options()));
      data.put("rooms", List.copyOf(join.rooms()));
    } else if (message instanceof ClusterMessage.SocketsLeave leave) {
      data.put("opts", options(leave.options()));
      data.put("rooms", List.copyOf(leave.rooms()));
    } else if (message instanceof ClusterMessage.DisconnectSockets disconnect) {
      data.put("opts", options(disconnect.options()));
      data.put("close", disconnect.close());
    } else if (message instanceof ClusterMessage.FetchSockets fetch) {
      data.put("opts", options(fetch.options()));
      data.put("requestId", fetch.requestId());
    } else if (message instanceof ClusterMessage.ServerSideEmit emit) {
      putPresent(data, "requestId", emit.requestId());
      data.put("packet", emit.nameAndArguments());
    } else {
      putResponse(data, message);
    }
    return data;
  }

  private static void putResponse(Map<String, @Nullable Object> data, ClusterMessage message) {
    if (message instanceof ClusterMessage.FetchSocketsResponse response) {
      data.put("requestId", response.requestId());
      data.put("sockets", response.sockets().stream().map(MessageWriter::socket).toList());
    } else if (message instanceof ClusterMessage.ServerSideEmitResponse response) {
      data.put("requestId", response.requestId());
      data.put("packet", response.value());
    } else if (message instanceof ClusterMessage.BroadcastClientCount count) {
      data.put("requestId", count.requestId());
      data.put("clientCount", count.clientCount());
    } else if (message instanceof ClusterMessage.BroadcastAck ack) {
      data.put("requestId", ack.requestId());
      putPresent(data, "packet", ack.value());
    }
  }

  private static void putPresent(
      Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /**
   * An event. It is never marked as binary: each node finds that out for itself.
   *
   * @param withNamespace whether it names its namespace, as it does where the message doesn't
   */
  public static Map<String, @Nullable Object> packet(Packet packet, boolean withNamespace) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("type", packet.type().ordinal());
    fields.put("data", packet.data());
    if (packet.id() != Packet.NO_ID) {
      fields.put("id", packet.id());
    }
    if (withNamespace) {
      fields.put("nsp", packet.namespace());
    }
    return fields;
  }

  /** For which sockets, and how. */
  public static Map<String, @Nullable Object> options(BroadcastOptions options) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("rooms", new ArrayList<>(options.rooms()));
    fields.put("except", new ArrayList<>(options.except()));
    fields.put("flags", flags(options.flags()));
    return fields;
  }

  private static Map<String, @Nullable Object> flags(BroadcastFlags flags) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (!flags.compress()) {
      fields.put("compress", false);
    }
    if (flags.isVolatile()) {
      fields.put("volatile", true);
    }
    if (flags.timeout() != null) {
      fields.put("timeout", flags.timeout().toMillis());
    }
    return fields;
  }

  /** A socket's description. */
  public static Map<String, @Nullable Object> socket(SocketSnapshot socket) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", socket.id());
    fields.put("handshake", handshake(socket.handshake()));
    fields.put("rooms", new ArrayList<>(socket.rooms()));
    fields.put("data", socket.data());
    return fields;
  }

  private static Map<String, @Nullable Object> handshake(HandshakeSnapshot handshake) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("headers", handshake.headers());
    fields.put("time", handshake.time());
    fields.put("address", handshake.address());
    fields.put("xdomain", handshake.xdomain());
    fields.put("secure", handshake.secure());
    fields.put("issued", handshake.issued());
    fields.put("url", handshake.url());
    fields.put("query", handshake.query());
    fields.put("auth", handshake.auth());
    return fields;
  }

  /** A session. Nodes of Node.js don't know {@code since}, and pass it by. */
  public static Map<String, @Nullable Object> session(SocketSession session) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("sid", session.id());
    fields.put("pid", session.pid());
    fields.put("rooms", new ArrayList<>(session.rooms()));
    fields.put("data", session.data());
    if (!session.since().isEmpty()) {
      fields.put("since", session.since());
    }
    return fields;
  }
}
