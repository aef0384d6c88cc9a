// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.EngineClient;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ClientWebSocketTest {
  private static ClientStory begin() {
    return ClientStory.begin(b -> b.transports(Transport.WEBSOCKET));
  }

  private static LocalServerSocket open(ClientStory story) {
    return story.network.nextWebSocket().accept().send(ClientStory.OPEN);
  }

  @Test
  void theHandshakeIsThatOfAWebSocket() {
    assertThat(begin().network.nextWebSocket())
        .hasToString("GET /engine.io/?EIO=4&transport=websocket");
  }

  @Test
  void theFirstMessageOpensTheSession() {
    ClientStory story = begin();
    open(story);
    assertThat(story.events()).containsExactly("open abc");
  }

  @Test
  void messagesOfOneTickLeaveInOneWrite() {
    ClientStory story = begin();
    LocalServerSocket socket = open(story);
    story.send("a", "b", "c");
    assertThat(socket.writeCount()).isEqualTo(1);
  }

  @Test
  void eachPacketIsOneMessage() {
    ClientStory story = begin();
    LocalServerSocket socket = open(story);
    story.connection.send(RawData.binary(new byte[] {1, 2}));
    story.send("a");
    assertThat(socket.received()).containsExactly("0x0102", "4a");
  }

  @Test
  void forceBase64SendsBlobsAsText() {
    ClientStory story = ClientStory.begin(b -> b.transports(Transport.WEBSOCKET).forceBase64(true));
    LocalServerSocket socket = open(story);
    story.connection.send(RawData.binary(new byte[] {1, 2, 3, 4}));
    assertThat(socket.received()).containsExactly("bAQIDBA==");
  }

  @Test
  void forceBase64AsksTheServerForTheSame() {
    ClientStory story = ClientStory.begin(b -> b.transports(Transport.WEBSOCKET).forceBase64(true));
    assertThat(story.network.nextWebSocket().call().target()).endsWith("&b64=1");
  }

  @Test
  void aPingIsAnswered() {
    LocalServerSocket socket = open(begin());
    assertThat(socket.send("2").received()).containsExactly("3");
  }

  @Test
  void aCloseFrameEndsTheSessionAtOnce() {
    ClientStory story = begin();
    open(story).close(1001);
    assertThat(story.events()).containsExactly("open abc", "close: transport close");
  }

  @Test
  void theCloseCodeIsTold() {
    ClientStory story = begin();
    open(story).close(1009);
    assertThat(story.details().closeCode()).isEqualTo(1009);
  }

  @Test
  void aRefusalTellsWhatTheServerSaid() {
    ClientStory story = begin();
    story.network.nextWebSocket().refuse(403, "no");
    assertThat(story.error()).hasMessage("websocket error: status 403: no");
  }

  @Test
  void noPingWithinIntervalAndTimeoutIsAPingTimeout() {
    ClientStory story = begin();
    open(story);
    story.advance(Duration.ofSeconds(45));
    assertThat(story.events()).containsExactly("open abc", "close: ping timeout");
  }

  @Test
  void messagesAreNoSignOfLife() {
    ClientStory story = begin();
    LocalServerSocket socket = open(story);
    story.advance(Duration.ofSeconds(44));
    socket.send("4a");
    story.advance(Duration.ofSeconds(1));
    assertThat(story.events()).last().isEqualTo("close: ping timeout");
  }

  @Test
  void aPingIsASignOfLife() {
    ClientStory story = begin();
    LocalServerSocket socket = open(story);
    story.advance(Duration.ofSeconds(44));
    socket.send("2");
    story.advance(Duration.ofSeconds(44));
    assertThat(story.connection.isOpen()).isTrue();
  }

  @Test
  void aSuspendedMachineMissesItsPings() {
    ClientStory story = begin();
    open(story);
    story.network.scheduler().suspend(Duration.ofSeconds(46));
    assertThat(story.connection.hasPingExpired()).isTrue();
  }

  @Test
  void aMissedPingClosesAtOnce() {
    ClientStory story = begin();
    open(story);
    story.network.scheduler().suspend(Duration.ofSeconds(46));
    story.connection.hasPingExpired();
    assertThat(story.events()).last().isEqualTo("close: ping timeout");
  }

  @Test
  void beforeTheHandshakeNoPingIsMissed() {
    assertThat(begin().connection.hasPingExpired()).isFalse();
  }

  @Test
  void aThousandIdleConnectionsShareOneTimer() {
    ClientStory first = begin();
    open(first);
    for (int i = 1; i < 1000; i++) {
      open(first.again());
    }
    assertThat(first.network.scheduler().pendingTimers()).isEqualTo(1);
  }

  @Test
  void clientsOfOneNetworkShareOneTimer() {
    LocalNetwork network = LocalNetwork.scripted();
    UnaryOperator<EngineClient.Builder> options = b -> b.transports(Transport.WEBSOCKET);
    for (int i = 0; i < 10; i++) {
      open(ClientStory.begin(network, options));
    }
    network.scheduler().advance(Duration.ofSeconds(21));
    assertThat(network.scheduler().pendingTimers()).isEqualTo(1);
  }

  @Test
  void whatTheNetworkDoesNotTakeWaits() {
    ClientStory story = begin();
    LocalServerSocket socket = open(story).setWritable(false);
    story.send("a");
    assertThat(story.connection.bufferedBytes()).isPositive();
    assertThat(socket.setWritable(true).received()).containsExactly("4a");
  }

  @Test
  void aTransportThatIsStuckIsNotWritable() {
    ClientStory story = begin();
    open(story).setWritable(false);
    assertThat(story.connection.isWritable()).isFalse();
  }

  @Test
  void closingSendsWhatIsQueuedAndThenACloseFrame() {
    ClientStory story = begin();
    LocalServerSocket socket = open(story);
    story.send("last").close();
    assertThat(socket.received()).containsExactly("4last");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void whatWasSentBeforeClosingLeavesThoughItsThreadWasStillSending() {
    ClientStory story = begin();
    LocalServerSocket socket = open(story);
    story.connection.send(RawData.text("first"));
    story.network.scheduler().runNext();
    story.connection.send(RawData.text("last"));
    story.close();
    assertThat(socket.received()).containsExactly("4first", "4last");
  }

  @Test
  void tryAllTransportsGoesOnToTheNext() {
    ClientStory story =
        ClientStory.begin(
            b -> b.transports(Transport.WEBSOCKET, Transport.POLLING).tryAllTransports(true));
    story.network.nextWebSocket().drop();
    assertThat(story.network.nextCall()).hasToString("GET /engine.io/?EIO=4&transport=polling");
  }

  @Test
  void theClientClosesWhenItsLastConnectionIsGone() {
    ClientStory story = begin();
    open(story);
    var closed = story.client.close();
    story.network.scheduler().runPending();
    assertThat(closed).isCompleted();
  }
}
