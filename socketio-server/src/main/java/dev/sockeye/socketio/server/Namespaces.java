// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Listeners;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of a server, and how new ones come to be. Whoever makes one tells those who want
 * to hear of it, once; sockets that come meanwhile wait at its door, so what the listeners add,
 * such as middleware, misses nobody. No thread waits for another one's listeners.
 */
final class Namespaces {
  /** The most characters of a name that a client may choose. */
  static final int MAX_CHOSEN_NAME = 1024;

  private final SocketIoServer server;

  /** By name, from when listeners are told. Changed while {@link #making} is held. */
  private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();

  /** Held while one is put in or taken out, never while listeners are called. */
  private final ReentrantLock making = new ReentrantLock();

  private final List<ParentNamespace> parents = new CopyOnWriteArrayList<>();
  private final Listeners<Consumer<? super Namespace>> listeners = new Listeners<>();

  Namespaces(SocketIoServer server) {
    this.server = server;
  }

  Collection<Namespace> all() {
    return namespaces.values();
  }

  @Nullable Namespace find(String name) {
    return namespaces.get(name);
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
    Namespace known = namespaces.get(name);
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
    Namespace known = namespaces.get(name);
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
    Namespace made;
    making.lock();
    try {
      Namespace known = namespaces.get(name);
      if (known != null) {
        return known;
      }
      made = new Namespace(server, name, parent, parent == null ? null : parent.match(name));
      namespaces.put(name, made);
      if (parent != null) {
        parent.add(made);
      }
    } finally {
      making.unlock();
    }
    introduce(made);
    return made;
  }

  /** Tells the listeners, then lets in those who wait. */
  private void introduce(Namespace made) {
    try {
      if (!made.name().equals("/")) {
        tell(made);
      }
    } catch (Throwable e) {
      remove(made);
      made.refuse(e);
      throw e;
    }
    made.open();
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

  /** Ends a namespace that nobody is in, nor ever will be. */
  void remove(Namespace namespace) {
    making.lock();
    try {
      if (namespaces.remove(namespace.name(), namespace)) {
        namespace.end();
      }
    } finally {
      making.unlock();
    }
  }
}
