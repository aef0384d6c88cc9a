// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.benchmarks.Note;
import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketCodec;
import dev.sockeye.engineio.PayloadCodec;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Engine.IO packets of about 100 bytes, alone and ten in one body of long-polling. */
@State(Scope.Thread)
public class EngineCodecs {
  private static final int PACKETS = 10;

  private final PacketCodec packets = PacketCodec.of(ProtocolVersion.V4);
  private final PayloadCodec payloads = PayloadCodec.of(ProtocolVersion.V4);
  private final Packet packet = Packet.message(text("2[\"echo\"," + Note.json(1000) + "]"));
  private final Packet blob = Packet.message(RawData.binary(new byte[1024]));
  private final List<Packet> ten = Collections.nCopies(PACKETS, packet);
  private final RawData packetText = packets.encode(packet, false);
  private final RawData payloadText = payloads.encode(ten, true);

  private static RawData text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return RawData.text(bytes, 0, bytes.length);
  }

  @Benchmark
  public RawData encodePacket() {
    return packets.encode(packet, false);
  }

  @Benchmark
  public Packet decodePacket() {
    return packets.decode(packetText);
  }

  @Benchmark
  public RawData encodeBinaryInBase64() {
    return packets.encode(blob, true);
  }

  @Benchmark
  public RawData encodePayloadOfTen() {
    return payloads.encode(ten, true);
  }

  @Benchmark
  public void decodePayloadOfTen(Blackhole blackhole) {
    payloads.decode(payloadText, PACKETS, blackhole::consume);
  }
}
