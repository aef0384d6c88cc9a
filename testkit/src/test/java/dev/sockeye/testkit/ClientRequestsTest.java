// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.ServerUri;
import dev.sockeye.engineio.client.TransportOptions;
import dev.sockeye.engineio.client.spi.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClientRequestsTest {
  @Test
  void theQueryGoesWithEachRequest() {
    ClientStory story = ClientStory.begin(b -> b.query(Map.of("token", "a b&c")));
    assertThat(story.network.nextCall())
        .hasToString("GET /engine.io/?token=a%20b%26c&EIO=4&transport=polling");
  }

  @Test
  void theQueryCannotTakeTheEnginesPlace() {
    ClientStory story = ClientStory.begin(b -> b.query(Map.of("EIO", "3")));
    assertThat(story.network.nextCall()).hasToString("GET /engine.io/?EIO=4&transport=polling");
  }

  @Test
  void aSupplierIsAskedForEachSession() {
    AtomicInteger asked = new AtomicInteger();
    ClientStory story =
        ClientStory.begin(b -> b.query(() -> Map.of("n", "" + asked.incrementAndGet())));
    story.network.nextCall().drop();
    story.again();
    assertThat(story.network.nextCall().call().target()).contains("n=2");
  }

  @Test
  void eachSessionGoesWhereTheSupplierOfUriSays() {
    Iterator<URI> servers =
        List.of(URI.create("http://one:3000"), URI.create("https://two/io")).iterator();
    ClientStory story = ClientStory.begin(b -> b.uri(servers::next));
    Route first = story.network.nextCall().drop().call().route();
    story.again();
    Route second = story.network.nextCall().call().route();
    assertThat(List.of(first, second))
        .extracting(Route::host, Route::port, Route::isSecure)
        .containsExactly(tuple("one", 3000, false), tuple("two", 443, true));
  }

  @Test
  void theRequestsOfASessionGoToOneServer() {
    Iterator<URI> servers =
        List.of(URI.create("http://one:3000"), URI.create("http://two:3000")).iterator();
    ClientStory story = ClientStory.begin(b -> b.uri(servers::next));
    story.network.nextCall().respond(ClientStory.OPEN);
    story.network.nextCall();
    assertThat(story.network.nextWebSocket().call().route().host()).isEqualTo("one");
  }

  @Test
  void theClientSaysWhichServerItWentToLast() {
    ClientStory story = ClientStory.begin(b -> b.uri(() -> URI.create("http://other:3000")));
    story.network.nextCall();
    assertThat(story.client.uri()).isEqualTo(ServerUri.parse("http://other:3000"));
  }

  @Test
  void theQueryIsThatOfTheServersAddress() {
    ClientStory story = ClientStory.begin(b -> b.uri(() -> URI.create("http://other?a=1")));
    assertThat(story.network.nextCall()).hasToString("GET /engine.io/?a=1&EIO=4&transport=polling");
  }

  @Test
  void aCookieStaysWithTheServerThatSetIt() {
    AtomicReference<URI> server = new AtomicReference<>(URI.create("http://one"));
    ClientStory story = ClientStory.begin(b -> b.uri(server::get));
    story.network.nextCall().respond(400, Headers.of("Set-Cookie", "node=1"), "");
    server.set(URI.create("http://two"));
    story.again();
    assertThat(story.network.nextCall().call().headers().contains("Cookie")).isFalse();
    server.set(URI.create("http://one"));
    story.again();
    assertThat(story.network.nextCall().call().headers().all("Cookie")).containsExactly("node=1");
  }

  @Test
  void anAddressThatIsNoneFailsTheSession() {
    ClientStory story = ClientStory.begin(b -> b.uri(() -> URI.create("ftp://host")));
    assertThat(story.error()).hasMessageContaining("ftp://host");
  }

  @Test
  void aSupplierThatThrowsFailsTheSession() {
    ClientStory story =
        ClientStory.begin(
            b ->
                b.extraHeaders(
                    () -> {
                      throw new IllegalStateException("no token");
                    }));
    assertThat(story.error()).hasMessageContaining("no token");
  }

  @Test
  void extraHeadersGoWithWebSocketsToo() {
    ClientStory story =
        ClientStory.begin(
            b -> b.transports(Transport.WEBSOCKET).extraHeaders(Headers.of("X-Key", "k")));
    assertThat(story.network.nextWebSocket().call().headers().all("X-Key")).containsExactly("k");
  }

  @Test
  void transportOptionsTakeThePlaceOfTheClientsOwn() {
    ClientStory story =
        ClientStory.begin(
            b ->
                b.extraHeaders(Headers.of("X-Key", "k"))
                    .transportOptions(
                        Transport.POLLING,
                        TransportOptions.none()
                            .path("/other")
                            .extraHeaders(Headers.of("X-Key", "p"))));
    LocalCall call = story.network.nextCall();
    assertThat(call).hasToString("GET /other/?EIO=4&transport=polling");
    assertThat(call.call().headers().all("X-Key")).containsExactly("p");
  }

  @Test
  void theTrailingSlashMayBeLeftOut() {
    ClientStory story = ClientStory.begin(b -> b.addTrailingSlash(false));
    assertThat(story.network.nextCall()).hasToString("GET /engine.io?EIO=4&transport=polling");
  }

  @Test
  void pollsCarryAStampOfTheirOwn() {
    ClientStory story = ClientStory.begin(b -> b.timestampRequests(true).timestampParam("x"));
    assertThat(story.network.nextCall().call().target()).contains("&x=");
  }

  @Test
  void subprotocolsAreOffered() {
    ClientStory story =
        ClientStory.begin(b -> b.transports(Transport.WEBSOCKET).protocols("a", "b"));
    assertThat(story.network.nextWebSocket().call().protocols()).containsExactly("a", "b");
  }

  @Test
  void aCookieOfTheHandshakeGoesWithTheNextRequest() {
    ClientStory story = ClientStory.begin();
    Headers headers = Headers.of("Set-Cookie", "AWSALB=a+b/=; Path=/");
    story.network.nextCall().respond(200, headers, ClientStory.OPEN);
    assertThat(story.network.nextCall().call().headers().all("Cookie"))
        .containsExactly("AWSALB=a+b/=");
  }

  @Test
  void aCookieGoesWithTheUpgrade() {
    ClientStory story = ClientStory.begin();
    Headers headers = Headers.of("Set-Cookie", "io=1; Path=/");
    story.network.nextCall().respond(200, headers, ClientStory.OPEN);
    assertThat(story.network.nextWebSocket().call().headers().all("Cookie"))
        .containsExactly("io=1");
  }

  @Test
  void aCookieOfA101IsKeptForTheNextSession() {
    ClientStory story = ClientStory.begin(b -> b.transports(Transport.WEBSOCKET));
    story.network.nextWebSocket().accept(Headers.of("Set-Cookie", "io=1; Path=/")).close(1000);
    story.again();
    assertThat(story.network.nextWebSocket().call().headers().all("Cookie"))
        .containsExactly("io=1");
  }

  @Test
  void aCookieOfARefusalIsKept() {
    ClientStory story = ClientStory.begin();
    story.network.nextCall().respond(503, Headers.of("Set-Cookie", "io=2; Path=/"), "");
    story.again();
    assertThat(story.network.nextCall().call().headers().all("Cookie")).containsExactly("io=2");
  }

  @Test
  void theUsersCookiesAreMergedWithThoseOfTheStore() {
    ClientStory story = ClientStory.begin(b -> b.extraHeaders(Headers.of("Cookie", "own=1")));
    Headers headers = Headers.of("Set-Cookie", "io=1; Path=/");
    story.network.nextCall().respond(200, headers, ClientStory.OPEN);
    assertThat(story.network.nextCall().call().headers().all("Cookie"))
        .containsExactly("own=1; io=1");
  }

  @Test
  void aHookMayAddHeaders() {
    ClientStory story =
        ClientStory.begin(b -> b.onRequest(request -> request.headers().add("X-Trace", "7")));
    assertThat(story.network.nextCall().call().headers().all("X-Trace")).containsExactly("7");
  }

  @Test
  void aHookSeesEachResponse() {
    List<String> seen = new ArrayList<>();
    ClientStory story =
        ClientStory.begin(
            b ->
                b.onResponse(
                    response ->
                        seen.add(response.request().transport() + " " + response.status())));
    story.network.nextCall().respond(ClientStory.OPEN);
    story.network.nextWebSocket().accept();
    assertThat(seen).containsExactly("POLLING 200", "WEBSOCKET 101");
  }

  @Test
  void aHookThatThrowsFailsTheRequest() {
    ClientStory story =
        ClientStory.begin(
            b ->
                b.onRequest(
                    request -> {
                      throw new IllegalStateException("hook");
                    }));
    assertThat(story.error()).hasMessage("xhr poll error: hook");
  }
}
