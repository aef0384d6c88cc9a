// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How a session begins: Engine.IO protocol, "Handshake". */
class HandshakeTest {
  @Test
  void aPollingHandshakeTellsTheSessionItsTerms() {
    TestEngine server = TestEngine.with(options -> options.generateId(request -> "abc"));
    LocalExchange response = server.peer().get();
    assertThat(response.body())
        .isEqualTo(
            "0{\"sid\":\"abc\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
  }

  @Test
  void aPollIsPlainTextThatNobodyStores() {
    LocalExchange response = TestEngine.create().peer().get();
    assertThat(response.response().headers().toString())
        .isEqualTo("Content-Type: text/plain; charset=UTF-8\ncache-control: no-store\n");
  }

  @Test
  void aWebSocketHandshakeOffersNoUpgrade() {
    TestEngine server = TestEngine.with(options -> options.generateId(request -> "abc"));
    assertThat(server.peer().webSocket().received())
        .containsExactly(
            "0{\"sid\":\"abc\",\"upgrades\":[],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
  }

  @Test
  void noUpgradeIsOfferedWhereNoneIsAllowed() {
    TestEngine server = TestEngine.with(options -> options.allowUpgrades(false));
    assertThat(server.peer().get().body()).contains("\"upgrades\":[]");
  }

  @Test
  void noUpgradeIsOfferedToATransportThatIsOff() {
    TestEngine server = TestEngine.with(options -> options.transports(Transport.POLLING));
    assertThat(server.peer().get().body()).contains("\"upgrades\":[]");
  }

  @Test
  void anIdHasTwentyCharactersOfBase64Url() {
    assertThat(TestEngine.create().peer().open().sid()).matches("[A-Za-z0-9_-]{20}");
  }

  @Test
  void theInitialPacketComesWithTheHandshake() {
    TestEngine server = TestEngine.with(options -> options.initialPacket(RawData.text("hi")));
    assertThat(server.peer().get().body()).endsWith("}" + RS + "4hi");
  }

  @Test
  void whatTheListenerSendsFirstFollowsTheHandshakeInTheSameWrite() {
    TestEngine server = TestEngine.with(options -> options.initialPacket(RawData.text("hi")));
    server.engine.onConnection(
        session -> {
          session.send(TestEngine.message("welcome"));
          return server.recorder.apply(session);
        });
    PeerSocket socket = server.peer().webSocket();
    assertThat(socket.received()).hasSize(3).endsWith("4hi", "4welcome");
    assertThat(socket.writeCount()).isEqualTo(1);
  }

  @Test
  void aSessionKnowsItsRequest() {
    TestEngine server = TestEngine.create();
    server.peer().query("&a=1&b=x%20y&a=2").header("X-Y", "z").open();
    assertThat(server.session().request().query())
        .isEqualTo(Map.of("EIO", "4", "transport", "polling", "a", "2", "b", "x y"));
    assertThat(server.session().request().header("x-y")).hasValue("z");
  }

  @Test
  void anEmptySidIsNoSid() {
    TestEngine server = TestEngine.create();
    assertThat(server.peer().get("EIO=4&transport=polling&sid=").body()).startsWith("0{");
  }

  @Test
  void theRequestsPathOnlyHasToBeginWithTheServersPath() {
    TestEngine server = TestEngine.create();
    assertThat(server.engine.handles("/engine.io/foo/bar/")).isTrue();
    assertThat(server.engine.handles("/engine.io")).isFalse();
    assertThat(server.engine.handles("/other/")).isFalse();
  }

  @Test
  void withoutTheTrailingSlashBothFormsOfThePathServe() {
    TestEngine server = TestEngine.with(options -> options.path("/rt/").addTrailingSlash(false));
    assertThat(server.engine.handles("/rt")).isTrue();
    assertThat(server.engine.handles("/rt/")).isTrue();
  }

  @Test
  void theHandshakeWaitsForAnIdThatTakesTime() {
    CompletableFuture<String> id = new CompletableFuture<>();
    TestEngine server = TestEngine.with(options -> options.generateIdAsync(request -> id));
    LocalExchange response = server.peer().get();
    assertThat(response.isAnswered()).isFalse();

    id.complete("late");
    server.host.runPending();
    assertThat(response.body()).contains("\"sid\":\"late\"");
  }

  @Test
  void aClientThatLeavesBeforeItsIdIsMadeLeavesNothingBehind() {
    CompletableFuture<String> id = new CompletableFuture<>();
    TestEngine server = TestEngine.with(options -> options.generateIdAsync(request -> id));
    server.peer().get().abort();
    id.complete("late");
    server.host.runPending();
    assertThat(server.engine.sessionCount()).isZero();
    assertThat(server.host.pendingTimers()).isZero();
  }

  @Test
  void aWebSocketThatIsLostBeforeItOpensLeavesNothingBehind() {
    TestEngine server = TestEngine.create();
    LocalUpgrade upgrade =
        server.host.submitUpgrade(
            LocalRequest.of("GET", "/engine.io/", "EIO=4&transport=websocket"),
            server.host.scheduler());
    server.host.scheduler().runNext();
    upgrade.webSocket().dropBeforeOpening();
    server.host.runPending();
    assertThat(server.recorder.events()).isEmpty();
    assertThat(server.engine.sessionCount()).isZero();
  }

  @Test
  void aListenerFactoryThatFailsClosesItsSessionOnly() {
    TestEngine server = TestEngine.create();
    server.engine.onConnection(
        session -> {
          throw new IllegalStateException("on purpose");
        });
    assertThat(server.peer().webSocket().isClosed()).isTrue();
    assertThat(server.engine.sessionCount()).isZero();
  }
}
