// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.JsonCursor;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.HandshakeSnapshot;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import dev.sockeye.socketio.spi.JsonCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads sockets' descriptions, of which an answer may hold thousands, in one go. As tolerant as
 * {@link MessageReader}: the order of the members doesn't matter, null counts as absent.
 */
final class SnapshotReader {
  private final JsonCodec codec;

  SnapshotReader(JsonCodec codec) {
    this.codec = codec;
  }

  /** The descriptions in an array. */
  List<SocketSnapshot> sockets(Json array) {
    List<SocketSnapshot> sockets = new ArrayList<>();
    JsonCursor in = new JsonCursor(array);
    if (in.beginArray()) {
      while (in.nextElement()) {
        sockets.add(socket(in));
      }
    }
    return sockets;
  }

  private SocketSnapshot socket(JsonCursor in) {
    String id = null;
    HandshakeSnapshot handshake = null;
    Set<String> rooms = Set.of();
    Map<String, @Nullable Object> data = Map.of();
    begin(in);
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "id" -> id = in.string();
        case "handshake" -> handshake = handshake(in);
        case "rooms" -> rooms = strings(in);
        case "data" -> data = natural(in.value());
        default -> in.skip();
      }
    }
    if (id == null || handshake == null) {
      throw new ParseException("a socket without " + (id == null ? "id" : "handshake"));
    }
    return new SocketSnapshot(id, handshake, rooms, data);
  }

  private HandshakeSnapshot handshake(JsonCursor in) {
    Map<String, String> headers = Map.of();
    String time = "";
    String address = "";
    boolean xdomain = false;
    boolean secure = false;
    long issued = 0;
    String url = "";
    Map<String, String> query = Map.of();
    Map<String, @Nullable Object> auth = Map.of();
    begin(in);
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "headers" -> headers = texts(in);
        case "time" -> time = stringOrEmpty(in, name);
        case "address" -> address = stringOrEmpty(in, name);
        case "xdomain" -> xdomain = isTrue(in);
        case "secure" -> secure = isTrue(in);
        case "issued" -> issued = in.skipNull() ? 0 : JsonObject.longInteger(name, in.value());
        case "url" -> url = stringOrEmpty(in, name);
        case "query" -> query = texts(in);
        case "auth" -> auth = natural(in.value());
        default -> in.skip();
      }
    }
    return new HandshakeSnapshot(headers, time, address, xdomain, secure, issued, url, query, auth);
  }

  private static void begin(JsonCursor in) {
    if (!in.beginObject()) {
      throw new ParseException("no object where one belongs");
    }
  }

  private static String stringOrEmpty(JsonCursor in, String name) {
    if (in.skipNull()) {
      return "";
    }
    String text = in.string();
    if (text == null) {
      throw new ParseException("the " + name + " is no string");
    }
    return text;
  }

  private static boolean isTrue(JsonCursor in) {
    Json value = in.value();
    return value.array()[value.offset()] == 't';
  }

  private static Set<String> strings(JsonCursor in) {
    if (!in.beginArray() || !in.nextElement()) {
      return Set.of();
    }
    String first = text(in);
    if (!in.nextElement()) {
      return Set.of(first); // most sockets are in their own room alone
    }
    Set<String> strings = new LinkedHashSet<>();
    strings.add(first);
    do {
      strings.add(text(in));
    } while (in.nextElement());
    return strings;
  }

  private static Map<String, String> texts(JsonCursor in) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (in.beginObject()) {
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        texts.put(name, text(in));
      }
    }
    return texts;
  }

  private static String text(JsonCursor in) {
    String string = in.isAtString() ? in.string() : null;
    return string == null ? JsonObject.text(in.value()) : string;
  }

  private static boolean isEmpty(JsonCursor in) {
    return !in.beginObject() || !in.nextElement();
  }

  /** An object in its natural form; empty if it is none. */
  @SuppressWarnings("unchecked") // the natural form of an object is such a map
  Map<String, @Nullable Object> natural(@Nullable Json json) {
    if (json == null || isEmpty(new JsonCursor(json))) {
      return Map.of();
    }
    try {
      Object value =
          codec.decode(
              json.array(), json.offset(), json.length(), Object.class, json.attachments());
      return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    } catch (IllegalArgumentException e) {
      throw new ParseException("data that can't be decoded: " + e.getMessage());
    }
  }
}
