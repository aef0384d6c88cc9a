// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.JsonCursor;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.JsonObject;
import dev.sockeye.socketio.adapter.spi.MessageReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads what nodes of {@link ClassicProtocol} tell each other, each message in either encoding.
 * What is no message throws {@link ParseException}; what is one that says nothing to a node of
 * today is empty.
 */
final class ClassicReader {
  private static final int EVENT_PARTS = 3;
  private static final byte[] BEGINNING = "{\"requestId\":\"".getBytes(UTF_8);

  private final ClusterMessageCodec codec;
  private final MessageReader reader;

  ClassicReader(ClusterMessageCodec codec) {
    this.codec = codec;
    this.reader = codec.reader();
  }

  /** An event: {@code [uid, packet, opts]}. */
  Envelope event(byte[] bytes) {
    List<Json> parts = codec.toJson(bytes).elements();
    if (parts.size() < EVENT_PARTS) {
      throw new ParseException("no array of uid, packet and options");
    }
    String uid = parts.get(0).string().orElse("");
    var packet = reader.packet(parts.get(1), "/");
    BroadcastOptions options = reader.options(parts.get(2));
    return new Envelope(
        uid, packet.namespace(), new ClusterMessage.Broadcast(packet, options, null));
  }

  /** A request. */
  ClassicRequest request(byte[] bytes) {
    JsonObject fields = JsonObject.of(codec.toJson(bytes));
    return new ClassicRequest(
        fields.integer("type"),
        fields.stringOr("uid", ""),
        fields.stringOr("requestId", ""),
        fields);
  }

  /**
   * What a request asks for; empty if it is one that is answered elsewhere.
   *
   * @param namespace the channel's
   */
  Optional<ClusterMessage> message(ClassicRequest request, String namespace) {
    JsonObject fields = request.fields();
    return switch (request.type()) {
      case ClassicProtocol.SOCKETS, ClassicProtocol.ALL_ROOMS -> Optional.empty();
      case ClassicProtocol.REMOTE_JOIN ->
          Optional.of(new ClusterMessage.SocketsJoin(target(fields), rooms(fields)));
      case ClassicProtocol.REMOTE_LEAVE ->
          Optional.of(new ClusterMessage.SocketsLeave(target(fields), rooms(fields)));
      case ClassicProtocol.REMOTE_DISCONNECT ->
          Optional.of(new ClusterMessage.DisconnectSockets(target(fields), fields.isTrue("close")));
      case ClassicProtocol.REMOTE_FETCH ->
          Optional.of(new ClusterMessage.FetchSockets(target(fields), request.requireId()));
      case ClassicProtocol.SERVER_SIDE_EMIT ->
          Optional.of(
              new ClusterMessage.ServerSideEmit(
                  MessageReader.event(fields.elements("data")), idOrNull(request)));
      case ClassicProtocol.BROADCAST ->
          Optional.of(
              new ClusterMessage.Broadcast(
                  reader.packet(fields.require("packet"), namespace),
                  reader.options(fields.require("opts")),
                  request.requireId()));
      default -> throw new ParseException("unknown type of request: " + request.type());
    };
  }

  private static @Nullable String idOrNull(ClassicRequest request) {
    return request.requestId().isEmpty() ? null : request.requestId();
  }

  /** Which sockets: by rooms, or one by its id, as nodes before version 8 say it. */
  private BroadcastOptions target(JsonObject fields) {
    return fields.find("opts") == null && fields.find("sid") != null
        ? BroadcastOptions.room(fields.string("sid"))
        : reader.options(fields.require("opts"));
  }

  private static Set<String> rooms(JsonObject fields) {
    return fields.find("rooms") == null ? Set.of(fields.string("room")) : fields.strings("rooms");
  }

  /**
   * Whether an answer is to what only another node has asked, told by its beginning: all nodes get
   * all answers, and some are large. False if it begins otherwise than most do.
   *
   * @param isAwaited whether this node waits for answers to a request, by its id
   */
  static boolean isForOthers(byte[] bytes, Predicate<String> isAwaited) {
    int from = BEGINNING.length;
    if (bytes.length < from || !Arrays.equals(bytes, 0, from, BEGINNING, 0, from)) {
      return false;
    }
    int end = from;
    while (end < bytes.length && bytes[end] != '"' && bytes[end] != '\\') {
      end++;
    }
    return end < bytes.length
        && bytes[end] == '"'
        && !isAwaited.test(new String(bytes, from, end - from, UTF_8));
  }

  /** An answer; empty if it is one to what only other nodes ask. */
  Optional<ClusterMessage> response(byte[] bytes) {
    JsonObject fields = JsonObject.of(codec.toJson(bytes));
    String requestId = fields.string("requestId");
    if (fields.find("type") == null) {
      return sockets(requestId, fields);
    }
    return switch (fields.integer("type")) {
      case ClassicProtocol.SERVER_SIDE_EMIT ->
          Optional.of(new ClusterMessage.ServerSideEmitResponse(requestId, fields.find("data")));
      case ClassicProtocol.BROADCAST_CLIENT_COUNT ->
          Optional.of(
              new ClusterMessage.BroadcastClientCount(requestId, fields.integer("clientCount")));
      case ClassicProtocol.BROADCAST_ACK ->
          Optional.of(new ClusterMessage.BroadcastAck(requestId, fields.find("packet")));
      default -> Optional.empty();
    };
  }

  private Optional<ClusterMessage> sockets(String requestId, JsonObject fields) {
    Json sockets = fields.find("sockets");
    return sockets == null || areIds(sockets.cursor())
        ? Optional.empty()
        : Optional.of(new ClusterMessage.FetchSocketsResponse(requestId, reader.sockets(sockets)));
  }

  private static boolean areIds(JsonCursor in) {
    return in.beginArray() && in.nextElement() && in.isAtString();
  }
}
