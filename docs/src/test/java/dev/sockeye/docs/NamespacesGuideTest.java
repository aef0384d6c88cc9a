// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.server.Namespace;
import dev.sockeye.socketio.server.ParentNamespace;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.ConnectErrorException;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/namespaces.md says of its snippets. */
@Timeout(60)
class NamespacesGuideTest {
  private final SocketIoServer io = SocketIoServer.create();
  private final TestHost host = TestHost.of(io.service());

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void aNamespaceHasEventsAndRoomsOfItsOwn() {
    NamespacesGuide.byName(io);
    TestClient orders = host.connect("/orders");
    TestClient users = host.connect("/users");
    assertThat(users.receive("users", Integer.class)).isEqualTo(1);
    orders.receive("hello");
    assertThat(users.unread()).isEmpty();
  }

  @Test
  void whoAsksForAnUnknownNamespaceIsRefused() {
    assertThatThrownBy(() -> host.connect("/nowhere"))
        .isInstanceOf(ConnectErrorException.class)
        .hasMessage("Invalid namespace");
  }

  @Test
  void aPatternMakesNamespacesAndCapturesPartsOfTheirNames() {
    NamespacesGuide.byPattern(io);
    assertThat(host.connect("/tenant-acme").receive("welcome", String.class)).isEqualTo("acme");
    assertThatThrownBy(() -> host.connect("/a/tenant-acme"))
        .isInstanceOf(ConnectErrorException.class);
  }

  @Test
  void aParentSpeaksToAllItsChildren() {
    ParentNamespace tenants = NamespacesGuide.byPattern(io);
    tenants.use(socket -> socket.join("admins"));
    TestClient acme = host.connect("/tenant-acme");
    TestClient brix = host.connect("/tenant-brix");
    acme.receive("welcome");
    brix.receive("welcome");
    NamespacesGuide.toChildren(tenants);
    assertThat(acme.receive("notice", String.class)).startsWith("We are closed");
    brix.receive("notice");
    assertThat(brix.receive("online", Integer.class)).isEqualTo(1);
  }

  @Test
  void predicatesAreAskedInTheirOrder() {
    NamespacesGuide.byPredicate(
        io, Set.of("/chess"), name -> CompletableFuture.supplyAsync(() -> name.equals("/books")));
    assertThat(host.connect("/chess").receive("welcome", String.class)).isEqualTo("player");
    assertThat(host.connect("/books").receive("welcome", String.class)).isEqualTo("customer");
    assertThatThrownBy(() -> host.connect("/go")).isInstanceOf(ConnectErrorException.class);
  }

  @Test
  void everyNewNamespaceIsToldOf() {
    NamespacesGuide.onNew(io);
    NamespacesGuide.byPattern(io);
    assertThat(host.connect("/tenant-acme").receive("in", String.class)).isEqualTo("/tenant-acme");
  }

  @Test
  void anEmptyChildEndsWhereTheOptionSaysSo() throws InterruptedException {
    SocketIoServer cleaning = NamespacesGuide.cleanup();
    ParentNamespace tenants = NamespacesGuide.byPattern(cleaning);
    BlockingQueue<Namespace> made = new LinkedBlockingQueue<>();
    cleaning.onNewNamespace(made::add);
    try (TestHost ownHost = TestHost.of(cleaning.service())) {
      TestClient client = ownHost.connect("/tenant-acme");
      client.receive("welcome");
      Namespace first = made.poll(20, TimeUnit.SECONDS);
      CompletableFuture<Boolean> left = new CompletableFuture<>();
      first
          .sockets()
          .forEach(
              socket ->
                  socket.onDisconnect(
                      (reason, details) -> left.complete(tenants.children().isEmpty())));
      client.disconnect();
      assertThat(left.join()).isTrue();
    }
  }
}
