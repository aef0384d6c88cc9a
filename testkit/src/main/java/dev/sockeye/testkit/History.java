// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes down what happens to events while things go wrong, and tells afterwards what must not have
 * happened. Each event has an id of its own, which the test makes by {@link #emitted}; whoever gets
 * it reports {@link #received}.
 *
 * <pre>{@code
 * History history = new History();
 * io.to("room").emit("event", history.emitted("node 1"));
 * client.on("event", id -> history.received("client 7", id));
 * // … faults …
 * assertThat(history.duplicates()).isEmpty();
 * assertThat(history.disorder()).isEmpty();
 * assertThat(history.gaps("client 7")).isEmpty();    // where the adapter promises replay
 * }</pre>
 *
 * <p>Safe for use from any thread. Events of one sender must be emitted one after the other.
 */
public final class History {
  /** By sender: how many events it has emitted. Guarded by this. */
  private final Map<String, Integer> emitted = new LinkedHashMap<>();

  /** By receiver: what it has got, in order. Guarded by this. */
  private final Map<String, List<Event>> received = new LinkedHashMap<>();

  /** Which events were acknowledged. Guarded by this. */
  private final Set<String> acknowledged = new HashSet<>();

  /** By receiver: how often it came back to its session. Guarded by this. */
  private final Map<String, Integer> recoveries = new LinkedHashMap<>();

  private int strays;

  /** A history without events. */
  public History() {}

  /** An event: the number in the order of its sender, from 1. */
  private record Event(String sender, int number) {
    static final String SEPARATOR = "#";

    @Override
    public String toString() {
      return sender + SEPARATOR + number;
    }
  }

  /** A sender emits an event; its id, which is to travel with it. */
  public synchronized String emitted(String sender) {
    int number = emitted.merge(sender, 1, Integer::sum);
    return new Event(sender, number).toString();
  }

  /** The id of the last event of a sender; empty before the first. */
  public synchronized String last(String sender) {
    int number = emitted.getOrDefault(sender, 0);
    return number == 0 ? "" : new Event(sender, number).toString();
  }

  /** A receiver has got an event; one with an id that nobody has made is a stray. */
  public synchronized void received(String receiver, String id) {
    int at = id.lastIndexOf(Event.SEPARATOR);
    String sender = id.substring(0, Math.max(0, at));
    String digits = id.substring(at + 1);
    if (!digits.matches("[1-9][0-9]{0,8}")
        || emitted.getOrDefault(sender, 0) < Integer.parseInt(digits)) {
      strays++;
      return;
    }
    received
        .computeIfAbsent(receiver, name -> new ArrayList<>())
        .add(new Event(sender, Integer.parseInt(digits)));
  }

  /** Whether a receiver has got an event. */
  public synchronized boolean hasReceived(String receiver, String id) {
    return received.getOrDefault(receiver, List.of()).stream()
        .anyMatch(event -> event.toString().equals(id));
  }

  /** The sender knows that an event has arrived. */
  public synchronized void acknowledged(String id) {
    acknowledged.add(id);
  }

  /** A receiver has come back to its session, so that what it missed is to be replayed. */
  public synchronized void recovered(String receiver) {
    recoveries.merge(receiver, 1, Integer::sum);
  }

  /** How often a receiver came back to its session. */
  public synchronized int recoveries(String receiver) {
    return recoveries.getOrDefault(receiver, 0);
  }

  /** How many events have arrived that nobody has emitted. */
  public synchronized int strays() {
    return strays;
  }

  /** What somebody got twice, as {@code receiver: id}. */
  public synchronized List<String> duplicates() {
    List<String> found = new ArrayList<>();
    received.forEach(
        (receiver, events) -> {
          Set<Event> seen = new HashSet<>();
          events.stream()
              .filter(event -> !seen.add(event))
              .forEach(event -> found.add(receiver + ": " + event));
        });
    return found;
  }

  /** What came after a later event of the same sender, as {@code receiver: id after id}. */
  public synchronized List<String> disorder() {
    List<String> found = new ArrayList<>();
    received.forEach(
        (receiver, events) -> {
          Map<String, Event> last = new LinkedHashMap<>();
          for (Event event : events) {
            Event before = last.put(event.sender(), event);
            if (before != null && before.number() > event.number()) {
              found.add(receiver + ": " + event + " after " + before);
            }
          }
        });
    return found;
  }

  /**
   * The ids that a receiver lacks of each sender, from the first event that it got of that sender
   * to the last one emitted.
   */
  public synchronized List<String> gaps(String receiver) {
    List<String> found = new ArrayList<>();
    emitted.forEach(
        (sender, count) -> {
          List<Integer> got = numbers(receiver, sender);
          if (!got.isEmpty()) {
            found.addAll(missing(sender, got.stream().min(Integer::compare).get(), count, got));
          }
        });
    return found;
  }

  /** The ids that a receiver lacks of one sender, from its first event to the last one emitted. */
  public synchronized List<String> missing(String receiver, String sender) {
    return missing(sender, 1, emitted.getOrDefault(sender, 0), numbers(receiver, sender));
  }

  private static List<String> missing(String sender, int from, int to, List<Integer> got) {
    Set<Integer> there = new HashSet<>(got);
    List<String> missing = new ArrayList<>();
    for (int number = from; number <= to; number++) {
      if (!there.contains(number)) {
        missing.add(new Event(sender, number).toString());
      }
    }
    return missing;
  }

  /** The acknowledged ids that no receiver has got: an acknowledgement that was not true. */
  public synchronized List<String> falselyAcknowledged() {
    Set<String> arrived = new HashSet<>();
    received.values().forEach(events -> events.forEach(event -> arrived.add(event.toString())));
    return acknowledged.stream().filter(id -> !arrived.contains(id)).sorted().toList();
  }

  private List<Integer> numbers(String receiver, String sender) {
    return received.getOrDefault(receiver, List.of()).stream()
        .filter(event -> event.sender().equals(sender))
        .map(Event::number)
        .toList();
  }
}
