// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.CookieStore;
import dev.sockeye.engineio.client.EngineClient;
import java.net.CookieHandler;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** When the cookies of a client are sent and kept, and how to do without them. */
class CookiesOfAConnectionTest {
  /** How often the load balancer has answered: each answer renews its cookie. */
  private int answers;

  private LocalCall answer(LocalCall call, String body) {
    answers++;
    return call.respond(200, Headers.of("Set-Cookie", "AWSALB=x/+=" + answers + "; Path=/"), body);
  }

  private ClientStory open(UnaryOperator<EngineClient.Builder> options) {
    ClientStory story = ClientStory.begin(options);
    answer(story.network.nextCall(), ClientStory.OPEN_WITHOUT_UPGRADE);
    return story;
  }

  private static List<String> cookies(LocalCall call) {
    return call.call().headers().all("Cookie");
  }

  @Test
  void eachPollBringsTheNewestValue() {
    ClientStory story = open(same -> same);
    answer(story.network.nextCall(), "6");
    assertThat(cookies(story.network.nextCall())).containsExactly("AWSALB=x/+=2");
  }

  @Test
  void aPostBringsTheCookieAndMayRenewIt() {
    ClientStory story = open(same -> same);
    LocalCall poll = story.network.nextCall();
    LocalCall post = story.send("a").network.nextCall();
    assertThat(cookies(post)).containsExactly("AWSALB=x/+=1");
    answer(post, "ok");
    poll.respond("6");
    assertThat(cookies(story.network.nextCall())).containsExactly("AWSALB=x/+=2");
  }

  @Test
  void theNextSessionBeginsWhereTheLastOneWas() {
    ClientStory story = open(same -> same);
    story.network.nextCall().respond("1");
    story.again();
    assertThat(cookies(story.network.nextCall())).containsExactly("AWSALB=x/+=1");
  }

  @Test
  void theFirstRequestBringsWhatTheStoreHadBefore() {
    CookieStore store = CookieStore.inMemory();
    store.set(URI.create("http://host/"), "sid=1; Path=/");
    ClientStory story = ClientStory.begin(b -> b.cookies(store));
    assertThat(cookies(story.network.nextCall())).containsExactly("sid=1");
  }

  @Test
  void twoClientsKnowNothingOfEachOther() {
    open(same -> same);
    assertThat(cookies(ClientStory.begin().network.nextCall())).isEmpty();
  }

  /** Theirs sends both too, but also loses the header, or lets it grow. */
  @Test
  void theUsersCookieIsSentOnceInEachSessionOverEachTransport() {
    Headers own = Headers.of("Cookie", "own=1");
    ClientStory story = ClientStory.begin(b -> b.extraHeaders(own));
    answer(story.network.nextCall(), ClientStory.OPEN);
    assertThat(cookies(story.network.nextCall())).containsExactly("own=1; AWSALB=x/+=1");
    assertThat(story.network.nextWebSocket().call().headers().all("Cookie"))
        .containsExactly("own=1; AWSALB=x/+=1");
    story.again();
    assertThat(cookies(story.network.nextCall())).containsExactly("own=1; AWSALB=x/+=1");
    assertThat(own).hasToString("Cookie: own=1\n");
  }

  @Test
  void aStoreThatFailsStopsNobody() {
    CookieStore failing =
        CookieStore.of(
            new CookieHandler() {
              @Override
              public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
                throw new IllegalStateException("no database");
              }

              @Override
              public void put(URI uri, Map<String, List<String>> headers) {
                throw new IllegalStateException("no database");
              }
            });
    ClientStory story = open(b -> b.cookies(failing));
    assertThat(story.events()).containsExactly("open abc");
  }

  @Test
  void withoutAStoreNothingIsKept() {
    ClientStory story = open(b -> b.cookies(CookieStore.none()));
    assertThat(cookies(story.network.nextCall())).isEmpty();
  }

  /** The recipe of "How to deal with cookies". */
  @Test
  void hooksCanDoTheSameByHand() {
    Deque<String> newest = new ArrayDeque<>();
    ClientStory story =
        open(
            b ->
                b.cookies(CookieStore.none())
                    .onResponse(
                        response ->
                            response
                                .headers()
                                .first("Set-Cookie")
                                .ifPresent(line -> newest.push(line.split(";", -1)[0])))
                    .onRequest(
                        request -> {
                          if (!newest.isEmpty()) {
                            request.headers().set("Cookie", newest.peek());
                          }
                        }));
    answer(story.network.nextCall(), "6");
    assertThat(cookies(story.network.nextCall())).containsExactly("AWSALB=x/+=2");
  }

  /** What theirs sends, with {@code withCredentials}. */
  @Test
  void theTwoOfFourCookiesThatLiveAreSent() {
    ClientStory story = ClientStory.begin(b -> b.transports(Transport.POLLING).path("/engine.io"));
    Headers four =
        Headers.of("Set-Cookie", "1=1; SameSite=Strict")
            .add("Set-Cookie", "2=2; Path=/; HttpOnly")
            .add("Set-Cookie", "3=3; Max-Age=0")
            .add("Set-Cookie", "4=4; Expires=Tue, 20 Sep 2022 10:00:00 GMT");
    story.network.nextCall().respond(200, four, ClientStory.OPEN);
    assertThat(cookies(story.network.nextCall())).containsExactly("1=1; 2=2");
  }
}
