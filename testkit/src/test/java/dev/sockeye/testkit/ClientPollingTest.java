// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.EngineException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientPollingTest {
  @Test
  void theSessionBeginsWithAGet() {
    assertThat(ClientStory.begin().network.nextCall())
        .hasToString("GET /engine.io/?EIO=4&transport=polling");
  }

  @Test
  void theHandshakeOpensTheSession() {
    assertThat(ClientStory.polling().events()).containsExactly("open abc");
  }

  @Test
  void theNextGetCarriesTheId() {
    assertThat(ClientStory.polling().network.nextCall())
        .hasToString("GET /engine.io/?EIO=4&transport=polling&sid=abc");
  }

  @Test
  void aPayloadIsSeveralPackets() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall().respond("4a\u001e4b\u001ebAQIDBA==");
    assertThat(story.events())
        .containsExactly("open abc", "message a", "message b", "message binary[4]");
  }

  @Test
  void whatOneTickSendsLeavesInOnePost() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.send("a", "b");
    assertThat(story.network.nextCall().body()).isEqualTo("4a\u001e4b");
  }

  @Test
  void blobsTravelAsBase64() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.connection.send(RawData.binary(new byte[] {1, 2, 3, 4}));
    assertThat(story.network.nextCall().body()).isEqualTo("bAQIDBA==");
  }

  @Test
  void aPostHoldsNoMoreThanMaxPayload() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.send("1234567890", "12345678", "x");
    assertThat(story.network.nextCall().body()).isEqualTo("41234567890");
  }

  @Test
  void theRestFollowsWhenThePostWasAnswered() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.send("1234567890", "12345678", "x");
    story.network.nextCall().respond("ok");
    assertThat(story.network.nextCall().body()).isEqualTo("412345678\u001e4x");
  }

  @Test
  void aPostHoldsNoMoreThanMaxPacketsPerPost() {
    ClientStory story = ClientStory.polling(b -> b.maxPacketsPerPost(2));
    story.network.nextCall();
    story.send("a", "b", "c");
    LocalCall post = story.network.nextCall();
    post.respond("ok");
    assertThat(post.body()).isEqualTo("4a\u001e4b");
    assertThat(story.network.nextCall().body()).isEqualTo("4c");
  }

  @Test
  void otherwiseAPostHoldsAnyNumberOfPackets() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.send("", "", "", "", "", "", "", "", "", "");
    assertThat(story.network.nextCall().body()).isEqualTo("4" + "\u001e4".repeat(9));
  }

  @Test
  void whatIsSentBeforeTheHandshakeWaitsForIt() {
    ClientStory story = ClientStory.begin().send("early");
    story.network.nextCall().respond(ClientStory.OPEN_WITHOUT_UPGRADE);
    story.network.nextCall();
    assertThat(story.network.nextCall().body()).isEqualTo("4early");
  }

  @Test
  void aPingIsAnswered() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall().respond("2");
    story.network.nextCall();
    assertThat(story.network.nextCall().body()).isEqualTo("3");
  }

  @Test
  void aPostSaysWhatItIs() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.send("a");
    assertThat(story.network.nextCall().call().headers().all("Content-Type"))
        .containsExactly("text/plain;charset=UTF-8");
  }

  @Test
  void aRefusedPollTellsItsStatus() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall().respond(502, Headers.create(), "Bad Gateway");
    assertThat(story.error().httpStatus()).hasValue(502);
  }

  @Test
  void aRefusedPollIsNamedAsTheReferenceDoes() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall().respond(502, Headers.create(), "Bad Gateway");
    assertThat(story.error()).hasMessage("xhr poll error: status 502: Bad Gateway");
  }

  @Test
  void anUnknownSessionHintsAtStickiness() {
    ClientStory story = ClientStory.polling();
    story
        .network
        .nextCall()
        .respond(400, Headers.create(), "{\"code\":1,\"message\":\"Session ID unknown\"}");
    assertThat(story.error()).hasMessageContaining("sticky sessions");
  }

  @Test
  void aLostPostTellsItsPhase() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.send("a").network.nextCall().drop();
    assertThat(story.error().phase()).isEqualTo(EngineException.Phase.POST);
  }

  @Test
  void aFailedHandshakeIsOneClose() {
    ClientStory story = ClientStory.begin();
    story.network.nextCall().drop();
    assertThat(story.events()).containsExactly("close: transport error");
  }

  @Test
  void garbageIsAParseError() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall().respond("xyz");
    assertThat(story.events()).containsExactly("open abc", "close: parse error");
  }

  @Test
  void theServersClosePacketEndsTheSession() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall().respond("4bye\u001e1");
    assertThat(story.events()).containsExactly("open abc", "message bye", "close: transport close");
  }

  @Test
  void aServerThatHasClosedGetsNoGoodbye() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall().respond("1");
    assertThat(story.network.hasNext()).isFalse();
  }

  @Test
  void aServerThatHasRefusedGetsNoGoodbye() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall().respond(400, Headers.create(), "");
    assertThat(story.network.hasNext()).isFalse();
  }

  @Test
  void closingPostsAClosePacket() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    assertThat(story.close().network.nextCall().body()).isEqualTo("1");
  }

  @Test
  void oneGoodbyeIsEnough() {
    ClientStory story = ClientStory.polling();
    LocalCall poll = story.network.nextCall();
    story.close().network.nextCall();
    poll.respond("6");
    assertThat(story.network.hasNext()).isFalse();
  }

  @Test
  void closingSendsWhatIsQueuedFirst() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.send("last").close();
    story.network.nextCall().respond("ok");
    assertThat(story.network.nextCall().body()).isEqualTo("1");
  }

  @Test
  void closingDuringTheHandshakeEndsTheSessionThatItBegins() {
    ClientStory story = ClientStory.begin();
    LocalCall handshake = story.network.nextCall();
    story.close();
    handshake.respond(ClientStory.OPEN);
    assertThat(story.network.nextCall())
        .hasToString("POST /engine.io/?EIO=4&transport=polling&sid=abc");
  }

  @Test
  void aListenerThatThrowsDoesNotStopThePolling() {
    ClientStory story = ClientStory.polling();
    story.onMessage =
        each -> {
          throw new IllegalStateException("a listener's fault");
        };
    story.network.nextCall().respond("4a");
    assertThat(story.network.nextCall())
        .hasToString("GET /engine.io/?EIO=4&transport=polling&sid=abc");
  }

  @Test
  void aHandshakeThatNeverComesIsGivenUp() {
    ClientStory story = ClientStory.begin();
    LocalCall handshake = story.network.nextCall();
    story.advance(Duration.ofSeconds(20));
    assertThat(handshake.isCancelled()).isTrue();
  }

  @Test
  void requestTimeoutGivesASlowRequestUp() {
    ClientStory story = ClientStory.begin(b -> b.requestTimeout(Duration.ofSeconds(1)));
    story.advance(Duration.ofSeconds(1));
    assertThat(story.error()).hasMessageContaining("requestTimeout");
  }

  @Test
  void moreThanMayWaitIsRefusedAtOnce() {
    ClientStory story = ClientStory.begin(b -> b.maxBufferedBytes(10));
    assertThatIllegalStateException()
        .isThrownBy(() -> story.send("12345", "67890"))
        .withMessageContaining("maxBufferedBytes is 10");
  }

  @Test
  void aClosedConnectionLeavesNoTimer() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.close().network.nextCall().respond("ok");
    assertThat(story.network.scheduler().pendingTimers()).isZero();
  }

  @Test
  void noPollIsSentWhileReadingIsStopped() {
    ClientStory story = ClientStory.polling();
    LocalCall poll = story.network.nextCall();
    story.network.scheduler().call(() -> story.connection.setReadable(false));
    poll.respond("4a");
    assertThat(story.network.hasNext()).isFalse();
  }

  @Test
  void partsStayTogether() {
    ClientStory story = ClientStory.polling();
    story.network.nextCall();
    story.connection.send(List.of(RawData.text("5"), RawData.binary(new byte[] {1})), true);
    assertThat(story.network.nextCall().body()).isEqualTo("45\u001ebAQ==");
  }
}
