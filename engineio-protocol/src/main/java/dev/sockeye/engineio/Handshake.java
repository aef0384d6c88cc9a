// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the server tells the client in the open packet.
 *
 * <p>Implements "Handshake" of the Engine.IO protocol, revisions 3 and 4.
 *
 * @param sid the id of the session, which every later request carries
 * @param upgrades the names of the transports that the client may move on to; often empty
 * @param pingInterval how long the server waits between two pings (revision 3: the client); on the
 *     wire in whole milliseconds
 * @param pingTimeout how long either side waits for the other's sign of life before it gives up; on
 *     the wire in whole milliseconds
 * @param maxPayload how many bytes the client may send in one request or message; 0 if the server
 *     doesn't say
 */
public record Handshake(
    String sid,
    List<String> upgrades,
    Duration pingInterval,
    Duration pingTimeout,
    int maxPayload) {

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if a duration or the size is negative
   */
  public Handshake {
    Objects.requireNonNull(sid, "sid");
    upgrades = List.copyOf(upgrades);
    requireNotNegative("pingInterval", pingInterval);
    requireNotNegative("pingTimeout", pingTimeout);
    if (maxPayload < 0) {
      throw new IllegalArgumentException("maxPayload is negative: " + maxPayload);
    }
  }

  private static void requireNotNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " is negative: " + duration);
    }
  }

  /** The data of the open packet: compact JSON with the keys in the order of the original. */
  public RawData toJson() {
    StringBuilder json = new StringBuilder(120);
    JsonText.append(sid, json.append("{\"sid\":"));
    json.append(",\"upgrades\":[");
    for (int i = 0; i < upgrades.size(); i++) {
      JsonText.append(upgrades.get(i), json.append(i == 0 ? "" : ","));
    }
    json.append("],\"pingInterval\":").append(pingInterval.toMillis());
    json.append(",\"pingTimeout\":").append(pingTimeout.toMillis());
    json.append(",\"maxPayload\":").append(maxPayload).append('}');
    return RawData.text(json.toString());
  }

  /**
   * Reads the data of an open packet. Unknown keys are ignored, so that a newer server may say
   * more; a missing {@code maxPayload} means 0.
   *
   * @throws PacketFormatException if it is not JSON or a key is missing or of the wrong type
   */
  public static Handshake parse(RawData json) {
    return HandshakeReader.read(json);
  }
}
