// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.ClusterMessage.AcquireLock;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.ClusterMessage.Drain;
import dev.sockeye.engineio.server.ClusterMessage.Forward;
import dev.sockeye.engineio.server.ClusterMessage.Lock;
import dev.sockeye.engineio.server.ClusterMessage.LockResponse;
import dev.sockeye.engineio.server.ClusterMessage.Upgrade;
import dev.sockeye.engineio.server.ClusterMessage.UpgradeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of the cluster, see {@link ClusterMessageWriter}. Tolerates what it doesn't know:
 * other fields, other options, other types of messages.
 */
final class ClusterMessageReader {
  private final Map<?, ?> fields;

  private ClusterMessageReader(Map<?, ?> fields) {
    this.fields = fields;
  }

  /**
   * Reads a message.
   *
   * @return nothing if it is somebody else's, or of a type that isn't known here
   * @throws IllegalArgumentException if it can't be read
   */
  static Optional<ClusterMessage> read(byte[] bytes) {
    if (!(MessagePackReader.read(bytes) instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("a message that is no map");
    }
    ClusterMessageReader message = new ClusterMessageReader(fields);
    if (!ClusterMessage.SOURCE.equals(message.textOrNull("_source"))) {
      return Optional.empty();
    }
    int type = (int) message.number("type");
    if (type < 0 || type > 6 || !(fields.get("data") instanceof Map<?, ?> data)) {
      return Optional.empty();
    }
    long requestId =
        type == 0 || type == 1 || type == 4 || type == 5 ? (long) message.number("requestId") : 0;
    return Optional.of(
        new ClusterMessage(
            message.text("senderId"),
            message.textOrNull("recipientId"),
            requestId,
            new ClusterMessageReader(data).body(type)));
  }

  private ClusterMessage.Body body(int type) {
    return switch (type) {
      case 0 -> new AcquireLock(text("sid"), lock(), textOrNull("key"));
      case 1 -> new LockResponse(bool("success"));
      case 2 -> new Drain(text("sid"), messages());
      case 3 -> new Forward(text("sid"), packet(map("packet")));
      case 4 -> new Upgrade(text("sid"), bool("success"));
      case 5 -> new UpgradeResponse(bool("takeOver"), packets());
      default -> new Close(text("sid"), reason());
    };
  }

  private Lock lock() {
    if (!"polling".equals(text("transportName"))) {
      return Lock.UPGRADE;
    }
    return "write".equals(text("type")) ? Lock.WRITE : Lock.READ;
  }

  private CloseReason reason() {
    return CloseReason.TRANSPORT_CLOSE.text().equals(text("reason"))
        ? CloseReason.TRANSPORT_CLOSE
        : CloseReason.TRANSPORT_ERROR;
  }

  private List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (Map<?, ?> each : maps("packets")) {
      Packet packet = packet(each);
      if (packet != null) {
        boolean compress =
            !(each.get("options") instanceof Map<?, ?> options)
                || !Boolean.FALSE.equals(options.get("compress"));
        messages.add(
            packet.type() == PacketType.MESSAGE
                ? Message.of(List.of(packet.data()), false, compress, false)
                : Message.control(packet.type(), packet.data()));
      }
    }
    return messages;
  }

  private List<Packet> packets() {
    List<Packet> packets = new ArrayList<>();
    for (Map<?, ?> each : maps("packets")) {
      Packet packet = packet(each);
      if (packet != null) {
        packets.add(packet);
      }
    }
    return packets;
  }

  /** A packet; null for what its sender couldn't read. */
  private static @Nullable Packet packet(Map<?, ?> fields) {
    String name = new ClusterMessageReader(fields).text("type");
    if (name.equals("error")) {
      return null;
    }
    PacketType type = PacketType.valueOf(name.toUpperCase(Locale.ROOT));
    return new Packet(type, fields.get("data") instanceof RawData data ? data : Packet.NO_DATA);
  }

  private List<Map<?, ?>> maps(String name) {
    if (!(fields.get(name) instanceof List<?> values)) {
      throw missing(name);
    }
    List<Map<?, ?>> maps = new ArrayList<>(values.size());
    for (Object each : values) {
      if (!(each instanceof Map<?, ?> map)) {
        throw missing(name);
      }
      maps.add(map);
    }
    return maps;
  }

  private Map<?, ?> map(String name) {
    if (fields.get(name) instanceof Map<?, ?> map) {
      return map;
    }
    throw missing(name);
  }

  private String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  private @Nullable String textOrNull(String name) {
    return fields.get(name) instanceof RawData data && !data.isBinary() ? data.text() : null;
  }

  private double number(String name) {
    if (fields.get(name) instanceof Double number) {
      return number;
    }
    throw missing(name);
  }

  private boolean bool(String name) {
    if (fields.get(name) instanceof Boolean value) {
      return value;
    }
    throw missing(name);
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("a message without a proper '" + name + "'");
  }
}
