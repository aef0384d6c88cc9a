// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends costs that client its connection at most, and nobody else anything. */
class BadInputTest {
  private final TestServer server = new TestServer();
  private final List<Object> heard = new ArrayList<>();
  private TestClient bystander;
  private TestClient client;

  @BeforeEach
  void connect() {
    server.io.onConnection(
        socket -> {
          socket.on("hi", (args, ack) -> heard.add(args.toList()));
          socket.on("echo", (args, ack) -> socket.emit("echo", args.toList().toArray()));
        });
    bystander = server.connect();
    client = server.connect();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4",
        "4abc",
        "47",
        "48",
        "42",
        "43",
        "42{}",
        "42[]",
        "42[true]",
        "42[null,1]",
        "42\"hi\"",
        "42[\"hi\"",
        "42[\"hi\"]]",
        "42[\"hi\",]",
        "42[\"hi\",01]",
        "42[\"hi\"]x",
        "42[hi]",
        "42abc[\"hi\"]",
        "42-1[\"hi\"]",
        "42[\"connect\"]",
        "42[\"disconnecting\"]",
        "431{}",
        "43[1]x",
        "40[]",
        "40null",
        "40\"x\"",
        "41{}",
        "44[]",
        "42/nope,[\"hi\"]",
        "45[\"hi\"]",
        "451-",
        "451[\"hi\"]",
        "45a-[\"hi\"]",
        "4511-[\"hi\"]",
        "45-1-[\"hi\"]",
        "4599999999999999999999-[\"hi\"]",
        "42[\"hi\",\"\\ud800\\u12\"]"
      })
  void aBrokenPacketClosesItsConnectionOnly(String packet) {
    client.send(packet);
    assertThat(client.isClosed()).as(packet).isTrue();
    assertBystanderIsWell();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "42[\"__proto__\",1]",
        "42[\"constructor\"]",
        "42[\"hasOwnProperty\",{}]",
        "42[\"nobody listens\"]",
        "429007199254740991[\"hi\"]",
        "4399[1]",
        "4318446744073709551615999[1]",
        "42[1e999]"
      })
  void aStrangePacketCostsAtMostItsConnection(String packet) {
    client.send(packet);
    assertBystanderIsWell();
  }

  @Test
  void prototypeNamesAreNamesLikeOthers() {
    client.send("42[\"echo\",{\"__proto__\":{\"admin\":true},\"constructor\":1}]");
    assertThat(client.received())
        .containsExactly("42[\"echo\",{\"__proto__\":{\"admin\":true},\"constructor\":1}]");
  }

  @Test
  void aLoneSurrogateSurvives() {
    client.send("42[\"echo\",\"\\ud83d\"]");
    assertThat(client.received().get(0)).isEqualToIgnoringCase("42[\"echo\",\"\\ud83d\"]");
  }

  @Test
  void aTextWhereAnAttachmentIsDueClosesTheConnection() {
    client.send("451-[\"hi\",{\"_placeholder\":true,\"num\":0}]", "42[\"hi\"]");
    assertThat(client.isClosed()).isTrue();
    assertThat(heard).isEmpty();
    assertBystanderIsWell();
  }

  @Test
  void anAttachmentNobodyAnnouncedClosesTheConnection() {
    client.sendBinary(1, 2, 3);
    assertThat(client.isClosed()).isTrue();
    assertBystanderIsWell();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "1.5", "\"0\"", "99999999999"})
  void aPlaceholderWithoutItsAttachmentCostsAtMostTheConnection(String number) {
    client.send("451-[\"hi\",{\"_placeholder\":true,\"num\":" + number + "}]").sendBinary(1);
    assertBystanderIsWell();
  }

  @Test
  void nothingIsHeardAfterABrokenPacket() {
    client.send("42{}", "42[\"hi\"]");
    assertThat(heard).isEmpty();
  }

  @Test
  void aFloodOfSmallEventsCostsOthersNothing() {
    for (int i = 0; i < 10_000; i++) {
      client.wire.local().send("42[\"hi\"]");
    }
    server.host.runPending();
    assertThat(heard).hasSize(10_000);
    assertBystanderIsWell();
  }

  @Test
  void aFloodOfNamespacesThatDoNotExistLeavesNothing() {
    for (int i = 0; i < 1_000; i++) {
      client.wire.local().send("40/nope" + i + ",");
    }
    server.host.runPending();
    client.wire.close();
    assertThat(server.io.registry().find("/nope0")).isNull();
    assertThat(server.io.of("/").sockets()).hasSize(1);
    assertBystanderIsWell();
  }

  private void assertBystanderIsWell() {
    bystander.received();
    bystander.send("42[\"echo\",1]");
    assertThat(bystander.received()).containsExactly("42[\"echo\",1]");
    assertThat(server.errors).isEmpty();
  }
}
