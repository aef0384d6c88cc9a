// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.BindingException;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.PacketType;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the server and the client expect of every {@link Parser}, whatever it sends. */
public interface ParserContract {

  /** The parser to be tested. */
  Parser parser();

  /** A record as applications have them. */
  record Point(int x, int y) {}

  @Test
  default void anEventComesBack() {
    DecodedPacket packet = roundTrip(Packet.event("/", Packet.NO_ID, List.of("hello", 1, "two")));
    assertThat(packet.type()).isEqualTo(PacketType.EVENT);
    assertThat(packet.namespace()).isEqualTo("/");
    assertThat(packet.id()).isEqualTo(Packet.NO_ID);
    assertThat(packet.event()).isEqualTo("hello");
    assertThat(packet.args().toList()).containsExactly(1, "two");
  }

  @Test
  default void anAckComesBackWithItsNumberAndWithoutAnEvent() {
    DecodedPacket packet = roundTrip(Packet.ack("/", 456, Arrays.asList(true, null)));
    assertThat(packet.type()).isEqualTo(PacketType.ACK);
    assertThat(packet.id()).isEqualTo(456);
    assertThat(packet.event()).isNull();
    assertThat(packet.args().toList()).containsExactly(true, null);
  }

  @Test
  default void theSmallestAndTheLargestAckNumberComeBack() {
    assertThat(roundTrip(Packet.event("/", 0, List.of("e"))).id()).isZero();
    assertThat(roundTrip(Packet.event("/", (1L << 53) - 1, List.of("e"))).id())
        .isEqualTo((1L << 53) - 1);
  }

  @Test
  default void aNamespaceComesBackWhateverItsCharacters() {
    for (String namespace : List.of("/admin", "/a/b-1?c=d", "/5", "/straße/😀")) {
      assertThat(roundTrip(Packet.event(namespace, 7, List.of("e", 1))).namespace())
          .isEqualTo(namespace);
    }
  }

  @Test
  default void aConnectComesBackWithAndWithoutPayload() {
    DecodedPacket bare = roundTrip(Packet.connect("/a", null));
    assertThat(bare.type()).isEqualTo(PacketType.CONNECT);
    assertThat(bare.args().size()).isZero();
    assertThat(roundTrip(Packet.connect("/a", Map.of("sid", "x"))).args().toList())
        .containsExactly(Map.of("sid", "x"));
  }

  @Test
  default void aConnectErrorComesBackAsAnObjectOrAString() {
    DecodedPacket packet = roundTrip(Packet.connectError("/", Map.of("message", "no")));
    assertThat(packet.type()).isEqualTo(PacketType.CONNECT_ERROR);
    assertThat(packet.args().toList()).containsExactly(Map.of("message", "no"));
    assertThat(roundTrip(Packet.connectError("/", "no")).args().string(0)).isEqualTo("no");
  }

  @Test
  default void aDisconnectComesBack() {
    DecodedPacket packet = roundTrip(Packet.disconnect("/a"));
    assertThat(packet.type()).isEqualTo(PacketType.DISCONNECT);
    assertThat(packet.namespace()).isEqualTo("/a");
    assertThat(packet.args().size()).isZero();
  }

  @Test
  default void binaryValuesComeBackFromAnyDepth() {
    Object[] arguments = {"e", new byte[] {1, 2}, Map.of("a", List.of(new byte[0], "x"))};
    DecodedPacket packet = roundTrip(Packet.event("/a", 3, List.of(arguments)));
    assertThat(packet.type()).isEqualTo(PacketType.EVENT);
    assertThat(packet.args().bytes(0)).containsExactly(1, 2);
    assertThat(packet.args().buffer(0)).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
    assertThat(packet.args().get(1))
        .usingRecursiveComparison()
        .isEqualTo(Map.of("a", List.of(new byte[0], "x")));
  }

  @Test
  default void anAckMayBeBinary() {
    DecodedPacket packet = roundTrip(Packet.ack("/", 1, List.of(new byte[] {9})));
    assertThat(packet.type()).isEqualTo(PacketType.ACK);
    assertThat(packet.args().bytes(0)).containsExactly(9);
  }

  @Test
  default void onePacketMayFollowAnother() {
    Parser.Decoder decoder = parser().newDecoder();
    for (int i = 0; i < 3; i++) {
      Packet packet = Packet.event("/", i, List.of("e", new byte[] {(byte) i}, "t" + i));
      assertThat(decode(decoder, parser().encode(packet)).args().string(1)).isEqualTo("t" + i);
      assertThat(decode(decoder, parser().encode(Packet.ack("/", i, List.of()))).id()).isEqualTo(i);
    }
  }

  @Test
  default void argumentsAreBoundToWhatTheListenerAsksFor() {
    DecodedPacket packet =
        roundTrip(Packet.event("/", Packet.NO_ID, List.of("e", new Point(1, 2), 5, "s")));
    assertThat(packet.args().get(0, Point.class)).isEqualTo(new Point(1, 2));
    assertThat(packet.args().integer(1)).isEqualTo(5);
    assertThat(packet.args().get(3, String.class)).isNull();
    assertThatThrownBy(() -> packet.args().integer(2))
        .isInstanceOf(BindingException.class)
        .hasMessageStartingWith("argument 2 is not a java.lang.Integer: ");
  }

  @Test
  default void receivedArgumentsMayBeSentOn() {
    DecodedPacket received =
        roundTrip(Packet.event("/", Packet.NO_ID, List.of("e", new byte[] {1}, Map.of("a", 1))));
    DecodedPacket forwarded =
        roundTrip(Packet.event("/", Packet.NO_ID, List.of("f", new byte[] {0}, received.args())));
    assertThat(forwarded.args().get(1))
        .usingRecursiveComparison()
        .isEqualTo(List.of(new byte[] {1}, Map.of("a", 1)));
  }

  @Test
  default void randomBytesGiveAPacketOrAParseException() {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] garbage = new byte[random.nextInt(64)];
      random.nextBytes(garbage);
      assertDecodesOrFails(garbage, random.nextBoolean(), seed);
    }
  }

  @Test
  default void damagedPacketsGiveAPacketOrAParseException() {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    Packet packet =
        Packet.event(
            "/é", 12, List.of("e\n", 1.5e-3, new byte[] {1}, Map.of("a", List.of(true, "ü"))));
    EncodedPacket encoded = parser().encode(packet);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = array(encoded.first());
      for (int n = random.nextInt(3); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(damaged, random.nextInt(damaged.length) + 1);
      assertDecodesOrFails(random.nextBoolean() ? cut : damaged, encoded.binary(), seed);
    }
  }

  private void assertDecodesOrFails(byte[] message, boolean binary, long seed) {
    try {
      Parser.Decoder decoder = parser().newDecoder();
      DecodedPacket packet =
          binary
              ? decoder.addBinary(message, 0, message.length)
              : decoder.addText(message, 0, message.length);
      if (packet != null) {
        assertThat(packet.namespace()).startsWith("/");
        packet.args().toList();
      }
    } catch (ParseException | BindingException expected) {
      assertThat(expected).hasMessageMatching("(?s).+");
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + ": " + new String(message, UTF_8), e);
    }
  }

  private DecodedPacket roundTrip(Packet packet) {
    return decode(parser().newDecoder(), parser().encode(packet));
  }

  private static DecodedPacket decode(Parser.Decoder decoder, EncodedPacket encoded) {
    byte[] first = array(encoded.first());
    @Nullable DecodedPacket packet =
        encoded.binary()
            ? decoder.addBinary(first, 0, first.length)
            : decoder.addText(first, 0, first.length);
    for (ByteBuffer attachment : encoded.attachments()) {
      assertThat(packet).as("complete before its last attachment").isNull();
      packet = decoder.addBinary(array(attachment), 0, attachment.remaining());
    }
    if (packet == null) {
      throw new AssertionError("not complete after its last attachment");
    }
    return packet;
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
