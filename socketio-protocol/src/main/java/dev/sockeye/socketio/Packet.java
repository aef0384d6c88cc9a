// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A packet to be sent.
 *
 * <p>Whether an event or an ack is binary is the parser's to find out: here the type is always
 * {@link PacketType#EVENT} or {@link PacketType#ACK}.
 *
 * @param type what it is for
 * @param namespace the namespace, with its leading slash
 * @param id the number by which an ack refers to an event, or {@link #NO_ID}
 * @param data an event's name and arguments or an ack's arguments as a {@link List}; the payload of
 *     CONNECT (a map or null) and CONNECT_ERROR (a map or a string); null for DISCONNECT
 */
public record Packet(PacketType type, String namespace, long id, @Nullable Object data) {
  /** No ack is wanted. */
  public static final long NO_ID = -1;

  /** Checks the parts. */
  public Packet {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(namespace, "namespace");
    if ((type == PacketType.EVENT || type == PacketType.ACK) && !(data instanceof List)) {
      throw new IllegalArgumentException(type + " needs a list of arguments, not " + data);
    }
    if (type == PacketType.BINARY_EVENT || type == PacketType.BINARY_ACK) {
      throw new IllegalArgumentException(type + " is the parser's choice; use EVENT or ACK");
    }
  }

  /** An event: its name, then its arguments. */
  public static Packet event(
      String namespace, long id, List<? extends @Nullable Object> nameAndArguments) {
    return new Packet(PacketType.EVENT, namespace, id, nameAndArguments);
  }

  /** The answer to an event. */
  public static Packet ack(String namespace, long id, List<? extends @Nullable Object> arguments) {
    return new Packet(PacketType.ACK, namespace, id, arguments);
  }

  /** The request for, or the confirmation of, a connection to a namespace. */
  public static Packet connect(String namespace, @Nullable Map<String, ?> payload) {
    return new Packet(PacketType.CONNECT, namespace, NO_ID, payload);
  }

  /**
   * The refusal of a connection to a namespace: a map with {@code message} and {@code data}, or a
   * string for old clients.
   */
  public static Packet connectError(String namespace, Object payload) {
    return new Packet(PacketType.CONNECT_ERROR, namespace, NO_ID, payload);
  }

  /** The end of a connection to a namespace. */
  public static Packet disconnect(String namespace) {
    return new Packet(PacketType.DISCONNECT, namespace, NO_ID, null);
  }
}
