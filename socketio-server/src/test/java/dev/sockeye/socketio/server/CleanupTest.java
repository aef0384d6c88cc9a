// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The option cleanupEmptyChildNamespaces. */
class CleanupTest {
  private final TestServer server =
      new TestServer(options -> options.cleanupEmptyChildNamespaces(true));
  private final ParentNamespace rooms = server.io.of(Pattern.compile("/room-\\d+"));

  @Test
  void aChildEndsWithItsLastSocket() {
    TestClient ann = server.connect("/room-1");
    TestClient bob = server.connect("/room-1");
    ann.send("41/room-1,");
    assertThat(names()).containsExactlyInAnyOrder("/", "/room-1");
    bob.wire.drop();
    assertThat(names()).containsExactly("/");
    assertThat(rooms.children()).isEmpty();
  }

  @Test
  void aChildEndsWhoseOnlySocketWasRefused() {
    rooms.use(
        socket -> {
          throw new ConnectionRefusedException("no");
        });
    server.open().send("40/room-1,");
    assertThat(names()).containsExactly("/");
  }

  @Test
  void aRefusedSocketEndsNoNamespaceInWhichOthersAre() {
    server.connect("/room-1");
    rooms.use(
        socket -> {
          throw new ConnectionRefusedException("no");
        });
    server.open().send("40/room-1,");
    assertThat(names()).contains("/room-1");
  }

  @Test
  void whoComesBackMakesItAnew() {
    List<String> made = new ArrayList<>();
    server.io.onNewNamespace(namespace -> made.add(namespace.name()));
    server.connect("/room-1").send("41/room-1,").join("/room-1");
    assertThat(made).containsExactly("/room-1", "/room-1");
  }

  @Test
  void otherNamespacesStay() {
    server.io.of("/static");
    server.connect("/static").send("41/static,");
    assertThat(names()).contains("/static");
  }

  @Test
  void withoutTheOptionChildrenStay() {
    TestServer keeping = new TestServer();
    keeping.io.of(Pattern.compile("/room-\\d+"));
    keeping.connect("/room-1").send("41/room-1,");
    assertThat(keeping.io.namespaces()).extracting(Namespace::name).contains("/room-1");
  }

  @Test
  void anEndedNamespaceLetsNobodyInAnyMore() {
    Occupancy occupancy = new Occupancy();
    occupancy.enter();
    assertThat(occupancy.leave()).isTrue();
    assertThat(occupancy.enter()).isFalse();
  }

  private List<String> names() {
    return server.io.namespaces().stream().map(Namespace::name).toList();
  }
}
