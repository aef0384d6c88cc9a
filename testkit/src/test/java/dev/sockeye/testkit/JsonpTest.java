// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.Message;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Polling for peers that can only load scripts and send forms. */
class JsonpTest {
  private final TestEngine server = TestEngine.ofTheSuite(options -> options.allowEio3(true));

  private RawPeer open(RawPeer peer, String query) {
    peer.query(query).get();
    return peer.sid(server.session().id());
  }

  private RawPeer open() {
    return open(server.peer(), "&j=0");
  }

  @Test
  void theHandshakeIsAScript() {
    LocalExchange handshake = server.peer().query("&j=3").get();
    assertThat(handshake.body())
        .startsWith("___eio[3](\"0{\\\"sid\\\":\\\"")
        .endsWith("\\\"maxPayload\\\":1000000}\");");
    assertThat(handshake.header("Content-Type")).isEqualTo("text/javascript; charset=UTF-8");
  }

  @Test
  void onlyDigitsOfTheNumberGetIntoTheScript() {
    assertThat(server.peer().query("&j=1);alert(2").get().body()).startsWith("___eio[12](\"0{");
    assertThat(server.peer().query("&j=abc").get().body()).startsWith("___eio[](\"0{");
  }

  @Test
  void aParameterThatOnlyLooksLikeItIsNone() {
    assertThat(server.peer().query("&obj=1").get().body()).startsWith("0{");
  }

  @Test
  void aMessageComesBack() {
    RawPeer peer = open();
    assertThat(peer.post("d=4hello").body()).isEqualTo("ok");
    assertThat(peer.get().body()).isEqualTo("___eio[0](\"4hello\");");
  }

  @Test
  void thePayloadIsThatOfTheRevision() {
    RawPeer three = open(server.peer().eio3(), "&j=0");
    three.post("d=" + encoded("6:4hello2:4é"));
    assertThat(three.get().body()).isEqualTo("___eio[0](\"6:4hello2:4é\");");
    RawPeer four = open();
    four.post("d=4a%1E4b");
    assertThat(four.get().body()).isEqualTo("___eio[0](\"4a\\u001e4b\");");
  }

  @Test
  void aBlobIsAlwaysBase64() {
    RawPeer peer = open(server.peer().eio3(), "&j=0");
    peer.post("d=" + encoded("10:b4AQIDBA=="));
    assertThat(peer.get().body()).isEqualTo("___eio[0](\"10:b4AQIDBA==\");");
  }

  @Test
  void whatCantStandInAScriptIsEscaped() {
    RawPeer peer = open();
    server
        .session()
        .send(Message.of(RawData.text("\"\\\b\f\n\r\t\0\u001f\u007f</\u2028\u2029é😀")));
    assertThat(peer.get().body())
        .isEqualTo(
            "___eio[0](\"4\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\u007f</\\u2028\\u2029é😀\");");
  }

  /** The field as the client's form sends it, and the message that it is. */
  @ParameterizedTest
  @CsvSource({
    "4a+b%2Bc, 'a b+c'",
    "4%C3%A9%F0%9F%98%80, é😀",
    "4é, é",
    "4100%, 100%",
    "4%zz%4, %zz%4",
    "4a\\nb, 'a\nb'",
    "4a\\\\nb, a\\nb",
    "4a\\\\\\nb, a\\\\nb",
    "4a\\b\\, a\\b\\",
    "4%5Cn, '\n'",
    "4%FF, \ufffd",
    "4%ED%A0%80, \ufffd"
  })
  void theFieldIsDecoded(String field, String message) {
    open().post("d=" + field);
    assertThat(server.recorder.lastEvent()).isEqualTo("message " + message);
  }

  @ParameterizedTest
  @CsvSource({"x=1&d=4a&y=2, message a", "d=4a, message a", "d=4a&d=4b, open", "e=4a, open"})
  void theFormHasOneFieldThatCounts(String form, String lastEvent) {
    assertThat(open().post(form).body()).isEqualTo("ok");
    assertThat(server.recorder.lastEvent()).isEqualTo(lastEvent);
  }

  @Test
  void anEmptyFieldIsNoPayload() {
    open().post("d=");
    assertThat(server.recorder.lastEvent()).isEqualTo("close parse error");
  }

  @Test
  void theLimitIsForTheFormAsItIsSent() {
    RawPeer peer = open();
    assertThat(peer.post("d=4" + "x".repeat(999_997)).status()).isEqualTo(200);
    assertThat(peer.post("d=4" + "x".repeat(999_998)).status()).isEqualTo(413);
  }

  @Test
  void aFarewellReleasesThePollWithAScript() {
    RawPeer peer = open();
    LocalExchange poll = peer.get();
    peer.post("d=1");
    assertThat(poll.body()).isEqualTo("___eio[0](\"6\");");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void aPollAfterTheFarewellIsAScriptToo() {
    RawPeer peer = open();
    peer.post("d=1");
    assertThat(peer.get().body()).isEqualTo("___eio[0](\"6\");");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
