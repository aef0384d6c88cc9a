// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What happens when the connection is lost, or can't be opened. */
class ReconnectTest {
  private final ScriptedServer server = new ScriptedServer();
  private final List<String> heard = new ArrayList<>();

  /** Notes everything that the client and its socket tell, in its order. */
  private ClientSocket listen(SocketIoClient client) {
    ClientSocket socket = client.socket();
    client.onOpen(() -> heard.add("open"));
    client.onError(error -> heard.add("error " + error.kind()));
    client.onClose((reason, details) -> heard.add("close " + reason.text()));
    client.onReconnectAttempt(number -> heard.add("reconnect_attempt " + number));
    client.onReconnect(attempts -> heard.add("reconnect " + attempts));
    client.onReconnectError(error -> heard.add("reconnect_error " + error.kind()));
    client.onReconnectFailed(() -> heard.add("reconnect_failed"));
    socket.onConnect(() -> heard.add("connect " + socket.id().orElse("?")));
    socket.onConnectError(error -> heard.add("connect_error " + error.kind()));
    socket.onDisconnect((reason, details) -> heard.add("disconnect " + reason.text()));
    return socket;
  }

  @Test
  void aLostConnectionIsOpenedAgain() {
    listen(server.client().build());
    server.join().drop();
    server.advance(Duration.ofSeconds(1));
    server.join();
    assertThat(heard)
        .containsExactly(
            "open",
            "connect id1",
            "disconnect transport close",
            "close transport close",
            "reconnect_attempt 1",
            "open",
            "reconnect 1",
            "connect id2");
  }

  @Test
  void anAttemptGoesWhereItsListenerHasPointed() {
    AtomicReference<URI> uri = new AtomicReference<>(URI.create("http://one"));
    SocketIoClient client = server.client().uri(uri::get).build();
    client.onReconnectAttempt(number -> uri.set(URI.create("http://two")));
    client.socket();
    String first = server.join().host();
    server.newest().drop();
    server.advance(Duration.ofSeconds(1));
    assertThat(List.of(first, server.join().host(), client.uri().host()))
        .containsExactly("one", "two", "two");
  }

  @Test
  void anAddressThatIsNoneFailsTheAttemptOnly() {
    AtomicReference<URI> uri = new AtomicReference<>(URI.create("mailto:server"));
    listen(server.client().uri(uri::get).build());
    server.run();
    uri.set(URI.create("http://one"));
    server.advance(Duration.ofSeconds(1));
    server.join();
    assertThat(heard)
        .startsWith("connect_error TRANSPORT", "error TRANSPORT")
        .endsWith("reconnect 1", "connect id1");
  }

  @Test
  void attemptsAreMadeUntilOneSucceeds() {
    listen(server.client().build());
    server.newest().refuse();
    server.advance(Duration.ofSeconds(1));
    server.newest().refuse();
    server.advance(Duration.ofSeconds(2));
    server.join();
    assertThat(heard)
        .containsExactly(
            "connect_error TRANSPORT",
            "error TRANSPORT",
            "reconnect_attempt 1",
            "connect_error TRANSPORT",
            "error TRANSPORT",
            "reconnect_error TRANSPORT",
            "reconnect_attempt 2",
            "open",
            "reconnect 2",
            "connect id3");
  }

  @Test
  void theClientGivesUpAfterTheLastAttempt() {
    ClientSocket socket = listen(server.client().reconnectionAttempts(1).build());
    server.newest().refuse();
    server.advance(Duration.ofSeconds(1));
    heard.clear();
    server.newest().refuse();
    assertThat(heard)
        .containsExactly(
            "connect_error TRANSPORT",
            "error TRANSPORT",
            "reconnect_error TRANSPORT",
            "reconnect_failed");
    assertThat(socket.isActive()).isFalse();
  }

  @Test
  void whoGaveUpMayOpenAgain() {
    SocketIoClient client = server.client().reconnectionAttempts(1).build();
    ClientSocket socket = listen(client);
    server.newest().refuse();
    server.advance(Duration.ofSeconds(1));
    server.newest().refuse();
    client.open();
    server.join();
    assertThat(socket.isConnected()).isTrue();
  }

  @Test
  void waitsGrowAndASuccessMakesThemShortAgain() {
    server.client().build().socket();
    server.newest().refuse();
    server.advance(Duration.ofMillis(999));
    assertThat(server.peers).hasSize(1);
    server.advance(Duration.ofMillis(1));
    server.newest().refuse();
    server.advance(Duration.ofMillis(1999));
    assertThat(server.peers).hasSize(2);
    server.advance(Duration.ofMillis(1));
    server.join().drop();
    server.advance(Duration.ofSeconds(1));
    assertThat(server.peers).hasSize(4);
  }

  @Test
  void withoutReconnectionALossIsTheEnd() {
    ClientSocket socket = listen(server.client().reconnection(false).build());
    server.join().drop();
    server.advance(Duration.ofMinutes(1));
    assertThat(server.peers).hasSize(1);
    assertThat(socket.isActive()).isFalse();
  }

  @Test
  void turningReconnectionOffStopsARunningLoop() {
    SocketIoClient client = server.client().build();
    ClientSocket socket = listen(client);
    server.join().drop();
    client.reconnection(false);
    server.advance(Duration.ofMinutes(1));
    assertThat(server.peers).hasSize(1);
    assertThat(server.scheduler.pendingTimers()).isZero();
    assertThat(socket.isActive()).isFalse();
  }

  @Test
  void reconnectionMayBeTurnedOffWhenAnAttemptIsAnnounced() {
    SocketIoClient client = server.client().build();
    ClientSocket socket = listen(client);
    client.onReconnectAttempt(attempt -> client.reconnection(false));
    server.join().drop();
    server.advance(Duration.ofMinutes(1));
    assertThat(server.peers).hasSize(1);
    assertThat(socket.isActive()).isFalse();
    socket.connect();
    server.join();
    assertThat(socket.isConnected()).isTrue();
  }

  @Test
  void optionsMayBeChangedWhileItRuns() {
    SocketIoClient client = server.client().build();
    client.socket();
    client.reconnectionDelay(Duration.ofMillis(10));
    client.reconnectionDelayMax(Duration.ofMillis(15));
    server.join().drop();
    server.advance(Duration.ofMillis(10));
    server.newest().refuse();
    server.advance(Duration.ofMillis(15));
    assertThat(server.peers).hasSize(3);
  }

  @Test
  void openingTakesNoLongerThanTheTimeout() {
    listen(server.client().timeout(Duration.ofSeconds(3)).build());
    ScriptedPeer silent = server.newest();
    server.advance(Duration.ofSeconds(3));
    assertThat(heard).startsWith("connect_error TIMEOUT", "error TIMEOUT");
    assertThat(silent.isClosed()).isTrue();
  }

  @Test
  void openingOnceIsNotFollowedByAttempts() {
    SocketIoClient client = server.client().build();
    CompletableFuture<Void> opened = client.openOnce();
    server.newest().refuse();
    server.advance(Duration.ofMinutes(1));
    assertThatThrownBy(opened::join).hasCauseInstanceOf(ConnectException.class);
    assertThat(server.peers).hasSize(1);
  }

  @Test
  void openingOnceTellsOfSuccess() {
    CompletableFuture<Void> opened = server.client().build().openOnce();
    server.accept();
    assertThat(opened).isCompleted();
  }

  @Test
  void whatIsNoPacketClosesTheConnectionWhichIsOpenedAgain() {
    listen(server.client().build());
    ScriptedPeer peer = server.join();
    heard.clear();
    peer.send("4abc");
    server.advance(Duration.ofSeconds(1));
    assertThat(heard)
        .containsExactly("disconnect parse error", "close parse error", "reconnect_attempt 1");
    assertThat(peer.isClosed()).isTrue();
    assertThat(server.peers).hasSize(2);
  }

  @Test
  void aSilentServerIsLeft() {
    listen(server.client().build());
    server.join();
    heard.clear();
    server.advance(Duration.ofSeconds(45));
    assertThat(heard).startsWith("disconnect ping timeout", "close ping timeout");
  }

  @Test
  void aLossBeforeTheServersConfirmationIsAConnectError() {
    listen(server.client().build());
    server.accept().drop();
    assertThat(heard).containsExactly("open", "connect_error TRANSPORT", "close transport close");
  }

  @Test
  void theServersOwnDisconnectionIsFinal() {
    ClientSocket socket = listen(server.client().build());
    ScriptedPeer peer = server.join().send("41");
    server.advance(Duration.ofMinutes(1));
    assertThat(heard)
        .containsExactly(
            "open", "connect id1", "disconnect io server disconnect", "close forced close");
    assertThat(peer.isClosed()).isTrue();
    assertThat(socket.isActive()).isFalse();
    assertThat(server.peers).hasSize(1);
  }

  @Test
  void theClientsOwnDisconnectionIsFinalAndToldBeforeTheClose() {
    ClientSocket socket = listen(server.client().build());
    ScriptedPeer peer = server.join();
    peer.receive();
    socket.disconnect();
    assertThat(peer.receive()).containsExactly("41");
    assertThat(peer.isClosed()).isTrue();
    assertThat(heard)
        .containsExactly(
            "open", "connect id1", "disconnect io client disconnect", "close forced close");
    assertThat(server.scheduler.pendingTimers()).isZero();
  }

  @Test
  void disconnectingWhileWaitingForAnAttemptEndsTheLoop() {
    ClientSocket socket = listen(server.client().build());
    server.join().drop();
    socket.disconnect();
    server.advance(Duration.ofMinutes(1));
    assertThat(server.peers).hasSize(1);
  }

  @Test
  void disconnectingWhileOpeningGivesTheAttemptUp() {
    ClientSocket socket = server.client().build().socket();
    ScriptedPeer opening = server.newest();
    socket.disconnect();
    assertThat(opening.isClosed()).isTrue();
  }

  @Test
  void aSocketMayConnectAgain() {
    ClientSocket socket = listen(server.client().build());
    server.join().send("41");
    socket.connect();
    server.join();
    assertThat(heard).endsWith("open", "connect id2");
  }

  @Test
  void openingTheClientWhileItWaitsTriesAtOnce() {
    SocketIoClient client = server.client().build();
    listen(client);
    server.join().drop();
    client.open();
    server.join();
    assertThat(heard).endsWith("open", "reconnect 1", "connect id2");
  }

  @Test
  void theQuerySupplierIsAskedAtEachAttempt() {
    List<Integer> asked = new ArrayList<>();
    server
        .client()
        .query(
            () -> {
              asked.add(1);
              return java.util.Map.of("attempt", String.valueOf(asked.size()));
            })
        .build()
        .socket();
    server.newest().refuse();
    server.advance(Duration.ofSeconds(1));
    assertThat(server.newest().target()).contains("attempt=2");
  }

  @Test
  void theEngineIsAnotherOneAfterAReconnection() {
    SocketIoClient client = server.client().build();
    client.socket();
    server.join();
    Object first = client.engine().orElseThrow();
    server.newest().drop();
    assertThat(client.engine()).isEmpty();
    server.advance(Duration.ofSeconds(1));
    server.join();
    assertThat(client.engine()).isPresent().get().isNotSameAs(first);
  }

  @Test
  void aClosedClientIsQuietForGood() {
    SocketIoClient client = server.client().build();
    ClientSocket socket = listen(client);
    ScriptedPeer peer = server.join();
    peer.receive();
    client.closeAsync();
    assertThat(peer.receive()).containsExactly("41");
    server.advance(Duration.ofMinutes(1));
    assertThat(peer.isClosed()).isTrue();
    assertThat(server.scheduler.pendingTimers()).isZero();
    assertThatThrownBy(socket::connect).hasMessage("the client is closed");
  }

  @Test
  void pingsAndPacketsAreTold() {
    SocketIoClient client = server.client().build();
    client.onPing(() -> heard.add("ping"));
    client.onPacket(packet -> heard.add(packet.type() + " " + packet.namespace()));
    client.socket();
    server.join().send("2", "42/other,[\"x\"]");
    assertThat(heard).containsExactly("CONNECT /", "ping", "EVENT /other");
  }
}
