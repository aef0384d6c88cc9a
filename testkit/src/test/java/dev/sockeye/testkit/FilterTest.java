// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.server.FilterChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters in front of the engine: its middlewares. */
class FilterTest {
  private final TestEngine server = TestEngine.create();
  private final RawPeer peer = server.peer();
  private final CompletableFuture<Void> slow = new CompletableFuture<>();

  private LocalUpgrade upgrade() {
    return peer.upgrade(peer.urlQuery("websocket"));
  }

  @Test
  void aHeaderOfAFilterIsOnAPollAndOnA101() {
    server.engine.use(
        (request, chain) -> {
          chain.headers().add("foo", "bar");
          chain.next();
        });
    assertThat(peer.get().header("foo")).isEqualTo("bar");
    assertThat(upgrade().acceptHeaders().toString()).isEqualTo("foo: bar\n");
  }

  @Test
  void aHeaderOfAFilterIsOnAnErrorToo() {
    server.engine.use(
        (request, chain) -> {
          chain.headers().add("foo", "bar");
          chain.next();
        });
    LocalExchange error = peer.get("transport=abc");
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.header("foo")).isEqualTo("bar");
  }

  @Test
  void filtersRunInTheOrderInWhichTheyWereAdded() {
    List<String> calls = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      server.engine.use(
          (request, chain) -> {
            calls.add(name);
            chain.next();
          });
    }
    peer.get();
    assertThat(calls).containsExactly("a", "b", "c");
  }

  @Test
  void aFilterSeesEachRequestOfASession() {
    List<String> seen = new ArrayList<>();
    server.engine.use(
        (request, chain) -> {
          seen.add(request.method() + " " + request.query().containsKey("sid"));
          chain.next();
        });
    peer.open();
    peer.get();
    peer.post("4hi");
    peer.webSocket();
    assertThat(seen).containsExactly("GET false", "GET true", "POST true", "GET true");
  }

  @Test
  void aFilterMayAnswerByItself() {
    server.engine.use((request, chain) -> chain.respond(503, "later"));
    LocalExchange poll = peer.get();
    assertThat(poll.status()).isEqualTo(503);
    assertThat(poll.body()).isEqualTo("later");
    assertThat(upgrade().status()).isEqualTo(503);
    assertThat(server.recorder.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205, 304})
  void anAnswerThatCantHaveABodyHasNone(int status) {
    server.engine.use((request, chain) -> chain.respond(status, "HTTP/1.1 200 OK"));
    assertThat(peer.get().status()).isEqualTo(400);
    assertThat(server.error().context())
        .containsEntry("error", "a response with status " + status + " has no body");
  }

  @Test
  void nothingBehindAFilterThatAnswersIsAsked() {
    List<String> calls = new ArrayList<>();
    server.engine.use((request, chain) -> chain.respond(401, ""));
    server.engine.use((request, chain) -> calls.add("second"));
    assertThat(peer.get().status()).isEqualTo(401);
    assertThat(calls).isEmpty();
  }

  @Test
  void theHeadersOfEarlierFiltersAreOnTheAnswerOfALaterOne() {
    server.engine.use(
        (request, chain) -> {
          chain.headers().add("foo", "bar");
          chain.next();
        });
    server.engine.use((request, chain) -> chain.respond(401, "who are you?"));
    assertThat(peer.get().header("foo")).isEqualTo("bar");
  }

  @Test
  void aFilterThatThrowsRefusesTheRequest() {
    server.engine.use(
        (request, chain) -> {
          throw new IllegalStateException("on purpose");
        });
    assertThat(peer.get().body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    assertThat(upgrade().body()).isEqualTo("Bad request");
    assertThat(server.error().context())
        .isEqualTo(Map.of("name", "MIDDLEWARE_FAILURE", "error", "on purpose"));
  }

  @Test
  void aFilterMayTakeItsTime() {
    server.engine.use((request, chain) -> chain.next(slow));
    LocalExchange handshake = peer.get();
    assertThat(handshake.isAnswered()).isFalse();
    slow.complete(null);
    server.host.runPending();
    assertThat(handshake.body()).startsWith("0{");
    assertThat(server.host.pendingTimers()).isEqualTo(1); // the ping's
  }

  @Test
  void aStageThatFailsIsAFailureOfItsFilter() {
    server.engine.use((request, chain) -> chain.next(slow));
    LocalExchange handshake = peer.get();
    slow.completeExceptionally(new IllegalStateException("no database"));
    server.host.runPending();
    assertThat(handshake.status()).isEqualTo(400);
    assertThat(server.error().context()).containsEntry("error", "no database");
  }

  @Test
  void aFilterThatNeverDecidesIsNotWaitedForForEver() {
    server.engine.use((request, chain) -> {});
    LocalExchange handshake = peer.get();
    server.advance(Duration.ofSeconds(10));
    assertThat(handshake.status()).isEqualTo(400);
    assertThat(server.error().context())
        .containsEntry("error", "a filter took longer than PT10S (option hookTimeout)");
  }

  @Test
  void aFilterCantDecideTwice() {
    AtomicReference<FilterChain> kept = new AtomicReference<>();
    server.engine.use(
        (request, chain) -> {
          kept.set(chain);
          chain.next();
        });
    peer.get();
    assertThatIllegalStateException().isThrownBy(() -> kept.get().next());
    assertThatIllegalStateException().isThrownBy(() -> kept.get().respond(503, ""));
  }

  @Test
  void theCookieOfAFilterStaysBesideThoseOfTheHooks() {
    server.engine.use(
        (request, chain) -> {
          chain.headers().addCookie(SetCookie.of("connect.sid", "1"));
          chain.next();
        });
    server.engine.onHeaders((headers, request) -> headers.addCookie(SetCookie.of("a", "2")));
    assertThat(peer.get().response().headers().all("set-cookie"))
        .containsExactly("connect.sid=1", "a=2");
    assertThat(upgrade().acceptHeaders().all("set-cookie")).containsExactly("connect.sid=1", "a=2");
  }

  @Test
  void whatAFilterFindsOutIsThereForHooksAndListeners() {
    server.engine.use(
        (request, chain) -> {
          request.attributes().put("user", "ada");
          chain.next();
        });
    List<Object> seen = new ArrayList<>();
    server.engine.onHeaders(
        (headers, request) -> seen.add(request.attributes().getOrDefault("user", "nobody")));
    peer.open();
    assertThat(seen).containsExactly("ada");
    assertThat(server.session().request().attributes()).containsEntry("user", "ada");
  }

  @Test
  void aHeaderOfTheHostsCantBeAdded() {
    server.engine.use(
        (request, chain) -> {
          chain.headers().add("transfer-encoding", "chunked");
          chain.next();
        });
    assertThat(peer.get().status()).isEqualTo(400);
    assertThat(server.error().context().get("error")).asString().contains("'transfer-encoding'");
  }

  @Test
  void aRefusedHeaderIsOnNoAnswer() {
    server.engine.use(
        (request, chain) -> {
          chain.headers().add("transfer-encoding", "chunked");
          chain.respond(401, "who are you?");
        });
    LocalExchange answer = peer.get();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.response().headers().contains("transfer-encoding")).isFalse();
  }

  @Test
  void aMessageOverTheLimitIsNotDeliveredBehindAFilterEither() {
    TestEngine small = TestEngine.with(options -> options.maxPayload(5));
    small.engine.use((request, chain) -> chain.next());
    RawPeer other = small.peer().open();
    assertThat(other.post("4too large").status()).isEqualTo(413);
    assertThat(small.recorder.events()).containsExactly("open");
  }
}
