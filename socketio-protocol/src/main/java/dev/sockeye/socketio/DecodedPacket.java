// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import org.jspecify.annotations.Nullable;

/**
 * A packet that was received, complete with its attachments. Its structure has been checked; its
 * arguments stay bytes until somebody asks for them.
 *
 * @param type CONNECT, DISCONNECT, EVENT, ACK or CONNECT_ERROR (binary ones become EVENT and ACK)
 * @param namespace the namespace, with its leading slash
 * @param id the ack's number, or {@link Packet#NO_ID}
 * @param event the event's name; null unless the type is EVENT. A number as a name is given in
 *     decimal
 * @param args an event's arguments (without its name), an ack's arguments, or the one payload of
 *     CONNECT and CONNECT_ERROR; empty where there is none
 */
public record DecodedPacket(
    PacketType type, String namespace, long id, @Nullable String event, Args args) {}
