// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.JsonCodecs;
import dev.sockeye.socketio.MessagePackCodec;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.MessageWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bytes that the official adapters have written: this is what is written for the same messages. */
class GoldenVectorsTest {
  private static final String UID = "b0c22588a667a006";

  private final ClusterMessageCodec codec = ClusterMessageCodec.create();

  private static Packet event(Object... nameAndArguments) {
    return Packet.event("/", Packet.NO_ID, Arrays.asList(nameAndArguments));
  }

  private static BroadcastOptions to(String... rooms) {
    return new BroadcastOptions(
        new LinkedHashSet<>(List.of(rooms)), Set.of(), BroadcastFlags.DEFAULTS);
  }

  private String text(ClusterMessage message) {
    return new String(codec.encode(new Envelope(UID, "/", message)), UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static Map<String, Object> map(String key, Object value) {
    return Collections.singletonMap(key, value);
  }

  // --- JSON

  @Test
  void anEvent() {
    Object[] event = {"hello", 1, "2", List.of(3), map("a", null), 1.5, null};
    assertThat(text(new ClusterMessage.Broadcast(event(event), BroadcastOptions.ALL, null)))
        .isEqualTo(
            "{\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"hello\",1,\"2\",[3],"
                + "{\"a\":null},1.5,null]},\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}},"
                + "\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
  }

  @Test
  void anEventThatWantsAnswers() {
    BroadcastFlags flags = BroadcastFlags.DEFAULTS.withTimeout(Duration.ofMillis(800));
    BroadcastOptions options = new BroadcastOptions(Set.of(), Set.of(), flags);
    assertThat(text(new ClusterMessage.Broadcast(event("q"), options, "b94a5e19999cc970")))
        .isEqualTo(
            "{\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"q\"]},"
                + "\"requestId\":\"b94a5e19999cc970\",\"opts\":{\"rooms\":[],\"except\":[],"
                + "\"flags\":{\"timeout\":800}}},\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
  }

  @Test
  void aJoin() {
    BroadcastOptions options =
        new BroadcastOptions(Set.of("room1"), Set.of("room9"), BroadcastFlags.DEFAULTS);
    Set<String> rooms = new LinkedHashSet<>(List.of("room2", "room3"));
    assertThat(text(new ClusterMessage.SocketsJoin(options, rooms)))
        .isEqualTo(
            "{\"type\":4,\"data\":{\"opts\":{\"rooms\":[\"room1\"],\"except\":[\"room9\"],"
                + "\"flags\":{}},\"rooms\":[\"room2\",\"room3\"]},"
                + "\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
  }

  @Test
  void aDisconnection() {
    assertThat(text(new ClusterMessage.DisconnectSockets(to("x"), true)))
        .isEqualTo(
            "{\"type\":6,\"data\":{\"opts\":{\"rooms\":[\"x\"],\"except\":[],\"flags\":{}},"
                + "\"close\":true},\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
  }

  @Test
  void aServerSideEventThatWantsAnswers() {
    assertThat(text(new ClusterMessage.ServerSideEmit(List.of("ssea"), "aff4bfdc328c260c")))
        .isEqualTo(
            "{\"type\":9,\"data\":{\"requestId\":\"aff4bfdc328c260c\",\"packet\":[\"ssea\"]},"
                + "\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
  }

  @Test
  void aServerSideAnswer() {
    assertThat(text(new ClusterMessage.ServerSideEmitResponse("aff4bfdc328c260c", "pong")))
        .isEqualTo(
            "{\"type\":10,\"data\":{\"requestId\":\"aff4bfdc328c260c\",\"packet\":\"pong\"},"
                + "\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
  }

  @Test
  void aNumberOfClients() {
    assertThat(text(new ClusterMessage.BroadcastClientCount("b94a5e19999cc970", 1)))
        .isEqualTo(
            "{\"type\":11,\"data\":{\"requestId\":\"b94a5e19999cc970\",\"clientCount\":1},"
                + "\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
  }

  @Test
  void heartbeatsHaveNoData() {
    assertThat(text(new ClusterMessage.InitialHeartbeat()))
        .isEqualTo("{\"type\":1,\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
    assertThat(text(new ClusterMessage.AdapterClose()))
        .isEqualTo("{\"type\":13,\"uid\":\"b0c22588a667a006\",\"nsp\":\"/\"}");
  }

  // --- MessagePack

  @Test
  void aBinaryEvent() {
    Packet event = event("bin", new byte[] {1, 2, 3});
    ClusterMessage message = new ClusterMessage.Broadcast(event, BroadcastOptions.ALL, null);
    assertThat(hex(codec.encode(new Envelope(UID, "/", message))))
        .isEqualTo(
            "84a47479706503a46461746182a67061636b657482a47479706502a46461746192a362696ec403010203"
                + "a46f70747383a5726f6f6d7390a665786365707490a5666c61677380a3756964b0623063323235"
                + "38386136363761303036a36e7370a12f");
  }

  @Test
  void theDataOfABinaryEvent() {
    Packet event = event("bin", new byte[] {1, 2, 3});
    byte[] data = codec.encodeData(new ClusterMessage.Broadcast(event, BroadcastOptions.ALL, null));
    assertThat(Base64.getEncoder().encodeToString(data))
        .isEqualTo(
            "gqZwYWNrZXSCpHR5cGUCpGRhdGGSo2JpbsQDAQIDpG9wdHODpXJvb21zkKZleGNlcHSQpWZsYWdzgA==");
  }

  @Test
  void aQuestionForSocketsInMessagePack() {
    ClusterMessage fetch =
        new ClusterMessage.FetchSockets(BroadcastOptions.ALL, "0c14acb101c6f826");
    Envelope envelope = new Envelope("5eb47d9f8c67c8ba", "/", fetch);
    assertThat(hex(codec.toMessagePack(MessageWriter.envelope(envelope))))
        .isEqualTo(
            "84a47479706507a46461746182a46f70747383a5726f6f6d7390a665786365707490a5666c61677380a9"
                + "726571756573744964b030633134616362313031633666383236a3756964b03565623437643966"
                + "3863363763386261a36e7370a12f");
  }

  @Test
  void anAckInMessagePack() {
    ClusterMessage ack = new ClusterMessage.BroadcastAck("02552962b46697a0", "fromB");
    Envelope envelope = new Envelope("3b9e07d34e75e111", "/", ack);
    assertThat(hex(codec.toMessagePack(MessageWriter.envelope(envelope))))
        .isEqualTo(
            "84a4747970650ca46461746182a9726571756573744964b030323535323936326234363639376130a670"
                + "61636b6574a566726f6d42a3756964b033623965303764333465373565313131a36e7370a12f");
  }

  @Test
  void aSession() {
    String id = "AVg8TJNPNGB1JbmhAAAC";
    SocketSession session =
        new SocketSession(
            id,
            "cza4SruWBLzPmE0GAAAD",
            new LinkedHashSet<>(List.of(id, "room1")),
            Map.of("user", 1),
            "");
    assertThat(Base64.getEncoder().encodeToString(codec.encodeSession(session)))
        .isEqualTo(
            "hKNzaWS0QVZnOFRKTlBOR0IxSmJtaEFBQUOjcGlktGN6YTRTcnVXQkx6UG1FMEdBQUFEpXJvb21zkrRBVmc4"
                + "VEpOUE5HQjFKYm1oQUFBQ6Vyb29tMaRkYXRhgaR1c2VyAQ==");
  }

  @Test
  void aClassicEvent() {
    Packet event = event("hello", 1, "2", List.of(3), ab(), 1.5, null);
    List<Object> message =
        List.of(
            "IfbKUb",
            MessageWriter.packet(event, true),
            MessageWriter.options(BroadcastOptions.ALL));
    assertThat(hex(codec.toMessagePack(message)))
        .isEqualTo(
            "93a64966624b556283a47479706502a46461746197a568656c6c6f01a132910382a161c0a162c3cb3ff8"
                + "000000000000c0a36e7370a12f83a5726f6f6d7390a665786365707490a5666c61677380");
  }

  private static Map<String, Object> ab() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", null);
    map.put("b", true);
    return map;
  }

  @Test
  void datesAreTimestamps() {
    BroadcastFlags flags = BroadcastFlags.DEFAULTS.withVolatile().withCompress(false);
    BroadcastOptions options =
        new BroadcastOptions(new LinkedHashSet<>(List.of("r1", "r2")), Set.of("r3"), flags);
    Packet event =
        event(
            "bin",
            new byte[] {1, 2, 3},
            Instant.ofEpochMilli(1700000000123L),
            Instant.ofEpochMilli(1700000000000L));
    List<Object> message =
        List.of("IfbKUb", MessageWriter.packet(event, true), MessageWriter.options(options));
    assertThat(hex(codec.toMessagePack(message)))
        .isEqualTo(
            "93a64966624b556283a47479706502a46461746194a362696ec403010203d7ff1d5353006553f100d6ff"
                + "6553f100a36e7370a12f83a5726f6f6d7392a27231a27232a665786365707491a27233a5666c61"
                + "677382a8636f6d7072657373c2a8766f6c6174696c65c3");
  }

  @Test
  void numbersHaveTheWidthsOfTheReference() {
    MessagePackCodec messagePack = MessagePackCodec.of(JsonCodecs.find());
    assertThat(hex(messagePack.encode(1L << 40))).isEqualTo("cf0000010000000000");
    assertThat(hex(messagePack.encode(-33))).isEqualTo("d0df");
    assertThat(hex(messagePack.encode(0.5))).isEqualTo("cb3fe0000000000000");
  }
}
