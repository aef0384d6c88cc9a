// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static dev.sockeye.redis.ClassicVectors.hex;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.Broadcast;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.BroadcastAck;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.BroadcastClientCount;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.DisconnectSockets;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.FetchSockets;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.FetchSocketsResponse;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.ServerSideEmit;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.ServerSideEmitResponse;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.SocketsJoin;
import dev.sockeye.socketio.adapter.spi.ClusterMessage.SocketsLeave;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassicWriterTest {
  private static final BroadcastOptions SOME =
      new BroadcastOptions(Set.of("r1"), Set.of("r9"), BroadcastFlags.DEFAULTS.withVolatile());

  private final ClassicWriter writer = new ClassicWriter(ClusterMessageCodec.create());

  private String request(ClusterMessage message) {
    return new String(writer.request("IfbKUb", message), UTF_8);
  }

  private String response(ClusterMessage message) {
    return new String(writer.response(message), UTF_8);
  }

  @Test
  void anEventIsAnArrayOfThree() {
    assertThat(hex(writer.event("IfbKUb", ClassicVectors.hello(), BroadcastOptions.ALL)))
        .isEqualTo(ClassicVectors.HELLO);
  }

  @Test
  void bytesAndDatesGoAsTheyAre() {
    assertThat(hex(writer.event("IfbKUb", ClassicVectors.binary(), ClassicVectors.binaryOptions())))
        .isEqualTo(ClassicVectors.BINARY);
  }

  @Test
  void anEventThatWantsAnswersIsAMapInMessagePack() {
    Broadcast question =
        new Broadcast(ClassicVectors.event("q"), ClassicVectors.within(800), "UgHize");
    assertThat(hex(writer.request("IfbKUb", question))).isEqualTo(ClassicVectors.QUESTION);
  }

  @Test
  void anAnswerToAnEventIsAMapInMessagePack() {
    assertThat(hex(writer.response(new BroadcastAck("UgHize", "fromB"))))
        .isEqualTo(ClassicVectors.ANSWER);
  }

  @Test
  void joiningSaysWhoAndWhereButNotHow() {
    assertThat(request(new SocketsJoin(SOME, Set.of("r2"))))
        .isEqualTo(
            "{\"uid\":\"IfbKUb\",\"type\":2,\"opts\":{\"rooms\":[\"r1\"],\"except\":[\"r9\"]},\"rooms\":[\"r2\"]}");
  }

  @Test
  void leavingIsLikeJoining() {
    assertThat(request(new SocketsLeave(SOME, Set.of("r2"))))
        .isEqualTo(
            "{\"uid\":\"IfbKUb\",\"type\":3,\"opts\":{\"rooms\":[\"r1\"],\"except\":[\"r9\"]},\"rooms\":[\"r2\"]}");
  }

  @Test
  void disconnectingSaysWhetherTheConnectionIsClosed() {
    assertThat(request(new DisconnectSockets(BroadcastOptions.ALL, true)))
        .isEqualTo(
            "{\"uid\":\"IfbKUb\",\"type\":4,\"opts\":{\"rooms\":[],\"except\":[]},\"close\":true}");
  }

  @Test
  void fetchingHasANumber() {
    assertThat(request(new FetchSockets(BroadcastOptions.ALL, "qwfad_")))
        .isEqualTo(
            "{\"uid\":\"IfbKUb\",\"requestId\":\"qwfad_\",\"type\":5,\"opts\":{\"rooms\":[],\"except\":[]}}");
  }

  @Test
  void anEventOfServersHasNoNumberWithoutAnAnswer() {
    assertThat(request(new ServerSideEmit(List.of("hi", 1), null)))
        .isEqualTo("{\"uid\":\"IfbKUb\",\"type\":6,\"data\":[\"hi\",1]}");
  }

  @Test
  void anEventOfServersHasANumberWhereItWantsAnswers() {
    assertThat(request(new ServerSideEmit(List.of("hi"), "qwfad_")))
        .isEqualTo("{\"uid\":\"IfbKUb\",\"requestId\":\"qwfad_\",\"type\":6,\"data\":[\"hi\"]}");
  }

  @Test
  void bytesInJsonAreABufferOfNode() {
    assertThat(request(new ServerSideEmit(List.of("hi", new byte[] {1, 2}), null)))
        .isEqualTo(
            "{\"uid\":\"IfbKUb\",\"type\":6,\"data\":[\"hi\",{\"type\":\"Buffer\",\"data\":[1,2]}]}");
  }

  @Test
  void noSocketsAreAnAnswerToo() {
    assertThat(response(new FetchSocketsResponse("qwfad_", List.of())))
        .isEqualTo("{\"requestId\":\"qwfad_\",\"sockets\":[]}");
  }

  @Test
  void theAnswerOfAServerHasAType() {
    assertThat(response(new ServerSideEmitResponse("qwfad_", "pong")))
        .isEqualTo("{\"type\":6,\"requestId\":\"qwfad_\",\"data\":\"pong\"}");
  }

  @Test
  void theNumberOfClientsIsJson() {
    assertThat(response(new BroadcastClientCount("qwfad_", 1)))
        .isEqualTo("{\"type\":8,\"requestId\":\"qwfad_\",\"clientCount\":1}");
  }

  @Test
  void anEmittersRequestHasNoSender() {
    assertThat(
            new String(
                writer.anonymousRequest(new DisconnectSockets(BroadcastOptions.ALL, false)), UTF_8))
        .isEqualTo("{\"type\":4,\"opts\":{\"rooms\":[],\"except\":[]},\"close\":false}");
  }

  @Test
  void aHeartbeatIsNotOfThisProtocol() {
    assertThatThrownBy(() -> request(new ClusterMessage.Heartbeat()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
