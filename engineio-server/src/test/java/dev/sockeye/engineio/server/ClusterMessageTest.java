// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.ClusterMessage.AcquireLock;
import dev.sockeye.engineio.server.ClusterMessage.Body;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.ClusterMessage.Drain;
import dev.sockeye.engineio.server.ClusterMessage.Forward;
import dev.sockeye.engineio.server.ClusterMessage.Lock;
import dev.sockeye.engineio.server.ClusterMessage.LockResponse;
import dev.sockeye.engineio.server.ClusterMessage.Upgrade;
import dev.sockeye.engineio.server.ClusterMessage.UpgradeResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes are those of npm @socket.io/cluster-engine 0.1.0 on Redis, seen on its channels. */
class ClusterMessageTest {
  private static final String SID = "yoeoo9ZiFCE35_uhAAAA";
  private static final String SID_HEX = "b4796f656f6f395a6946434533355f756841414141";
  private static final String HOME = "1b6538";
  private static final String AWAY = "d4c2fc";
  private static final String TO_HOME =
      "a873656e6465724964a6643463326663ab726563697069656e744964a6316236353338";
  private static final String TO_AWAY =
      "a873656e6465724964a6316236353338ab726563697069656e744964a6643463326663";
  private static final String TO_ALL = "a873656e6465724964a6643463326663";
  private static final String REQUEST_1 = "a972657175657374496401";
  private static final String SOURCE = "a75f736f75726365a45f65696f";
  private static final String SID_FIELD = "a3736964" + SID_HEX;

  private static void same(String hex, ClusterMessage message) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(HexFormat.of().formatHex(ClusterMessageWriter.write(message))).isEqualTo(hex);
    ClusterMessage read = ClusterMessageReader.read(bytes).orElseThrow();
    assertThat(HexFormat.of().formatHex(ClusterMessageWriter.write(read))).isEqualTo(hex);
  }

  private static ClusterMessage toHome(Body body) {
    return new ClusterMessage(AWAY, HOME, 0, body);
  }

  private static ClusterMessage toAway(Body body) {
    return new ClusterMessage(HOME, AWAY, 0, body);
  }

  @ParameterizedTest
  @CsvSource({
    "WRITE, a7706f6c6c696e67, a57772697465",
    "READ, a7706f6c6c696e67, a472656164",
    "UPGRADE, a9776562736f636b6574, a472656164"
  })
  void aLockIsAskedForOfAllNodes(Lock lock, String transport, String type) {
    same(
        "85"
            + REQUEST_1
            + TO_ALL
            + "a47479706500a46461746183"
            + SID_FIELD
            + "ad7472616e73706f72744e616d65"
            + transport
            + "a474797065"
            + type
            + SOURCE,
        new ClusterMessage(AWAY, null, 1, new AcquireLock(SID, lock, null)));
  }

  @Test
  void aLockIsGranted() {
    same(
        "86" + REQUEST_1 + TO_AWAY + "a47479706501a46461746181a773756363657373c3" + SOURCE,
        new ClusterMessage(HOME, AWAY, 1, new LockResponse(true)));
  }

  @Test
  void packetsForTheClientAreDrained() {
    same(
        "85"
            + TO_AWAY
            + "a47479706502a46461746182"
            + SID_FIELD
            + "a77061636b6574739283a474797065a76d657373616765a76f7074696f6e7381a8636f6d7072657373c3"
            + "a464617461a568656c6c6f83a474797065a76d657373616765a76f7074696f6e7381a8636f6d7072657373"
            + "c3a464617461c40401020304"
            + SOURCE,
        toAway(
            new Drain(
                SID,
                List.of(
                    Message.of(
                        List.of(RawData.text("hello"), RawData.binary(new byte[] {1, 2, 3, 4})),
                        false,
                        true,
                        false)))));
  }

  @Test
  void aTextOfTheClientIsPassedOn() {
    same(
        "85"
            + TO_HOME
            + "a47479706503a46461746182"
            + SID_FIELD
            + "a67061636b657482a474797065a76d657373616765a464617461a568656c6c6f"
            + SOURCE,
        toHome(new Forward(SID, Packet.of(PacketType.MESSAGE, "hello"))));
  }

  @Test
  void aBlobOfTheClientIsPassedOn() {
    same(
        "85"
            + TO_HOME
            + "a47479706503a46461746182"
            + SID_FIELD
            + "a67061636b657482a474797065a76d657373616765a464617461c40401020304"
            + SOURCE,
        toHome(new Forward(SID, Packet.message(RawData.binary(new byte[] {1, 2, 3, 4})))));
  }

  @Test
  void aPongOfTheClientIsPassedOn() {
    same(
        "85"
            + TO_HOME
            + "a47479706503a46461746182"
            + SID_FIELD
            + "a67061636b657481a474797065a4706f6e67"
            + SOURCE,
        toHome(new Forward(SID, Packet.of(PacketType.PONG))));
  }

  @Test
  void whatIsNoPacketIsPassedOnAsAnError() {
    same(
        "85"
            + TO_HOME
            + "a47479706503a46461746182"
            + SID_FIELD
            + "a67061636b657482a474797065a56572726f72a464617461ac706172736572206572726f72"
            + SOURCE,
        toHome(new Forward(SID, null)));
  }

  @Test
  void anUpgradeIsCommitted() {
    same(
        "86"
            + REQUEST_1
            + TO_HOME
            + "a47479706504a46461746182"
            + SID_FIELD
            + "a773756363657373c3"
            + SOURCE,
        new ClusterMessage(AWAY, HOME, 1, new Upgrade(SID, true)));
  }

  @Test
  void aSessionStays() {
    same(
        "86"
            + REQUEST_1
            + TO_AWAY
            + "a47479706505a46461746182a874616b654f766572c2a77061636b65747390"
            + SOURCE,
        new ClusterMessage(HOME, AWAY, 1, new UpgradeResponse(false, List.of())));
  }

  @Test
  void aSessionMoves() {
    same(
        "86"
            + REQUEST_1
            + TO_AWAY
            + "a47479706505a46461746182a874616b654f766572c3a77061636b6574739182"
            + "a474797065a76d657373616765a464617461a26869"
            + SOURCE,
        new ClusterMessage(
            HOME,
            AWAY,
            1,
            new UpgradeResponse(true, List.of(Packet.of(PacketType.MESSAGE, "hi")))));
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSPORT_CLOSE, 7472616e73706f727420636c6f7365",
    "TRANSPORT_ERROR, 7472616e73706f7274206572726f72"
  })
  void theClientHasGone(CloseReason reason, String text) {
    same(
        "85"
            + TO_HOME
            + "a47479706506a46461746182"
            + SID_FIELD
            + "a6726561736f6eaf"
            + text
            + SOURCE,
        toHome(new Close(SID, reason)));
  }

  @Test
  void aKeyTravelsBesideWhatNodesOfNodeJsKnow() {
    ClusterMessage asked =
        new ClusterMessage(AWAY, null, 70_000, new AcquireLock(SID, Lock.READ, "secret"));
    assertThat(ClusterMessageReader.read(ClusterMessageWriter.write(asked))).contains(asked);
  }

  @Test
  void longTextsAndBlobsTravel() {
    for (int length : List.of(31, 32, 255, 256, 65_535, 65_536)) {
      for (RawData data :
          List.of(RawData.text("x".repeat(length)), RawData.binary(new byte[length]))) {
        ClusterMessage message = toHome(new Forward(SID, Packet.message(data)));
        assertThat(ClusterMessageReader.read(ClusterMessageWriter.write(message)))
            .contains(message);
      }
    }
  }

  @Test
  void manyPacketsTravel() {
    for (int count : List.of(15, 16, 70_000)) {
      List<Packet> packets = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        packets.add(Packet.of(PacketType.MESSAGE, "x"));
      }
      ClusterMessage message = toAway(new UpgradeResponse(true, packets));
      ClusterMessage asked = new ClusterMessage(HOME, AWAY, 1L << 40, message.body());
      assertThat(ClusterMessageReader.read(ClusterMessageWriter.write(asked))).contains(asked);
    }
  }

  @Test
  void aMessageOfSomebodyElseIsNone() {
    // {type:0, _source:"x"}
    byte[] other = HexFormat.of().parseHex("82a47479706500a75f736f75726365a178");
    assertThat(ClusterMessageReader.read(other)).isEmpty();
  }

  @Test
  void aTypeThatIsNotKnownIsNone() {
    byte[] later = HexFormat.of().parseHex("83a47479706507a46461746180" + SOURCE);
    assertThat(ClusterMessageReader.read(later)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "c1",
    "90",
    "dfffffffff",
    "ddffffffff",
    "c6ffffffff",
    "81",
    "c0c0",
    "919191919191919191919191919191919191919191c0",
    "81a474797065",
    "82a47479706500c3c3"
  })
  void whatIsNoMessageIsRefused(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> ClusterMessageReader.read(bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersOfAnyKindAreRead() {
    for (String number :
        List.of(
            "01",
            "cc01",
            "cd0001",
            "ce00000001",
            "cf0000000000000001",
            "d001",
            "d10001",
            "d200000001",
            "d30000000000000001",
            "ca3f800000",
            "cb3ff0000000000000")) {
      assertThat(MessagePackReader.read(HexFormat.of().parseHex(number))).isEqualTo(1.0);
    }
    assertThat(MessagePackReader.read(HexFormat.of().parseHex("ff"))).isEqualTo(-1.0);
  }

  @Test
  void extensionsArePassedOver() {
    for (String extension :
        List.of(
            "d401ff", "d5010000", "d60100000000", "c70201ffff", "c8000101ff", "c90000000101ff")) {
      assertThat(MessagePackReader.read(HexFormat.of().parseHex("92" + extension + "c3")))
          .isEqualTo(Arrays.asList(null, true));
    }
  }
}
