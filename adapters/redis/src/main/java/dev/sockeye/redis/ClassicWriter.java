// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.Broadcast;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.BroadcastAck;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.BroadcastClientCount;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.DisconnectSockets;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.FetchSockets;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.FetchSocketsResponse;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.ServerSideEmit;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.ServerSideEmitResponse;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.SocketsJoin;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.SocketsLeave;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.MessageWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what nodes of {@link ClassicProtocol} tell each other.
 *
 * <pre>
 * 93 a6"IfbKUb" 83 a4"type" 02 a4"data" 92 a2"hi" 01 a3"nsp" a1"/" 83 a5"rooms" 90 a6"except" 90 a5"flags" 80
 * {"uid":"IfbKUb","type":2,"opts":{"rooms":[],"except":[]},"rooms":["r2"]}
 * {"type":8,"requestId":"UgHize","clientCount":1}
 * </pre>
 */
final class ClassicWriter {
  private final ClusterMessageCodec codec;

  ClassicWriter(ClusterMessageCodec codec) {
    this.codec = codec;
  }

  /** An event. */
  byte[] event(String uid, Packet packet, BroadcastOptions options) {
    return codec.toMessagePack(
        List.of(uid, MessageWriter.packet(packet, true), MessageWriter.options(options)));
  }

  /**
   * A request.
   *
   * @throws IllegalArgumentException if it is one that this protocol doesn't have
   */
  byte[] request(String uid, ClusterMessage message) {
    if (message instanceof Broadcast broadcast) {
      return codec.toMessagePack(ask(uid, broadcast));
    }
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("uid", uid);
    if (message instanceof FetchSockets fetch) {
      request.put("requestId", fetch.requestId());
      request.put("type", ClassicProtocol.REMOTE_FETCH);
      request.put("opts", target(fetch.options()));
    } else if (message instanceof ServerSideEmit emit) {
      if (emit.requestId() != null) {
        request.put("requestId", emit.requestId());
      }
      request.put("type", ClassicProtocol.SERVER_SIDE_EMIT);
      request.put("data", emit.nameAndArguments());
    } else {
      putCommand(request, message);
    }
    return codec.toJsonWithBuffers(request);
  }

  /** As an emitter writes it, which has no name where no answer is wanted. */
  byte[] anonymousRequest(ClusterMessage message) {
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    putCommand(request, message);
    return codec.toJsonWithBuffers(request);
  }

  private static Map<String, @Nullable Object> ask(String uid, Broadcast broadcast) {
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("uid", uid);
    request.put("requestId", broadcast.requestId());
    request.put("type", ClassicProtocol.BROADCAST);
    request.put("packet", MessageWriter.packet(broadcast.packet(), true));
    request.put("opts", MessageWriter.options(broadcast.options()));
    return request;
  }

  private static void putCommand(Map<String, @Nullable Object> request, ClusterMessage message) {
    if (message instanceof SocketsJoin join) {
      request.put("type", ClassicProtocol.REMOTE_JOIN);
      request.put("opts", target(join.options()));
      request.put("rooms", List.copyOf(join.rooms()));
    } else if (message instanceof SocketsLeave leave) {
      request.put("type", ClassicProtocol.REMOTE_LEAVE);
      request.put("opts", target(leave.options()));
      request.put("rooms", List.copyOf(leave.rooms()));
    } else if (message instanceof DisconnectSockets disconnect) {
      request.put("type", ClassicProtocol.REMOTE_DISCONNECT);
      request.put("opts", target(disconnect.options()));
      request.put("close", disconnect.close());
    } else {
      throw new IllegalArgumentException("no request: " + message);
    }
  }

  /** Which sockets; how something is sent doesn't matter here. */
  private static Map<String, @Nullable Object> target(BroadcastOptions options) {
    Map<String, @Nullable Object> target = new LinkedHashMap<>();
    target.put("rooms", new ArrayList<>(options.rooms()));
    target.put("except", new ArrayList<>(options.except()));
    return target;
  }

  /**
   * An answer.
   *
   * @throws IllegalArgumentException if it is none
   */
  byte[] response(ClusterMessage message) {
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    if (message instanceof BroadcastAck ack) {
      response.put("type", ClassicProtocol.BROADCAST_ACK);
      response.put("requestId", ack.requestId());
      response.put("packet", ack.value());
      return codec.toMessagePack(response);
    }
    if (message instanceof FetchSocketsResponse found) {
      response.put("requestId", found.requestId());
      response.put("sockets", found.sockets().stream().map(MessageWriter::socket).toList());
    } else if (message instanceof ServerSideEmitResponse answer) {
      response.put("type", ClassicProtocol.SERVER_SIDE_EMIT);
      response.put("requestId", answer.requestId());
      response.put("data", answer.value());
    } else if (message instanceof BroadcastClientCount count) {
      response.put("type", ClassicProtocol.BROADCAST_CLIENT_COUNT);
      response.put("requestId", count.requestId());
      response.put("clientCount", count.clientCount());
    } else {
      throw new IllegalArgumentException("no answer: " + message);
    }
    return codec.toJsonWithBuffers(response);
  }

  /** An answer with one member more than its number: what old nodes ask for. */
  byte[] response(String requestId, String name, Collection<String> values) {
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("requestId", requestId);
    response.put(name, List.copyOf(values));
    return codec.toJsonWithBuffers(response);
  }

  /** An answer that says nothing but that something was done. */
  byte[] done(String requestId) {
    return codec.toJsonWithBuffers(Map.of("requestId", requestId));
  }
}
