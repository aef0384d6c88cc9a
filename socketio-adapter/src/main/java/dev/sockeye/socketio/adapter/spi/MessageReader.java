// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import dev.sockeye.socketio.spi.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages in what {@link MessageWriter} or Node.js has laid out. Tolerant: keys that it
 * doesn't know are passed by, options that are missing have their defaults. What an application has
 * sent stays {@link Json}; what it has attached to a socket is decoded.
 *
 * <p>All methods throw {@link ParseException} if something is missing or of another kind.
 */
public final class MessageReader {
  private final SnapshotReader snapshots;

  /** A reader that decodes the data of sockets with a JSON library. */
  public MessageReader(JsonCodec codec) {
    this.snapshots = new SnapshotReader(codec);
  }

  /** A whole message. */
  public Envelope envelope(Json json) {
    JsonObject fields = JsonObject.of(json);
    return new Envelope(
        fields.stringOr("uid", ""),
        fields.stringOr("nsp", ""),
        message(fields.integer("type"), fields.find("data"), fields.stringOr("nsp", "/")));
  }

  /**
   * A message from its parts.
   *
   * @param data null if the message has none
   * @param namespace of a packet that doesn't name its own
   */
  public ClusterMessage message(int type, @Nullable Json data, String namespace) {
    return switch (type) {
      case 1 -> new ClusterMessage.InitialHeartbeat();
      case 2 -> new ClusterMessage.Heartbeat();
      case 13 -> new ClusterMessage.AdapterClose();
      default -> {
        if (data == null) {
          throw new ParseException("a message of type " + type + " without data");
        }
        yield message(type, JsonObject.of(data), namespace);
      }
    };
  }

  private ClusterMessage message(int type, JsonObject data, String namespace) {
    return switch (type) {
      case 3 ->
          new ClusterMessage.Broadcast(
              packet(data.require("packet"), namespace), options(data), requestId(data));
      case 4 -> new ClusterMessage.SocketsJoin(options(data), data.strings("rooms"));
      case 5 -> new ClusterMessage.SocketsLeave(options(data), data.strings("rooms"));
      case 6 -> new ClusterMessage.DisconnectSockets(options(data), data.isTrue("close"));
      case 7 -> new ClusterMessage.FetchSockets(options(data), data.string("requestId"));
      case 8 ->
          new ClusterMessage.FetchSocketsResponse(
              data.string("requestId"),
              data.find("sockets") == null ? List.of() : sockets(data.require("sockets")));
      case 9 -> new ClusterMessage.ServerSideEmit(event(data.elements("packet")), requestId(data));
      case 10 ->
          new ClusterMessage.ServerSideEmitResponse(data.string("requestId"), data.find("packet"));
      case 11 ->
          new ClusterMessage.BroadcastClientCount(
              data.string("requestId"), data.integer("clientCount"));
      case 12 -> new ClusterMessage.BroadcastAck(data.string("requestId"), data.find("packet"));
      default -> throw new ParseException("unknown type of message: " + type);
    };
  }

  private static @Nullable String requestId(JsonObject data) {
    String id = data.stringOr("requestId", "");
    return id.isEmpty() ? null : id;
  }

  private BroadcastOptions options(JsonObject data) {
    return options(data.find("opts"));
  }

  /**
   * An event.
   *
   * @param namespace if it doesn't name its own
   */
  public Packet packet(Json json, String namespace) {
    JsonObject fields = JsonObject.of(json);
    List<Json> data = fields.elements("data");
    Json id = fields.find("id");
    return Packet.event(
        fields.stringOr("nsp", namespace),
        id == null ? Packet.NO_ID : fields.longInteger("id"),
        event(data));
  }

  /** An event's name, which is a string, and its arguments as they are. */
  public static List<Object> event(List<Json> elements) {
    if (elements.isEmpty()) {
      throw new ParseException("an event without a name");
    }
    List<Object> event = new ArrayList<>(elements);
    elements.get(0).string().ifPresent(name -> event.set(0, name));
    return event;
  }

  /** For which sockets, and how; all of them, as usual, if that is null. */
  public BroadcastOptions options(@Nullable Json json) {
    if (json == null) {
      return BroadcastOptions.ALL;
    }
    JsonObject fields = JsonObject.of(json);
    return new BroadcastOptions(
        fields.strings("rooms"), fields.strings("except"), flags(fields.find("flags")));
  }

  private static BroadcastFlags flags(@Nullable Json json) {
    Map<String, Json> present = json == null ? Map.of() : json.members();
    if (present.isEmpty()) {
      return BroadcastFlags.DEFAULTS;
    }
    JsonObject fields = new JsonObject(present);
    return new BroadcastFlags(
        false,
        fields.isTrue("volatile"),
        fields.isAbsentOrTrue("compress"),
        fields.millis("timeout"));
  }

  /** Sockets' descriptions, in an array. */
  public List<SocketSnapshot> sockets(Json array) {
    return snapshots.sockets(array);
  }

  /** A session. */
  public SocketSession session(Json json) {
    JsonObject fields = JsonObject.of(json);
    Set<String> rooms = fields.strings("rooms");
    return new SocketSession(
        fields.string("sid"),
        fields.string("pid"),
        rooms,
        snapshots.natural(fields.find("data")),
        fields.stringOr("since", ""));
  }
}
