// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of one namespace tell each other, in one order: one thread of the executor at a
 * time delivers it, outside of all locks.
 */
final class LocalChannel {
  private final int maxMessages;
  private final Executor executor;

  /** Guarded by this. */
  private final Map<String, Member> members = new LinkedHashMap<>();

  /** The last messages; empty without a history. Guarded by this. */
  private final ArrayDeque<Kept> log = new ArrayDeque<>();

  /** The number of the last message. Guarded by this. */
  private long last;

  /** What is to be delivered. Guarded by this. */
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

  /** Whether a thread delivers, or is about to. Guarded by this. */
  private boolean isPumping;

  LocalChannel(int maxMessages, Executor executor) {
    this.maxMessages = maxMessages;
    this.executor = executor;
  }

  boolean hasHistory() {
    return maxMessages > 0;
  }

  /** What gets the messages of a node. Called by one thread at a time. */
  interface Receiver {
    /**
     * Gets a message.
     *
     * @param number its number; 0 if it is for this node alone
     */
    void receive(long number, byte[] message);

    void onLost(Throwable why);

    void onRestored();
  }

  /** Is told, in its turn, how a message fared. */
  interface Sender {
    void onSent(long number);

    void onFailure(Throwable why);
  }

  /** A message and its number. */
  record Kept(long number, String uid, byte[] message) {}

  /** A node. */
  private static final class Member {
    final Receiver receiver;

    /** The number of the last message that it has seen. Used by who delivers. */
    long position;

    /** Guarded by the channel. */
    boolean isCut;

    Member(Receiver receiver, long position) {
      this.receiver = receiver;
      this.position = position;
    }
  }

  /** A node comes; tells the number of the last message before. */
  synchronized long join(String uid, Receiver receiver) {
    members.put(uid, new Member(receiver, last));
    return last;
  }

  /** A node goes; complete when nothing more is delivered to it. */
  CompletableFuture<Void> leave(String uid) {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    synchronized (this) {
      members.remove(uid);
      tasks.add(() -> gone.complete(null));
    }
    pumpLater();
    return gone;
  }

  synchronized int size() {
    return members.size();
  }

  /** The number of the last message. */
  synchronized long last() {
    return last;
  }

  /** Sends a message to all other nodes. */
  void publish(String uid, byte[] message, Sender sender) {
    synchronized (this) {
      if (isCutOff(uid)) {
        tasks.add(() -> sender.onFailure(cutOff(uid)));
      } else {
        Kept kept = new Kept(++last, uid, message);
        log.add(kept);
        if (log.size() > maxMessages) {
          log.remove();
        }
        tasks.add(
            () -> {
              deliver(kept);
              sender.onSent(kept.number());
            });
      }
    }
    pumpLater();
  }

  /** Sends a message to one node. */
  CompletableFuture<Void> send(String from, String to, byte[] message) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (this) {
      if (isCutOff(from)) {
        return CompletableFuture.failedFuture(cutOff(from));
      }
      tasks.add(
          () -> {
            Member member = reachable(to);
            if (member != null) {
              member.receiver.receive(0, message);
            }
            done.complete(null);
          });
    }
    pumpLater();
    return done;
  }

  private void deliver(Kept kept) {
    for (String uid : uids()) {
      Member member = reachable(uid);
      if (member != null && member.position < kept.number()) {
        if (!uid.equals(kept.uid())) {
          member.receiver.receive(kept.number(), kept.message());
        }
        member.position = kept.number();
      }
    }
  }

  private synchronized List<String> uids() {
    return List.copyOf(members.keySet());
  }

  private synchronized @Nullable Member reachable(String uid) {
    Member member = members.get(uid);
    return member == null || member.isCut ? null : member;
  }

  /** Called while this is locked. */
  private boolean isCutOff(String uid) {
    Member member = members.get(uid);
    return member == null || member.isCut;
  }

  private static IllegalStateException cutOff(String uid) {
    return new IllegalStateException("the node " + uid + " is cut off");
  }

  /** The messages after a number, up to one; empty if they are not kept any more. */
  synchronized Optional<List<Kept>> after(long number, long upTo) {
    if (last - number > log.size()) {
      return Optional.empty();
    }
    List<Kept> found = new ArrayList<>();
    for (Kept kept : log) {
      if (kept.number() > number && kept.number() <= upTo) {
        found.add(kept);
      }
    }
    return Optional.of(found);
  }

  void cut(String uid) {
    synchronized (this) {
      Member member = members.get(uid);
      if (member == null || member.isCut) {
        return;
      }
      member.isCut = true;
      tasks.add(() -> member.receiver.onLost(cutOff(uid)));
    }
    pumpLater();
  }

  void heal(String uid) {
    synchronized (this) {
      Member member = members.get(uid);
      if (member == null || !member.isCut) {
        return;
      }
      member.isCut = false;
      tasks.addFirst(() -> catchUp(member, uid));
    }
    pumpLater();
  }

  /** Delivers what was sent while a node was cut off, as far as it is kept. */
  private void catchUp(Member member, String uid) {
    List<Kept> missed;
    synchronized (this) {
      long position = member.position;
      long upTo = last;
      missed = log.stream().filter(k -> k.number() > position && k.number() <= upTo).toList();
    }
    for (Kept kept : missed) {
      if (!kept.uid().equals(uid)) {
        member.receiver.receive(kept.number(), kept.message());
      }
      member.position = kept.number();
    }
    member.receiver.onRestored();
  }

  private void pumpLater() {
    synchronized (this) {
      if (isPumping) {
        return;
      }
      isPumping = true;
    }
    executor.execute(this::pump);
  }

  private void pump() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable task = tasks.poll();
    isPumping = task != null;
    return task;
  }
}
