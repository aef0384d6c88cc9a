// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Java client, {@code io.socket:socket.io-client}. */
@ParameterizedClass
@ValueSource(strings = {"polling", "websocket", "upgrade"})
class JavaClientTest {
  @RegisterExtension static final PeerServer SERVER = new PeerServer();

  private final String transport;
  private final List<JavaPeer> peers = new ArrayList<>();

  JavaClientTest(String transport) {
    this.transport = transport;
  }

  private JavaPeer open(String namespace, Map<String, String> auth) {
    JavaPeer peer = new JavaPeer(SERVER.url() + namespace, transport, auth);
    peers.add(peer);
    return peer;
  }

  private JavaPeer connect() {
    return open("/", Map.of()).settled();
  }

  @AfterEach
  void close() {
    peers.forEach(JavaPeer::close);
  }

  @Test
  void theServerSeesTheAuthPayload() {
    JavaPeer peer = open("/", Map.of("token", "abc"));
    assertThat(peer.next("auth")).hasToString("[{\"token\":\"abc\"}]");
  }

  @Test
  void argumentsOfEachKindComeBack() {
    JavaPeer peer = connect();
    peer.emit("echo", 1, -2.5, "h\u00e9llo \ud83d\ude00", true, new JSONArray(List.of("a")));
    assertThat(peer.next("echo")).hasToString("[1, -2.5, h\u00e9llo \ud83d\ude00, true, [\"a\"]]");
  }

  @Test
  void theServerAcknowledges() {
    assertThat(connect().ask("echo-ack", 1, "two")).containsExactly(1, "two");
  }

  @Test
  void theClientAcknowledges() {
    JavaPeer peer = connect();
    peer.answerInReverse();
    peer.emit("ask-me", "one", "two");
    assertThat(peer.next("you-said")).containsExactly("two");
  }

  @Test
  void blobsComeBackFromWhereTheyWere() throws JSONException {
    JavaPeer peer = connect();
    peer.emit("echo", new byte[] {1, 2}, new JSONObject().put("deep", new byte[] {3}), "text");
    List<Object> echo = peer.next("echo");
    assertThat(echo.get(0)).isEqualTo(new byte[] {1, 2});
    assertThat(((JSONObject) echo.get(1)).get("deep")).isEqualTo(new byte[] {3});
    assertThat(echo.get(2)).isEqualTo("text");
  }

  @Test
  void bothAcknowledgeWithBlobs() {
    JavaPeer peer = connect();
    assertThat(peer.ask("echo-ack", new byte[] {1, 2})).containsExactly(new byte[] {1, 2});
    peer.answerInReverse();
    peer.emit("ask-me", "one", new byte[] {3});
    assertThat(peer.next("you-said")).containsExactly(new byte[] {3});
  }

  @Test
  void eachMemberOfARoomHearsWhatItShould() {
    JavaPeer anna = connect();
    JavaPeer ben = connect();
    anna.ask("join", "room");
    ben.ask("join", "room");
    anna.emit("to-room", "room", "to");
    anna.emit("in-room", "room", "in");
    assertThat(anna.next("heard")).containsExactly("in");
    assertThat(ben.next("heard")).containsExactly("to");
    assertThat(ben.next("heard")).containsExactly("in");
    anna.ask("leave", "room");
    ben.emit("in-room", "room", "last");
    ben.emit("to-others", "others");
    assertThat(ben.next("heard")).containsExactly("last");
    assertThat(anna.next("heard")).containsExactly("others");
  }

  @Test
  void aBroadcastStaysInItsNamespace() {
    JavaPeer main = connect();
    JavaPeer custom = open("/custom", Map.of()).settled();
    main.emit("to-all", "main", new byte[] {1});
    assertThat(main.next("heard")).containsExactly("main", new byte[] {1});
    custom.emit("to-all", "custom");
    assertThat(custom.next("heard")).containsExactly("custom");
  }

  @Test
  void aMiddlewareRefuses() {
    JavaPeer peer = open("/guarded", Map.of("token", "wrong"));
    assertThat(peer.next("connect_error").toString())
        .contains("\"message\":\"not you\"", "\"data\":{\"hint\":\"ask for a token\"}");
  }

  @Test
  void aClientThatTheServerDisconnectsHearsOfIt() {
    JavaPeer peer = connect();
    peer.emit("leave-me");
    assertThat(peer.next("disconnect")).containsExactly("io server disconnect");
  }

  @Test
  void aMessageMayHaveJustTheAllowedSize() {
    JavaPeer peer = connect();
    String text = "x".repeat(PeerServer.MAX_PAYLOAD - "42[\"echo\",\"\"]".length());
    peer.emit("echo", text);
    assertThat(peer.next("echo")).containsExactly(text);
  }

  @Test
  void eachMessageComesBackOnceAndInOrder() {
    JavaPeer peer = open("/", Map.of());
    peer.next("auth");
    IntStream.range(0, 2000).forEach(number -> peer.emit("echo", number));
    List<Object> received =
        IntStream.range(0, 2000).mapToObj(number -> peer.next("echo").get(0)).toList();
    assertThat(received).isEqualTo(IntStream.range(0, 2000).boxed().toList());
  }
}
