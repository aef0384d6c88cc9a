// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.ArrayList;
import java.util.List;

/** The packets of payloads as lists. */
final class Payloads {
  private Payloads() {}

  static List<Packet> decode(PayloadCodec codec, RawData body, int maxPackets) {
    List<Packet> packets = new ArrayList<>();
    codec.decode(body, maxPackets, packets::add);
    return packets;
  }
}
