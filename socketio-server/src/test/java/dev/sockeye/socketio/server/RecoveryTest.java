// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.MemoryAdapter;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.adapter.SessionRecovery;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** §22 of the specification: who comes back, and as whom. */
class RecoveryTest {
  private final List<String> connected = new ArrayList<>();
  private final TestServer server = server(true);

  private TestServer server(boolean skipMiddlewares) {
    TestServer made =
        ReturningClient.server(options -> options.skipMiddlewares(skipMiddlewares), builder -> {});
    made.io.onConnection(
        socket -> {
          connected.add(socket.recovered() ? "recovered" : "new");
          socket.on("join", (args, ack) -> socket.join(args.string(0)));
        });
    return made;
  }

  private Socket socketOf(ReturningClient client) {
    return server.io.of("/").socket(client.id).orElseThrow();
  }

  @Test
  void withoutTheOptionThereIsNoPrivateId() {
    TestServer plain = new TestServer();
    assertThat(plain.open().send("40").received())
        .singleElement()
        .asString()
        .matches("40\\{\"sid\":\"[^\"]{20}\"}");
  }

  @Test
  void aClientThatWasLostComesBackAsTheSameSocket() {
    ReturningClient ann = new ReturningClient(server);
    String id = ann.id;
    ann.drop().comeBack();
    assertThat(ann.recovered).isTrue();
    assertThat(ann.id).isEqualTo(id);
    assertThat(connected).containsExactly("new", "recovered");
  }

  @Test
  void roomsAndDataAreAsBefore() {
    ReturningClient ann = new ReturningClient(server);
    ann.connection.send("42[\"join\",\"a\"]");
    socketOf(ann).data().put("name", "Ann");
    ann.drop().comeBack();
    assertThat(socketOf(ann).rooms()).containsExactly(ann.id, "a");
    assertThat(socketOf(ann).data()).containsEntry("name", "Ann");
  }

  @Test
  void aClientThatComesBackASecondTimeIsStillTheSame() {
    ReturningClient ann = new ReturningClient(server);
    ann.drop().comeBack();
    ann.drop().comeBack();
    assertThat(ann.recovered).isTrue();
  }

  @Test
  void aPrivateIdThatNobodyHasMakesANewSocket() {
    ReturningClient ann = new ReturningClient(server);
    ann.drop();
    ann.pid = "guessed";
    ann.comeBack();
    assertThat(ann.recovered).isFalse();
  }

  @Test
  void anOffsetThatIsNoneMakesANewSocket() {
    ReturningClient ann = new ReturningClient(server);
    ann.drop().offset = "garbage";
    ann.comeBack();
    assertThat(ann.recovered).isFalse();
  }

  @Test
  void aPrivateIdThatIsNoStringMakesANewSocket() {
    assertThat(server.open().send("40{\"pid\":1,\"offset\":{}}").received())
        .singleElement()
        .asString()
        .startsWith("40{\"sid\"");
  }

  @Test
  void whoLeavesDoesNotComeBack() {
    ReturningClient ann = new ReturningClient(server);
    ann.connection.send("41");
    ann.drop().comeBack();
    assertThat(ann.recovered).isFalse();
  }

  @Test
  void whoWasDisconnectedDoesNotComeBack() {
    ReturningClient ann = new ReturningClient(server);
    server.run(() -> socketOf(ann).disconnect());
    ann.drop().comeBack();
    assertThat(ann.recovered).isFalse();
  }

  @Test
  void whoWasDisconnectedWithItsConnectionDoesNotComeBack() {
    ReturningClient ann = new ReturningClient(server);
    server.run(() -> socketOf(ann).disconnect(true));
    ann.comeBack();
    assertThat(ann.recovered).isFalse();
  }

  @Test
  void whoseConnectionWasClosedComesBack() {
    ReturningClient ann = new ReturningClient(server);
    server.run(() -> socketOf(ann).conn().close());
    ann.drop().comeBack();
    assertThat(ann.recovered).isTrue();
  }

  @Test
  void whoMissedAPingComesBack() {
    ReturningClient ann = new ReturningClient(server);
    server.advance(Duration.ofSeconds(46));
    ann.comeBack();
    assertThat(ann.recovered).isTrue();
  }

  @Test
  void whoComesBackTooLateIsNew() {
    ReturningClient ann = new ReturningClient(server);
    ann.drop();
    server.advance(Duration.ofSeconds(121));
    ann.comeBack();
    assertThat(ann.recovered).isFalse();
  }

  @Test
  void aLossThatTheServerHasNotNoticedEndsWhenTheClientIsBack() {
    ReturningClient ann = new ReturningClient(server);
    TestClient old = ann.connection;
    ann.connection = server.open();
    assertThat(ann.connection.send("40{\"pid\":\"" + ann.pid + "\"}").received())
        .containsExactly("40{\"sid\":\"" + ann.id + "\",\"pid\":\"" + ann.pid + "\"}");
    assertThat(old.isClosed()).isTrue();
    assertThat(server.io.of("/").sockets()).hasSize(1);
  }

  @Test
  void middlewareIsSkipped() {
    List<String> asked = new ArrayList<>();
    server.io.use(socket -> asked.add(socket.id()));
    ReturningClient ann = new ReturningClient(server);
    ann.drop().comeBack();
    assertThat(asked).hasSize(1);
  }

  @Test
  void middlewareIsAskedAgainWhereThatIsWanted() {
    TestServer strict = server(false);
    List<Boolean> recovered = new ArrayList<>();
    strict.io.use(socket -> recovered.add(socket.recovered()));
    ReturningClient ann = new ReturningClient(strict);
    ann.drop().comeBack();
    assertThat(recovered).containsExactly(false, true);
    assertThat(ann.recovered).isTrue();
  }

  @Test
  void whatIsSentWhileMiddlewareTakesItsTimeIsMissedToo() {
    TestServer strict = server(false);
    CompletableFuture<Void> slow = new CompletableFuture<>();
    strict.io.useAsync(socket -> socket.recovered() ? slow : CompletableFuture.completedFuture(1));
    ReturningClient ann = new ReturningClient(strict);
    ann.drop();
    TestClient back = strict.open().send("40{\"pid\":\"" + ann.pid + "\"}");
    strict.io.emit("hi");
    strict.run(() -> slow.complete(null));
    assertThat(back.received())
        .satisfiesExactly(
            missed -> assertThat(missed).startsWith("42[\"hi\","),
            connect -> assertThat(connect).startsWith("40{\"sid\":\"" + ann.id + "\""));
  }

  @Test
  void whoIsLostAgainWhileMiddlewareIsAskedMayTryAgain() {
    TestServer strict = server(false);
    List<CompletableFuture<Void>> slow = new ArrayList<>();
    strict.io.useAsync(
        socket -> {
          slow.add(new CompletableFuture<>());
          return slow.size() == 2 ? slow.get(1) : CompletableFuture.completedFuture(null);
        });
    ReturningClient ann = new ReturningClient(strict);
    ann.drop();
    strict.open().send("40{\"pid\":\"" + ann.pid + "\"}").wire.drop();
    ann.comeBack();
    assertThat(ann.recovered).isTrue();
  }

  @Test
  void anAdapterThatCanNotRestoreIsRefused() {
    assertThatThrownBy(
            () ->
                SocketIoServer.builder()
                    .adapter(
                        namespace -> withRecovery(new MemoryAdapter(namespace), Optional.empty()))
                    .connectionStateRecovery(RecoveryOptions.defaults())
                    .build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("connectionStateRecovery needs an adapter that can restore");
  }

  @Test
  void aSessionThatCanNotBeRestoredMakesANewSocket() {
    SessionRecovery broken =
        proxy(
            SessionRecovery.class,
            (method, args) ->
                method.getName().equals("offset")
                    ? "0"
                    : CompletableFuture.failedFuture(new IllegalStateException("no network")));
    TestServer failing =
        ReturningClient.server(
            options -> options,
            builder ->
                builder.adapter(
                    namespace -> withRecovery(new MemoryAdapter(namespace), Optional.of(broken))));
    ReturningClient ann = new ReturningClient(failing);
    ann.drop().comeBack();
    assertThat(ann.recovered).isFalse();
  }

  private static Adapter withRecovery(Adapter adapter, Optional<SessionRecovery> recovery) {
    return proxy(
        Adapter.class,
        (method, args) ->
            method.getName().equals("recovery") ? recovery : method.invoke(adapter, args));
  }

  /** Answers each call. */
  @FunctionalInterface
  private interface Answers {
    Object answer(Method method, Object[] args) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> answers.answer(method, args)));
  }
}
