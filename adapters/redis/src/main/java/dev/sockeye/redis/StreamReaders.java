// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams of a server, each with a reader that all its namespaces share: begun with the first
 * of them, ended with the last.
 */
final class StreamReaders {
  private final RedisLink link;
  private final StreamsSettings settings;
  private final Map<String, Taker> takers = new ConcurrentHashMap<>();

  /** By the name of the stream; empty while nobody reads. Guarded by this. */
  private final List<StreamReader> readers = new ArrayList<>();

  /** Complete when all of them have begun. Guarded by this. */
  private CompletionStage<Void> begun = CompletableFuture.completedFuture(null);

  StreamReaders(RedisLink link, StreamsSettings settings) {
    this.link = link;
    this.settings = settings;
  }

  /** A namespace, for which there are entries. */
  interface Taker {
    /** Takes an entry, or leaves it until {@link #drain} is called. */
    boolean take(String stream, StreamEntry entry);
  }

  /** Hands over the entries of a namespace; complete when none is missed any more. */
  synchronized CompletionStage<Void> add(String namespace, Taker taker) {
    takers.put(namespace, taker);
    if (readers.isEmpty()) {
      names().forEach(name -> readers.add(reader(name)));
      begun =
          CompletableFuture.allOf(
              readers.stream()
                  .map(reader -> reader.start().toCompletableFuture())
                  .toArray(CompletableFuture<?>[]::new));
    }
    return begun;
  }

  private StreamReader reader(String stream) {
    return new StreamReader(
        link.redis(),
        link.options(),
        stream,
        settings.readCount(),
        settings.blockTime(),
        this::take);
  }

  /**
   * All that nodes write to. The official adapter puts namespaces with a negative hash into streams
   * that no node of its own reads: they are read here all the same.
   */
  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < settings.streamCount(); i++) {
      names.add(settings.stream(i));
    }
    for (int i = 1; i < settings.streamCount(); i++) {
      names.add(settings.stream(-i));
    }
    return names;
  }

  private boolean take(StreamReader from, StreamEntry entry) {
    Taker taker = takers.get(entry.namespace());
    return taker == null || taker.take(from.stream(), entry);
  }

  /** Ends what {@link #add} has begun. */
  synchronized void remove(String namespace, Taker taker) {
    takers.remove(namespace, taker);
    if (takers.isEmpty()) {
      readers.forEach(StreamReader::close);
      readers.clear();
    }
  }

  /** How far a stream was read. */
  StreamOffset offset(String stream) {
    return find(stream).map(StreamReader::offset).orElse(StreamOffset.START);
  }

  /** What a namespace has waited for has come: its stream may be read on. */
  void drain(String stream) {
    find(stream).ifPresent(StreamReader::drain);
  }

  private synchronized Optional<StreamReader> find(String stream) {
    return readers.stream().filter(reader -> reader.stream().equals(stream)).findFirst();
  }
}
