// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Namespaces that clients call into being. */
class DynamicNamespaceTest {
  private static final Pattern TENANTS =
      Pattern.compile("/tenant-(?<tenant>\\w+)(?:-(?<part>\\d))?");

  private final TestServer server = new TestServer();
  private final List<String> seen = new ArrayList<>();

  @Test
  void aNameThatThePatternMatchesIsLetIn() {
    server.io.of(TENANTS).onConnection(socket -> seen.add(socket.namespace().name()));
    server.connect("/tenant-acme");
    assertThat(seen).containsExactly("/tenant-acme");
  }

  @Test
  void thePatternMustMatchTheWholeName() {
    server.io.of(TENANTS);
    assertThat(server.open().send("40/tenant-a/b,").received())
        .containsExactly("44/tenant-a/b,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void listenersAndMiddlewareKnowWhatWasCaptured() {
    ParentNamespace tenants = server.io.of(TENANTS);
    tenants.use(socket -> seen.add("use " + socket.namespace().captured("tenant")));
    tenants.onConnection(socket -> seen.add("hear " + socket.namespace().captured("tenant")));
    server.connect("/tenant-acme");
    assertThat(seen).containsExactly("use acme", "hear acme");
  }

  @Test
  void aGroupThatTookNoPartHasCapturedNothing() {
    server.io.of(TENANTS).onConnection(socket -> seen.add(socket.namespace().captured("part")));
    server.connect("/tenant-acme");
    assertThat(seen).containsExactly("");
  }

  @Test
  void askingForAGroupThatThereIsNotIsAnError() {
    assertThatThrownBy(() -> server.io.of("/static").captured("tenant"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/static was made by no pattern");
  }

  @Test
  void aPredicateSeesTheNameAndWhatTheClientSent() {
    server.io.of((name, handshake) -> name.equals("/" + handshake.auth().get("user")));
    TestClient client =
        server.open().send("40/ann,{\"user\":\"bob\"}", "40/bob,{\"user\":\"bob\"}");
    assertThat(client.received())
        .satisfiesExactly(
            no -> assertThat(no).isEqualTo("44/ann,{\"message\":\"Invalid namespace\"}"),
            yes -> assertThat(yes).startsWith("40/bob,{\"sid\""));
  }

  @Test
  void aPredicateMayTakeItsTime() {
    CompletableFuture<Boolean> verdict = new CompletableFuture<>();
    server.io.ofAsync((name, handshake) -> verdict);
    TestClient client = server.open().send("40/x,");
    assertThat(client.received()).isEmpty();
    verdict.complete(true);
    server.host.runPending();
    assertThat(client.received()).singleElement().asString().startsWith("40/x,{\"sid\"");
  }

  @Test
  void aPredicateThatFailsMeansNoAndTheNextOneIsAsked() {
    server.io.of(
        (name, handshake) -> {
          throw new IllegalStateException("no database");
        });
    server.io.ofAsync((name, handshake) -> CompletableFuture.failedFuture(new Exception("no")));
    server.io.of((name, handshake) -> true).onConnection(socket -> seen.add("third"));
    server.connect("/x");
    assertThat(seen).containsExactly("third");
  }

  @Test
  void parentsAreAskedInTheOrderInWhichTheyWereAdded() {
    server.io.of((name, handshake) -> seen.add("first") && false);
    server.io.of((name, handshake) -> seen.add("second"));
    server.io.of((name, handshake) -> seen.add("third"));
    server.connect("/x");
    assertThat(seen).containsExactly("first", "second");
  }

  @Test
  void aNamespaceThatIsThereComesFirst() {
    server.io.of("/x").onConnection(socket -> seen.add("static"));
    server.io.of((name, handshake) -> seen.add("asked"));
    server.connect("/x");
    assertThat(seen).containsExactly("static");
  }

  @Test
  void aChildThatIsThereIsNotAskedForAgain() {
    server.io.of((name, handshake) -> seen.add("asked"));
    server.connect("/x");
    server.connect("/x");
    assertThat(seen).containsExactly("asked");
  }

  @Test
  void twoClientsThatAskAtTheSameTimeMakeOneNamespace() {
    CompletableFuture<Boolean> verdict = new CompletableFuture<>();
    server.io.onNewNamespace(namespace -> seen.add(namespace.name()));
    server.io.ofAsync((name, handshake) -> verdict);
    TestClient ann = server.open().send("40/x,");
    TestClient bob = server.open().send("40/x,");
    verdict.complete(true);
    server.host.runPending();
    assertThat(ann.received()).hasSize(1);
    assertThat(bob.received()).hasSize(1);
    assertThat(seen).containsExactly("/x");
  }

  @Test
  void askingTwiceWhileAPredicateIsAskedClosesTheConnection() {
    server.io.ofAsync((name, handshake) -> new CompletableFuture<>());
    assertThat(server.open().send("40/x,", "40/x,").isClosed()).isTrue();
  }

  @Test
  void aClientThatLeavesMeanwhileLeavesNothingBehind() {
    CompletableFuture<Boolean> verdict = new CompletableFuture<>();
    server.io.ofAsync((name, handshake) -> verdict).onConnection(socket -> seen.add("connected"));
    server.open().send("40/x,").wire.drop();
    verdict.complete(true);
    server.host.runPending();
    assertThat(seen).isEmpty();
    assertThat(Leaks.of(server.io, "/x")).isEmpty();
  }

  @Test
  void theParentsMiddlewareAndListenersComeBeforeThoseOfTheChild() {
    ParentNamespace parent = server.io.of(TENANTS);
    Namespace child = server.io.of("/tenant-acme");
    child.use(socket -> seen.add("child's middleware"));
    child.onConnection(socket -> seen.add("child's listener"));
    parent.use(socket -> seen.add("parent's middleware"));
    parent.onConnection(socket -> seen.add("parent's listener"));
    server.connect("/tenant-acme");
    assertThat(seen)
        .containsExactly(
            "parent's middleware", "child's middleware", "parent's listener", "child's listener");
  }

  @Test
  void whatTheApplicationNamesItselfIsAChildOfAPatternButNotOfAPredicate() {
    ParentNamespace parent = server.io.of(TENANTS);
    server.io.of((name, handshake) -> true);
    assertThat(server.io.of("/tenant-acme").parent()).containsSame(parent);
    assertThat(server.io.of("/other").parent()).isEmpty();
  }

  @Test
  void aBroadcastOfTheParentReachesAllChildren() {
    ParentNamespace tenants = server.io.of(TENANTS);
    TestClient acme = server.connect("/tenant-acme");
    TestClient best = server.connect("/tenant-best");
    server.run(() -> tenants.emit("hi", 1));
    assertThat(acme.received()).containsExactly("42/tenant-acme,[\"hi\",1]");
    assertThat(best.received()).containsExactly("42/tenant-best,[\"hi\",1]");
  }

  @Test
  void theParentsRoomsAreThoseOfItsChildren() {
    ParentNamespace tenants = server.io.of(TENANTS);
    TestClient acme = server.connect("/tenant-acme");
    TestClient best = server.connect("/tenant-best");
    tenants.in(acme.id).socketsJoin("vip");
    server.run(() -> tenants.to("vip").emit("hi"));
    assertThat(acme.received()).hasSize(1);
    assertThat(best.received()).isEmpty();
    assertThat(tenants.in("vip").fetchSockets().join()).hasSize(1);
  }

  @Test
  void theParentCollectsTheAnswersOfAllChildren() {
    ParentNamespace tenants = server.io.of(TENANTS);
    TestClient acme = server.connect("/tenant-acme");
    TestClient best = server.connect("/tenant-best");
    CompletableFuture<List<Integer>> answers = tenants.emitWithAck("ask", Integer.class);
    server.host.runPending();
    acme.send("43/tenant-acme,0[1]");
    best.send("43/tenant-best,0[2]");
    assertThat(answers.join()).containsExactly(1, 2);
  }

  @Test
  void newNamespacesAreToldBeforeAnybodyComesIn() {
    server.io.onNewNamespace(
        namespace -> namespace.use(socket -> seen.add("guarded " + namespace.name())));
    server.io.of(TENANTS);
    server.connect("/tenant-acme");
    server.io.of("/static");
    server.connect("/static");
    assertThat(seen).containsExactly("guarded /tenant-acme", "guarded /static");
  }

  @Test
  void aListenerOfNewNamespacesMayAskForTheNamespace() {
    server.io.onNewNamespace(
        namespace -> seen.add("same " + (server.io.of(namespace.name()) == namespace)));
    server.io.of("/x");
    assertThat(seen).containsExactly("same true");
  }

  @Test
  void aListenerOfNewNamespacesThatFailsLetsNobodyIn() {
    server.io.onNewNamespace(
        namespace -> {
          throw new IllegalStateException("no guard");
        });
    server.io.of(TENANTS);
    assertThat(server.open().send("40/tenant-a,").received())
        .containsExactly("44/tenant-a,{\"message\":\"Internal server error\"}");
    assertThat(server.io.namespaces()).extracting(Namespace::name).containsExactly("/");
  }

  @Test
  void aParentHasOnlySoManyChildren() {
    TestServer small = new TestServer(options -> options.maxChildNamespaces(1));
    small.io.of(TENANTS);
    small.connect("/tenant-a");
    assertThat(small.open().send("40/tenant-b,").received())
        .containsExactly("44/tenant-b,{\"message\":\"Too many namespaces\"}");
    assertThat(small.connect("/tenant-a").isClosed()).isFalse();
  }

  @Test
  void aClientCantChooseAnEndlessName() {
    server.io.of(TENANTS);
    String name = "/tenant-" + "a".repeat(1016);
    assertThat(server.open().send("40" + name + ",").received().get(0)).startsWith("40/tenant-");
    assertThat(server.open().send("40" + name + "a,").received())
        .containsExactly("44" + name + "a,{\"message\":\"Invalid namespace\"}");
  }
}
