// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP long-polling: what GET and POST do, and how they go wrong. */
class PollingTest {
  private final TestEngine server = TestEngine.create();
  private final RawPeer peer = server.peer().open();

  @Test
  void aPollWaitsUntilThereIsSomethingToSend() {
    LocalExchange poll = peer.get();
    assertThat(poll.isAnswered()).isFalse();
    server.send("hello");
    assertThat(poll.body()).isEqualTo("4hello");
  }

  @Test
  void aPollTakesEverythingThatWaits() {
    server.send("one", "two");
    assertThat(peer.get().body()).isEqualTo("4one" + RS + "4two");
  }

  @Test
  void aBlobTravelsInBase64() {
    server.echo();
    LocalExchange poll = peer.get();
    peer.post("4hello" + RS + "bAQIDBA==");
    assertThat(poll.body()).isEqualTo("4hello" + RS + "bAQIDBA==");
  }

  @Test
  void aPostIsAnsweredOk() {
    LocalExchange post = peer.post("4hello");
    assertThat(post.status()).isEqualTo(200);
    assertThat(post.body()).isEqualTo("ok");
    assertThat(post.response().headers().toString())
        .isEqualTo("Content-Type: text/html\ncache-control: no-store\n");
  }

  @Test
  void theMessagesOfAPostArriveInTheirOrder() {
    peer.post("4one" + RS + "4two");
    assertThat(server.recorder.events()).containsExactly("open", "message one", "message two");
  }

  @Test
  void aBodyMayComeInAnyPieces() {
    byte[] body = "4€uro".getBytes(UTF_8);
    byte[][] pieces = new byte[body.length][];
    for (int i = 0; i < body.length; i++) {
      pieces[i] = new byte[] {body[i]};
    }
    peer.post(pieces);
    assertThat(server.recorder.lastEvent()).isEqualTo("message €uro");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Mozilla/4.0 (compatible;MSIE 9.0)", "Mozilla/5.0 (Trident/7.0; rv:11.0)"})
  void oldInternetExplorersAreToldNotToFilter(String agent) {
    peer.header("User-Agent", agent);
    assertThat(peer.post("4a").header("X-XSS-Protection")).isEqualTo("0");
  }

  @Test
  void otherBrowsersAreNotTold() {
    peer.header("User-Agent", "Mozilla/5.0 Chrome/130");
    assertThat(peer.post("4a").header("X-XSS-Protection")).isEmpty();
  }

  @Test
  void aSecondPollClosesTheSession() {
    LocalExchange first = peer.get();
    LocalExchange second = peer.get();
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.body()).isEmpty();
    assertThat(first.body()).isEqualTo("1");
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport error");
    assertThat(server.recorder.closeCause()).isEqualTo("overlap from client");
  }

  @Test
  void aSecondPostClosesTheSession() {
    LocalExchange first = peer.beginPost();
    assertThat(peer.post("4b").status()).isEqualTo(400);
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport error");
    assertThat(server.recorder.closeCause()).isEqualTo("data request overlap from client");
    first.endBody();
    server.host.runPending();
    assertThat(first.isAnswered()).isTrue();
  }

  @Test
  void aLostPollClosesTheSession() {
    peer.get().abort();
    server.host.runPending();
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport error");
    assertThat(server.recorder.closeCause()).isEqualTo("poll connection closed prematurely");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void aLostPostClosesTheSession() {
    peer.beginPost().sendChunk("4hal".getBytes(UTF_8)).abort();
    server.host.runPending();
    assertThat(server.recorder.events()).containsExactly("open", "close transport error");
    assertThat(server.recorder.closeCause())
        .isEqualTo("data request connection closed prematurely");
  }

  @Test
  void aBodyOfBytesIsNoContentForRevisionFour() {
    peer.header("Content-Type", "application/octet-stream");
    assertThat(peer.post("4a").status()).isEqualTo(400);
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport error");
    assertThat(server.recorder.closeCause()).isEqualTo("invalid content");
  }

  @Test
  void everyOtherContentTypeIsTakenAsText() {
    peer.header("Content-Type", "application/json");
    assertThat(peer.post("4a").body()).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "HEAD"})
  void anUnknownMethodIsTheServersError(String method) {
    LocalExchange response = peer.request(method, peer.urlQuery("polling"));
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body()).isEmpty();
    assertThat(server.session().isOpen()).isTrue();
  }

  @Test
  void whatComesBeforeAMalformedPacketCounts() {
    peer.post("4a\u001e4b\u001exyz\u001e4c");
    assertThat(server.recorder.events())
        .containsExactly("open", "message a", "message b", "close parse error");
  }

  @Test
  void anInvalidPayloadIsAnsweredOkAndClosesTheSession() {
    assertThat(peer.post("abc").body()).isEqualTo("ok");
    assertThat(server.recorder.lastEvent()).isEqualTo("close parse error");
    assertThat(peer.get().body()).contains("\"code\":1");
  }

  @Test
  void aClosePacketReleasesThePollWithANoop() {
    LocalExchange poll = peer.get();
    assertThat(peer.post("1").body()).isEqualTo("ok");
    assertThat(poll.body()).isEqualTo("6");
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport close");
  }

  @Test
  void whatFollowsAClosePacketIsIgnored() {
    peer.post("1" + RS + "4late");
    assertThat(server.recorder.events()).containsExactly("open", "close transport close");
  }

  @Test
  void theRequestsOfASessionMayComeOnAnyThread() {
    TestEngine threads = TestEngine.onThreads(3, options -> {}).echo();
    String sid = threads.host.peer(0).open().sid();
    LocalExchange poll = threads.host.peer(1).sid(sid).get();
    threads.host.peer(2).sid(sid).post("4hello");
    assertThat(poll.body()).isEqualTo("4hello");
  }

  @Test
  void aPollThatWasOvertakenByTheEndOfItsSessionIsRefused() {
    TestEngine threads = TestEngine.onThreads(2, options -> {});
    String sid = threads.host.peer(0).open().sid();
    LocalExchange poll =
        threads.host.submit(
            LocalRequest.of("GET", "/engine.io/", "EIO=4&transport=polling&sid=" + sid),
            threads.host.scheduler(1));
    threads.host.scheduler(1).runNext();
    threads.host.scheduler(0).call(() -> threads.session().abort());
    threads.host.scheduler(0).runNext();
    threads.host.scheduler(0).runNext();
    threads.host.runPending();
    assertThat(poll.isAnswered()).isTrue();
    assertThat(threads.engine.sessionCount()).isZero();
  }
}
