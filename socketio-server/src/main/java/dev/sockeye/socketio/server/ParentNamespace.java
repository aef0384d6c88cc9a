// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces that come into being when a client first asks for one: all those whose names a pattern
 * matches, or a predicate lets pass. {@link SocketIoServer#of(Pattern)} makes it. What is sent to
 * it reaches the sockets of all children. Middleware and listeners of the parent come before those
 * of the child, and hold for the children that are there as well as for those to come. Names of
 * more than 1024 characters are refused unasked.
 *
 * <p>Safe for use from any thread. Implements "Dynamic namespaces" of the Socket.IO documentation.
 */
public final class ParentNamespace implements Broadcaster {
  private final SocketIoServer server;
  private final @Nullable Pattern pattern;
  private final BiFunction<String, Handshake, ? extends CompletionStage<Boolean>> predicate;
  private final Entrance entrance = new Entrance(null);
  private final BroadcastOperator all;

  /** By name; changed by the server's namespaces only. */
  private final Map<String, Namespace> children = new ConcurrentHashMap<>();

  ParentNamespace(SocketIoServer server, Pattern pattern) {
    this(
        server,
        pattern,
        (name, handshake) -> CompletableFuture.completedFuture(pattern.matcher(name).matches()));
  }

  ParentNamespace(
      SocketIoServer server,
      BiFunction<String, Handshake, ? extends CompletionStage<Boolean>> predicate) {
    this(server, null, predicate);
  }

  private ParentNamespace(
      SocketIoServer server,
      @Nullable Pattern pattern,
      BiFunction<String, Handshake, ? extends CompletionStage<Boolean>> predicate) {
    this.server = server;
    this.pattern = pattern;
    this.predicate = predicate;
    this.all =
        new BroadcastOperator(
            new ChildrenAudience(children::values, server.dispatch()), BroadcastOptions.ALL);
  }

  /** The server to which it belongs. */
  public SocketIoServer server() {
    return server;
  }

  /** The namespaces that there are at the moment; a live view. */
  public Collection<Namespace> children() {
    return Collections.unmodifiableCollection(children.values());
  }

  /** Adds a listener of connections to all children; see {@link Namespace#onConnection}. */
  public Subscription onConnection(Consumer<? super Socket> listener) {
    return entrance.onConnection(listener);
  }

  /** Adds a middleware to all children; see {@link Namespace#use}. */
  public void use(Middleware middleware) {
    entrance.use(middleware);
  }

  /** Adds a middleware that takes its time to all children; see {@link Namespace#useAsync}. */
  public void useAsync(Function<? super Socket, ? extends CompletionStage<?>> middleware) {
    entrance.useAsync(middleware);
  }

  @Override
  public BroadcastOperator toAll() {
    return all;
  }

  Entrance entrance() {
    return entrance;
  }

  /** Whether a client may call a namespace into being; called on its lane. */
  CompletableFuture<Boolean> admits(String name, Handshake handshake) {
    try {
      return predicate.apply(name, handshake).toCompletableFuture();
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** How the pattern matches a name; null if it doesn't, or if there is no pattern. */
  @Nullable Matcher match(String name) {
    Matcher matcher = pattern == null ? null : pattern.matcher(name);
    return matcher != null && matcher.matches() ? matcher : null;
  }

  boolean isFull() {
    return children.size() >= server.limits().maxChildren();
  }

  void add(Namespace child) {
    children.put(child.name(), child);
  }

  void remove(Namespace child) {
    children.remove(child.name(), child);
  }

  @Override
  public String toString() {
    return "ParentNamespace[" + (pattern == null ? "by a predicate" : pattern) + "]";
  }
}
