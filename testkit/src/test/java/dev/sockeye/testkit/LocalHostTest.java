// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The host itself, with a handler that notes what it gets. */
class LocalHostTest {
  private final List<String> seen = new ArrayList<>();
  private final List<HttpExchange> exchanges = new ArrayList<>();
  private final LocalHost host = LocalHost.of(exchanges::add, "/");

  private HttpExchange handled() {
    return exchanges.get(exchanges.size() - 1);
  }

  private HttpExchange.BodyReader reader(boolean goOn) {
    return new HttpExchange.BodyReader() {
      @Override
      public boolean onChunk(byte[] chunk) {
        seen.add(new String(chunk, UTF_8));
        return goOn;
      }

      @Override
      public void onEnd() {
        seen.add("end");
      }
    };
  }

  @Test
  void aBodyMayComeBeforeItIsAskedFor() {
    host.peer().post("a".getBytes(UTF_8), "b".getBytes(UTF_8));
    handled().readBody(reader(true));
    host.runPending();
    assertThat(seen).containsExactly("a", "b", "end");
  }

  @Test
  void aBodyMayComeAfterItIsAskedFor() {
    LocalExchange exchange = host.peer().beginPost();
    handled().readBody(reader(true));
    exchange.sendChunk("a".getBytes(UTF_8));
    host.runPending();
    assertThat(seen).containsExactly("a");
    exchange.endBody();
    host.runPending();
    assertThat(seen).containsExactly("a", "end");
  }

  @Test
  void aReaderThatStopsHearsNoMore() {
    host.peer().post("a".getBytes(UTF_8), "b".getBytes(UTF_8));
    handled().readBody(reader(false));
    host.runPending();
    assertThat(seen).containsExactly("a");
  }

  @Test
  void aLostRequestIsToldOnce() {
    LocalExchange exchange = host.peer().get();
    handled().onAbort(() -> seen.add("lost"));
    exchange.abort();
    exchange.abort();
    host.runPending();
    assertThat(seen).containsExactly("lost");
  }

  @Test
  void anAnsweredRequestCanNotBeLost() {
    LocalExchange exchange = host.peer().get();
    handled().onAbort(() -> seen.add("lost"));
    handled().respond(HttpResponse.empty(204));
    exchange.abort();
    host.runPending();
    assertThat(seen).isEmpty();
    assertThat(exchange.status()).isEqualTo(204);
  }

  @Test
  void aSecondAnswerIsTheHandlersMistake() {
    host.peer().get();
    handled().respond(HttpResponse.empty(204));
    assertThatIllegalStateException()
        .isThrownBy(() -> handled().respond(HttpResponse.empty(200)))
        .withMessageContaining("a response already: 204");
  }

  @Test
  void aPathThatIsNotTheEnginesIsNotFound() {
    LocalHost engineHost = TestEngine.create().host;
    LocalExchange exchange =
        engineHost.submit(LocalRequest.of("GET", "/other", ""), engineHost.scheduler());
    engineHost.runPending();
    assertThat(exchange.status()).isEqualTo(404);
  }
}
