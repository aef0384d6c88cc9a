// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static dev.sockeye.engineio.Wire.framed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeded, and each failure names its seed. */
class CodecPropertiesTest {
  private static final int[] FIRST_OF_WIDTH = {0x20, 0x80, 0x800, 0x10000};
  private static final int[] END_OF_WIDTH = {0x80, 0x800, 0xd800, 0x110000};

  @ParameterizedTest
  @EnumSource
  void whatIsEncodedIsDecoded(ProtocolVersion version) {
    PayloadCodec payloads = PayloadCodec.of(version);
    PacketCodec messages = PacketCodec.of(version);
    for (long seed : seeds(2000)) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Packet> packets = packets(random);
      boolean base64 = random.nextBoolean();
      assertThat(Payloads.decode(payloads, payloads.encode(packets, base64), packets.size()))
          .as("seed %d", seed)
          .isEqualTo(packets);
      assertThat(messages.decode(messages.encode(packets.get(0), base64)))
          .as("seed %d", seed)
          .isEqualTo(packets.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyBodyIsAnsweredOrRefused(ProtocolVersion version) {
    PayloadCodec codec = PayloadCodec.of(version);
    for (long seed : seeds(20_000)) {
      RawData body = mutated(codec, new SplittableRandom(seed));
      assertThat(packetsOrRefusal(codec, body)).as("seed %d", seed).isBetween(-1, 100);
    }
  }

  private static int packetsOrRefusal(PayloadCodec codec, RawData body) {
    try {
      return Payloads.decode(codec, body, 100).size();
    } catch (PacketFormatException refusal) {
      return -1;
    }
  }

  private static long[] seeds(int count) {
    return LongStream.range(0, count).toArray();
  }

  /** A valid body with a few bytes changed gets further into a decoder than noise. */
  private static RawData mutated(PayloadCodec codec, SplittableRandom random) {
    RawData valid = codec.encode(packets(random), random.nextBoolean());
    byte[] bytes = new byte[random.nextInt(valid.length() + 1)];
    System.arraycopy(valid.array(), valid.offset(), bytes, 0, bytes.length);
    for (int changes = random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return framed(bytes, random.nextInt(8) == 0 ? !valid.isBinary() : valid.isBinary());
  }

  private static List<Packet> packets(SplittableRandom random) {
    List<Packet> packets = new ArrayList<>();
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      packets.add(random.nextInt(3) == 0 ? blob(random) : textPacket(random));
    }
    return packets;
  }

  private static Packet blob(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return Packet.message(framed(bytes, true));
  }

  private static Packet textPacket(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(120); left > 0; left--) {
      int width = random.nextInt(4);
      text.appendCodePoint(random.nextInt(FIRST_OF_WIDTH[width], END_OF_WIDTH[width]));
    }
    PacketType[] types = PacketType.values();
    return Packet.of(types[random.nextInt(types.length)], text.toString());
  }
}
