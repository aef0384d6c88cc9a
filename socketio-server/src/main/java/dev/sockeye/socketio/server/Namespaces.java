// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Listeners;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of a server, and how new ones come to be. No client gets into one before those who
 * want to hear of new namespaces have heard of it: what they add, such as middleware, misses
 * nobody.
 */
final class Namespaces {
  /** The most characters of a name that a client may choose. */
  static final int MAX_CHOSEN_NAME = 1024;

  private final SocketIoServer server;

  /** By name: those into which clients may come. Changed while {@link #making} is held. */
  private final Map<String, Namespace> ready = new ConcurrentHashMap<>();

  /** By name: those of which listeners are being told. Guarded by {@link #making}. */
  private final Map<String, Namespace> beingMade = new HashMap<>();

  private final ReentrantLock making = new ReentrantLock();
  private final List<ParentNamespace> parents = new CopyOnWriteArrayList<>();
  private final Listeners<Consumer<? super Namespace>> listeners = new Listeners<>();

  Namespaces(SocketIoServer server) {
    this.server = server;
  }

  Collection<Namespace> all() {
    return ready.values();
  }

  @Nullable Namespace find(String name) {
    return ready.get(name);
  }

  /** In the order in which they are asked; a live view. */
  List<ParentNamespace> parents() {
    return parents;
  }

  /**
   * Whether parents are to be asked about a name. About endless ones they aren't: a pattern may
   * take long for them, and the namespace would keep its name.
   */
  boolean mayHaveParent(String name) {
    return !parents.isEmpty() && name.length() <= MAX_CHOSEN_NAME;
  }

  ParentNamespace add(ParentNamespace parent) {
    parents.add(parent);
    return parent;
  }

  Subscription onNew(Consumer<? super Namespace> listener) {
    return listeners.add("new_namespace", listener);
  }

  /** The namespace of a name that the application has chosen; made if there is none. */
  Namespace of(String name) {
    Namespace known = ready.get(name);
    return known != null ? known : make(name, patternParent(name));
  }

  private @Nullable ParentNamespace patternParent(String name) {
    for (ParentNamespace parent : parents) {
      if (parent.match(name) != null) {
        return parent;
      }
    }
    return null;
  }

  /** Lets a socket into a namespace that is there; null if there is none. */
  @Nullable Namespace enter(String name) {
    Namespace known = ready.get(name);
    return known != null && known.enter() ? known : null;
  }

  /** Lets a socket into a namespace of which its parent approves; made if there is none. */
  Namespace enter(String name, ParentNamespace parent) {
    while (true) {
      Namespace child = make(name, parent);
      if (child.enter()) {
        return child;
      }
      remove(child); // it is just being ended, since its last socket has left
    }
  }

  private Namespace make(String name, @Nullable ParentNamespace parent) {
    making.lock();
    try {
      Namespace known = ready.get(name);
      if (known == null) {
        known = beingMade.get(name);
      }
      return known != null ? known : makeNew(name, parent);
    } finally {
      making.unlock();
    }
  }

  private Namespace makeNew(String name, @Nullable ParentNamespace parent) {
    Matcher match = parent == null ? null : parent.match(name);
    Namespace made = new Namespace(server, name, parent, match);
    beingMade.put(name, made);
    try {
      if (!name.equals("/")) {
        tell(made);
      }
      ready.put(name, made);
      if (parent != null) {
        parent.add(made);
      }
      return made;
    } finally {
      beingMade.remove(name);
      if (!ready.containsKey(name)) {
        made.end(); // a listener has failed
      }
    }
  }

  private void tell(Namespace made) {
    ServerObserver observer = server.observer();
    if (observer != null) {
      observer.onNewNamespace(made);
    }
    for (Listeners.Entry<Consumer<? super Namespace>> entry : listeners.snapshot()) {
      entry.listener().accept(made);
    }
  }

  /** Ends a namespace that nobody is in. */
  void remove(Namespace namespace) {
    making.lock();
    try {
      if (ready.remove(namespace.name(), namespace)) {
        namespace.end();
      }
    } finally {
      making.unlock();
    }
  }
}
