// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectTest {
  private final TestServer server = new TestServer();

  @Test
  void anEmptyNameIsTheMainNamespace() {
    assertThat(server.io.of("")).isSameAs(server.io.of("/"));
  }

  @Test
  void aMissingSlashIsAdded() {
    assertThat(server.io.of("admin")).isSameAs(server.io.of("/admin"));
  }

  @Test
  void aNameWithACommaIsRefused() {
    assertThatThrownBy(() -> server.io.of("/a,b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/a,b");
  }

  @Test
  void aNamespaceMayHaveAnyOtherCharacter() {
    server.io.of("/žluťoučký kůň 😀");
    assertThat(server.open().send("40/žluťoučký kůň 😀,").received())
        .singleElement()
        .asString()
        .startsWith("40/žluťoučký kůň 😀,{\"sid\":\"");
  }

  @Test
  void theMainNamespaceMayBeNamed() {
    assertThat(server.open().send("40/,").received())
        .singleElement()
        .asString()
        .startsWith("40{\"sid\":\"");
  }

  @Test
  void aQueryIsPartOfTheName() {
    assertThat(server.open().send("40/?a=1,").received())
        .containsExactly("44/?a=1,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void eachNamespaceGivesAnIdOfItsOwn() {
    server.io.of("/admin");
    TestClient client = server.connect();
    String first = client.id;
    client.join("/admin");
    assertThat(client.id).isNotEqualTo(first);
  }

  @Test
  void anIdIsNotThatOfTheSession() {
    List<Boolean> same = new ArrayList<>();
    server.io.onConnection(socket -> same.add(socket.id().equals(socket.conn().id())));
    server.connect();
    assertThat(same).containsExactly(false);
  }

  @Test
  void theConfirmationComesBeforeWhatTheListenerSends() {
    server.io.onConnection(
        socket -> {
          server.io.emit("to all");
          socket.emit("to you");
        });
    assertThat(server.open().send("40").received())
        .satisfiesExactly(
            connect -> assertThat(connect).startsWith("40{"),
            first -> assertThat(first).isEqualTo("42[\"to all\"]"),
            second -> assertThat(second).isEqualTo("42[\"to you\"]"));
  }

  @Test
  void everyListenerOfConnectionsIsCalled() {
    List<String> called = new ArrayList<>();
    server.io.onConnection(socket -> called.add("first"));
    server.io.onConnection(socket -> called.add("second"));
    server.connect();
    assertThat(called).containsExactly("first", "second");
  }

  @Test
  void aCancelledListenerOfConnectionsIsNotCalled() {
    List<String> called = new ArrayList<>();
    server.io.onConnection(socket -> called.add("first")).cancel();
    server.connect();
    assertThat(called).isEmpty();
  }

  @Test
  void aFailingListenerOfConnectionsCostsNobodyTheSocket() {
    server.io.onConnection(
        socket -> {
          throw new IllegalStateException("oops");
        });
    TestClient client = server.connect();
    assertThat(server.errors).containsExactly("connection: oops");
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void joiningTwiceClosesTheConnection() {
    assertThat(server.connect().send("40").isClosed()).isTrue();
  }

  @Test
  void joiningAgainAfterLeavingIsFine() {
    TestClient client = server.connect();
    String before = client.id;
    client.send("41");
    client.join("/");
    assertThat(client.id).isNotEqualTo(before);
  }

  @Test
  void anEventBeforeJoiningClosesTheConnection() {
    assertThat(server.open().send("42[\"hi\"]").isClosed()).isTrue();
  }

  @Test
  void anAnswerBeforeJoiningClosesTheConnection() {
    assertThat(server.open().send("431[]").isClosed()).isTrue();
  }

  @Test
  void leavingBeforeJoiningClosesTheConnection() {
    assertThat(server.open().send("41").isClosed()).isTrue();
  }

  @Test
  void anEventAfterLeavingClosesTheConnection() {
    assertThat(server.connect().send("41", "42[\"hi\"]").isClosed()).isTrue();
  }

  @Test
  void anEventForAnotherNamespaceThanTheJoinedOneClosesTheConnection() {
    server.io.of("/admin");
    assertThat(server.connect().send("42/admin,[\"hi\"]").isClosed()).isTrue();
  }

  @Test
  void aRefusalFromTheClientClosesTheConnection() {
    assertThat(server.connect().send("44{\"message\":\"no\"}").isClosed()).isTrue();
  }

  @Test
  void theConnectTimeoutIsOverWithTheFirstNamespace() {
    TestServer patient = new TestServer(options -> options.connectTimeout(Duration.ofSeconds(1)));
    TestClient client = patient.connect();
    patient.advance(Duration.ofSeconds(2));
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void theConnectTimeoutLeavesNoTimerBehind() {
    TestServer patient = new TestServer(options -> options.connectTimeout(Duration.ofSeconds(40)));
    TestClient client = patient.connect();
    client.wire.close();
    assertThat(patient.host.pendingTimers()).isZero();
  }

  @Test
  void anUnknownNamespaceDoesNotStopTheConnectTimeout() {
    TestServer patient = new TestServer(options -> options.connectTimeout(Duration.ofSeconds(1)));
    TestClient client = patient.open().send("40/nope,");
    patient.advance(Duration.ofSeconds(1));
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void leavingTheLastNamespaceDoesNotStartTheConnectTimeoutAgain() {
    TestServer patient = new TestServer(options -> options.connectTimeout(Duration.ofSeconds(1)));
    TestClient client = patient.connect().send("41");
    patient.advance(Duration.ofSeconds(2));
    assertThat(client.isClosed()).isFalse();
  }
}
