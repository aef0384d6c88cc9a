// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.socketio.server.Namespace;
import dev.sockeye.socketio.server.ParentNamespace;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** The snippets of docs/namespaces.md. */
final class NamespacesGuide {
  private NamespacesGuide() {}

  /** Where the page's shops are. */
  interface Shops {
    CompletableFuture<Boolean> has(String name);
  }

  static void byName(SocketIoServer io) {
    // tag::names[]
    Namespace orders = io.of("/orders");
    orders.onConnection(
        socket -> {
          socket.join("room");
          orders.to("room").emit("hello");
        });

    Namespace users = io.of("/users");
    users.onConnection(socket -> socket.emit("users", users.sockets().size()));
    // end::names[]
  }

  static ParentNamespace byPattern(SocketIoServer io) {
    // tag::pattern[]
    ParentNamespace tenants = io.of(Pattern.compile("/tenant-(?<tenant>\\w+)"));
    tenants.onConnection(
        socket -> {
          String tenant = socket.namespace().captured("tenant"); // of "/tenant-acme" it is "acme"
          socket.emit("welcome", tenant);
        });
    // end::pattern[]
    return tenants;
  }

  static void toChildren(ParentNamespace tenants) {
    // tag::children[]
    tenants.emit("notice", "We are closed tonight.");
    tenants
        .children()
        .forEach(tenant -> tenant.to("admins").emit("online", tenant.sockets().size()));
    // end::children[]
  }

  static void byPredicate(SocketIoServer io, Set<String> games, Shops shops) {
    // tag::predicate[]
    io.of((name, handshake) -> games.contains(name))
        .onConnection(socket -> socket.emit("welcome", "player"));

    io.ofAsync((name, handshake) -> shops.has(name)) // takes its time
        .onConnection(socket -> socket.emit("welcome", "customer"));
    // end::predicate[]
  }

  static void onNew(SocketIoServer io) {
    // tag::new[]
    io.onNewNamespace(
        namespace -> namespace.onConnection(socket -> socket.emit("in", namespace.name())));
    // end::new[]
  }

  static SocketIoServer cleanup() {
    // tag::cleanup[]
    SocketIoServer io = SocketIoServer.builder().cleanupEmptyChildNamespaces(true).build();
    // end::cleanup[]
    return io;
  }
}
