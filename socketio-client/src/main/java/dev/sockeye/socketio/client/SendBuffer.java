// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events that wait for a connection, in their order. Guarded by the manager's lock. */
final class SendBuffer {
  private final OfflinePolicy policy;
  private final Consumer<OutgoingEvent> onDropped;

  /** Null while nothing waits. */
  private @Nullable ArrayDeque<Waiting> waiting;

  private long bytes;

  private record Waiting(OutgoingEvent event, long sinceNanos) {}

  /**
   * @param onDropped gets the events that make room for newer ones, or have waited too long
   */
  SendBuffer(OfflinePolicy policy, Consumer<OutgoingEvent> onDropped) {
    this.policy = policy;
    this.onDropped = onDropped;
  }

  /**
   * Lets an event wait.
   *
   * @throws NotSentException if it is one too many, and is to fail
   */
  void add(OutgoingEvent event, long now) {
    if (policy.maxEvents() == 0 || event.bytes() > policy.maxBytes()) {
      reject(event);
      return;
    }
    while (!fits(event)) {
      if (policy.overflow() != OfflinePolicy.Overflow.DROP_OLDEST) {
        reject(event);
        return;
      }
      onDropped.accept(poll());
    }
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(new Waiting(event, now));
    bytes += event.bytes();
  }

  private boolean fits(OutgoingEvent event) {
    return size() < policy.maxEvents() && bytes + event.bytes() <= policy.maxBytes();
  }

  private void reject(OutgoingEvent event) {
    if (policy.overflow() == OfflinePolicy.Overflow.FAIL) {
      throw new NotSentException(
          "\""
              + event.name()
              + "\" was not sent: the socket is not connected, and the option offline lets "
              + policy.maxEvents()
              + " events of "
              + policy.maxBytes()
              + " bytes wait");
    }
    onDropped.accept(event);
  }

  /** Takes out the events that are still to be sent. */
  List<OutgoingEvent> drain(long now) {
    List<OutgoingEvent> events = new ArrayList<>(size());
    long timeToLive = policy.timeToLive() == null ? Long.MAX_VALUE : policy.timeToLive().toNanos();
    while (waiting != null) {
      boolean isStale = now - waiting.getFirst().sinceNanos() > timeToLive;
      OutgoingEvent event = poll();
      if (isStale) {
        onDropped.accept(event);
      } else {
        events.add(event);
      }
    }
    return events;
  }

  /** Takes out all events. */
  void clear() {
    while (waiting != null) {
      onDropped.accept(poll());
    }
  }

  /** Takes out the event that wants a certain answer. */
  void remove(long id) {
    if (waiting == null) {
      return;
    }
    for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
      OutgoingEvent event = all.next().event();
      if (event.id() == id) {
        all.remove();
        bytes -= event.bytes();
      }
    }
    if (waiting.isEmpty()) {
      waiting = null;
    }
  }

  boolean contains(long id) {
    return waiting != null && waiting.stream().anyMatch(each -> each.event().id() == id);
  }

  int size() {
    return waiting == null ? 0 : waiting.size();
  }

  List<BufferedEvent> list() {
    return waiting == null
        ? List.of()
        : waiting.stream().map(each -> BufferedEvent.of(each.event())).toList();
  }

  private OutgoingEvent poll() {
    if (waiting == null) {
      throw new IllegalStateException("nothing waits");
    }
    OutgoingEvent event = waiting.remove().event();
    bytes -= event.bytes();
    if (waiting.isEmpty()) {
      waiting = null;
    }
    return event;
  }
}
