// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static dev.sockeye.redis.ClassicVectors.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.Broadcast;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicReaderTest {
  private final ClassicReader reader = new ClassicReader(ClusterMessageCodec.create());

  private Broadcast event(String hex) {
    return (Broadcast) reader.event(bytes(hex)).message();
  }

  private ClusterMessage request(String json) {
    return reader.message(reader.request(json.getBytes(UTF_8)), "/").orElseThrow();
  }

  private Optional<ClusterMessage> response(String json) {
    return reader.response(json.getBytes(UTF_8));
  }

  @Test
  void anEventHasItsSender() {
    assertThat(reader.event(bytes(ClassicVectors.HELLO)).uid()).isEqualTo("IfbKUb");
  }

  @Test
  void argumentsStayAsTheyCame() {
    List<?> data = (List<?>) event(ClassicVectors.HELLO).packet().data();
    assertThat(data).hasToString("[hello, 1, \"2\", [3], {\"a\":null,\"b\":true}, 1.5, null]");
  }

  @Test
  void roomsExceptionsAndFlagsAreFound() {
    assertThat(event(ClassicVectors.BINARY).options()).isEqualTo(ClassicVectors.binaryOptions());
  }

  @Test
  void bytesAreAttachments() {
    List<?> data = (List<?>) event(ClassicVectors.BINARY).packet().data();
    assertThat(((Json) data.get(1)).attachments()).hasSize(1);
  }

  @Test
  void anEmittersEventIsRead() {
    Envelope emitted = reader.event(bytes(ClassicVectors.EMITTED));
    assertThat(emitted.uid()).isEqualTo("emitter");
    assertThat(((Broadcast) emitted.message()).options()).isEqualTo(BroadcastOptions.room("r1"));
  }

  @Test
  void anEventWithoutNamespaceIsOfTheMainOne() {
    // ["emitter", {type: 2, data: ["hi"]}, {}], as old emitters wrote it
    Envelope old = reader.event(bytes("93a7656d697474657282a47479706502a46461746191a2686980"));
    assertThat(old.namespace()).isEqualTo("/");
  }

  @Test
  void aDateOfOldNodesIsRead() {
    // ["u", {type: 2, data: ["d", Date(1700000000123)]}, {}] in the dialect before version 8
    String old = "93a17582a47479706502a46461746192a164d7000000018bcfe5687b80";
    List<?> data = (List<?>) event(old).packet().data();
    assertThat(data.get(1)).hasToString("\"2023-11-14T22:13:20.123Z\"");
  }

  @Test
  void aStreamsNodeOnTheSameChannelIsNoEvent() {
    // what crashes the official adapter: a map on the channel of events
    byte[] map = bytes("84a47479706507a46461746181a46f70747380a3756964a178a36e7370a12f");
    assertThatThrownBy(() -> reader.event(map)).isInstanceOf(ParseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c1", "93", "93a178c0c0", "7b", "91a178", "93a17880ff"})
  void garbageIsNoEvent(String hex) {
    assertThatThrownBy(() -> reader.event(bytes(hex))).isInstanceOf(ParseException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":99}",
        "{\"type\":\"x\"}",
        "[1]",
        "{\"type\":5,\"opts\":{}}",
        "{\"type\":7"
      })
  void garbageIsNoRequest(String json) {
    assertThatThrownBy(() -> request(json)).isInstanceOf(ParseException.class);
  }

  @Test
  void aRequestOfAnEmitterHasNoSender() {
    ClassicRequest request =
        reader.request(
            "{\"type\":4,\"opts\":{\"rooms\":[\"r\"],\"except\":[]},\"close\":true}"
                .getBytes(UTF_8));
    assertThat(request.uid()).isEmpty();
    assertThat(reader.message(request, "/"))
        .contains(new ClusterMessage.DisconnectSockets(BroadcastOptions.room("r"), true));
  }

  @Test
  void anOldNodesJoinNamesASocket() {
    assertThat(
            request(
                "{\"uid\":\"u\",\"requestId\":\"r\",\"type\":2,\"sid\":\"ann\",\"room\":\"a\"}"))
        .isEqualTo(new ClusterMessage.SocketsJoin(BroadcastOptions.room("ann"), Set.of("a")));
  }

  @Test
  void anEventThatWantsAnswersIsRead() {
    ClassicRequest request = reader.request(bytes(ClassicVectors.QUESTION));
    assertThat(request.uid()).isEqualTo("IfbKUb");
    Broadcast question = (Broadcast) reader.message(request, "/").orElseThrow();
    assertThat(question.requestId()).isEqualTo("UgHize");
    assertThat(question.options()).isEqualTo(ClassicVectors.within(800));
  }

  @Test
  void anAnswerIsRead() {
    assertThat(reader.response(bytes(ClassicVectors.ANSWER)))
        .contains(new ClusterMessage.BroadcastAck("UgHize", Json.of("\"fromB\"")));
  }

  @Test
  void anAnswerToAServersEventIsReadInEitherEncoding() {
    ClusterMessage pong = new ClusterMessage.ServerSideEmitResponse("r", Json.of("\"pong\""));
    assertThat(response("{\"type\":6,\"requestId\":\"r\",\"data\":\"pong\"}")).contains(pong);
    assertThat(reader.response(bytes("83a47479706506a9726571756573744964a172a464617461a4706f6e67")))
        .contains(pong);
  }

  private static boolean isForOthers(String json) {
    return ClassicReader.isForOthers(json.getBytes(UTF_8), "mine"::equals);
  }

  @Test
  void anAnswerToAnotherNodesRequestNeedNotBeRead() {
    assertThat(isForOthers("{\"requestId\":\"r\",\"sockets\":[]}")).isTrue();
  }

  @Test
  void anAnswerToOwnRequestsIsRead() {
    assertThat(isForOthers("{\"requestId\":\"mine\",\"sockets\":[]}")).isFalse();
  }

  @Test
  void anAnswerWithAnUnusualBeginningIsReadAlways() {
    assertThat(isForOthers("{\"type\":8,\"requestId\":\"r\",\"clientCount\":1}")).isFalse();
    assertThat(isForOthers("{\"requestId\":\"\\u0072\"}")).isFalse();
    assertThat(isForOthers("{\"requestId\":\"r")).isFalse();
    assertThat(isForOthers("")).isFalse();
  }

  @Test
  void answersThatOnlyOthersWantSayNothing() {
    assertThat(response("{\"requestId\":\"r\",\"rooms\":[\"a\"]}")).isEmpty();
    assertThat(response("{\"requestId\":\"r\",\"sockets\":[\"ann\"]}")).isEmpty();
    assertThat(response("{\"requestId\":\"r\"}")).isEmpty();
  }
}
