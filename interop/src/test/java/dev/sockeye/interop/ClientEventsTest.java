// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.AckTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What our client and each server tell each other. */
@ParameterizedClass
@MethodSource("dev.sockeye.interop.ClientPartner#overEachTransport")
class ClientEventsTest {
  private static RunningServer server;

  private final ClientPartner partner;
  private final String transport;
  private final List<SockeyePeer> peers = new ArrayList<>();

  ClientEventsTest(ClientPartner partner, String transport) {
    this.partner = partner;
    this.transport = transport;
  }

  @BeforeParameterizedClassInvocation
  static void start(ClientPartner partner) {
    server = partner.start();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
  }

  @AfterEach
  void close() {
    peers.forEach(SockeyePeer::close);
  }

  private SockeyePeer open(Object auth) {
    SockeyePeer peer = SockeyePeer.open(server.url(), transport, partner::prepare, auth);
    peers.add(peer);
    return peer;
  }

  private SockeyePeer connect() {
    SockeyePeer peer = open(Map.of());
    peer.connected();
    peer.next("auth");
    return peer.settled();
  }

  @Test
  void theServerSeesTheAuthPayload() {
    assertThat(open(Map.of("token", "abc")).next("auth")).containsExactly(Map.of("token", "abc"));
  }

  @Test
  void argumentsOfEachKindComeBack() {
    SockeyePeer peer = connect();
    peer.emit("echo", 1, -2.5, "h\u00e9llo \ud83d\ude00", true, null, Map.of("a", List.of(1)));
    assertThat(peer.next("echo"))
        .isEqualTo(
            Arrays.asList(1, -2.5, "h\u00e9llo \ud83d\ude00", true, null, Map.of("a", List.of(1))));
  }

  @Test
  void theServerAcknowledges() {
    assertThat(connect().ask("echo-ack", 1, "two")).containsExactly(1, "two");
  }

  @Test
  void theClientAcknowledges() {
    SockeyePeer peer = connect();
    peer.socket().on("question", (args, ack) -> ack.send(args.string(1)));
    peer.emit("ask-me", "one", "two");
    assertThat(peer.next("question")).containsExactly("one", "two");
    assertThat(peer.next("you-said")).containsExactly("two");
  }

  @Test
  void anAnswerThatDoesNotComeIsATimeout() {
    SockeyePeer peer = connect();
    assertThatThrownBy(
            () -> peer.socket().timeout(Duration.ofMillis(20)).emitWithAck("silence").join())
        .hasCauseInstanceOf(AckTimeoutException.class);
    assertThat(peer.ask("echo-ack", "still there")).containsExactly("still there");
  }

  @Test
  void blobsComeBackFromWhereTheyWere() {
    SockeyePeer peer = connect();
    peer.emit("echo", new byte[] {1, 2}, Map.of("deep", List.of(new byte[] {-1})), "text");
    List<Object> echo = peer.next("echo");
    assertThat(echo.get(0)).isEqualTo(new byte[] {1, 2});
    assertThat(echo.get(1))
        .extracting("deep")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly(new byte[] {-1});
    assertThat(echo.get(2)).isEqualTo("text");
  }

  @Test
  void bothAcknowledgeWithBlobs() {
    SockeyePeer peer = connect();
    assertThat(peer.ask("echo-ack", new byte[] {1, 2})).containsExactly(new byte[] {1, 2});
    peer.socket().onRequest("question", args -> args.bytes(0));
    peer.emit("ask-me", new byte[] {3});
    peer.next("question");
    assertThat(peer.next("you-said")).containsExactly(new byte[] {3});
  }

  @Test
  void namespacesShareTheConnection() {
    SockeyePeer main = connect();
    SockeyePeer custom = main.beside("/custom", Map.of("who", "me"));
    assertThat(custom.next("auth")).containsExactly(Map.of("who", "me"));
    custom.emit("to-all", "custom only");
    assertThat(custom.next("heard")).containsExactly("custom only");
    custom.connected();
    custom.socket().disconnect();
    assertThat(main.ask("echo-ack", "main goes on")).containsExactly("main goes on");
  }

  @Test
  void aRefusalCarriesItsData() {
    SockeyePeer main = connect();
    SockeyePeer guarded = main.beside("/guarded", Map.of("token", "wrong"));
    assertThat(guarded.refused()).containsExactly("not you", Map.of("hint", "ask for a token"));
    assertThat(guarded.socket().isActive()).isFalse();
    guarded.socket().auth(Map.of("token", "secret"));
    guarded.socket().connect();
    assertThat(guarded.next("auth")).containsExactly(Map.of("token", "secret"));
  }

  @Test
  void anUnknownNamespaceIsRefused() {
    List<Object> refusal = connect().beside("/nowhere", Map.of()).refused();
    assertThat(refusal.get(0)).isIn("Invalid namespace", "Unable to connect");
  }

  @Test
  void membersOfARoomHearWhatTheyShould() {
    SockeyePeer anna = connect();
    SockeyePeer ben = connect();
    anna.ask("join", "room");
    ben.ask("join", "room");
    anna.emit("to-room", "room", "to");
    anna.emit("in-room", "room", "in");
    assertThat(anna.next("heard")).containsExactly("in");
    assertThat(ben.next("heard")).containsExactly("to");
    assertThat(ben.next("heard")).containsExactly("in");
  }

  @Test
  void catchAllListenersSeeBothDirections() {
    SockeyePeer peer = connect();
    List<String> sent = new ArrayList<>();
    peer.socket().onAnyOutgoing((event, args) -> sent.add(event));
    peer.emit("echo", "x");
    assertThat(peer.next("echo")).containsExactly("x");
    assertThat(sent).containsExactly("echo");
  }

  @Test
  void aVolatileEventIsSentWhileTheConnectionIsWritable() {
    SockeyePeer peer = connect().writable();
    peer.socket().asVolatile().emit("echo", "sent");
    assertThat(peer.next("echo")).containsExactly("sent");
  }

  @Test
  void aVolatileEventIsDroppedWhileThereIsNoConnection() {
    SockeyePeer peer = connect();
    peer.socket().disconnect();
    peer.disconnected();
    peer.socket().asVolatile().emit("echo", "dropped");
    peer.socket().connect();
    peer.connected();
    peer.next("auth");
    peer.emit("echo", "sent");
    assertThat(peer.next("echo")).containsExactly("sent");
  }

  @Test
  void theServerDisconnectsTheClientForGood() {
    SockeyePeer peer = connect();
    peer.emit("leave-me");
    assertThat(peer.disconnected()).isEqualTo("io server disconnect");
    assertThat(peer.socket().isActive()).isFalse();
    peer.socket().connect();
    assertThat(peer.connected()).isFalse();
  }

  @Test
  void theServerLeavesANamespaceAndNotTheOthers() {
    SockeyePeer main = connect();
    SockeyePeer custom = main.beside("/custom", Map.of());
    custom.connected();
    custom.emit("leave-me");
    assertThat(custom.disconnected()).isEqualTo("io server disconnect");
    assertThat(main.ask("echo-ack", 1)).containsExactly(1);
  }

  @Test
  void theClientComesBackAfterTheServerHasClosedTheConnection() {
    SockeyePeer peer = connect();
    String id = peer.socket().id().orElseThrow();
    peer.emit("cut");
    assertThat(peer.disconnected()).isEqualTo("transport close");
    peer.connected();
    peer.next("auth");
    assertThat(peer.socket().id()).isPresent().isNotEqualTo(Optional.of(id));
    assertThat(peer.ask("echo-ack", "again")).containsExactly("again");
  }

  @Test
  void eachMessageComesOnceAndInOrderAlsoDuringAnUpgrade() {
    SockeyePeer peer = open(Map.of());
    peer.next("auth");
    IntStream.range(0, 1000).forEach(number -> peer.emit("echo", number));
    IntStream.range(0, 1000)
        .forEach(number -> assertThat(peer.next("echo")).containsExactly(number));
  }
}
