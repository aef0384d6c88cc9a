// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.client.ClientSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One conversation: shows what comes, sends what is typed. */
final class Chat {
  private static final String HELP =
      "EVENT ARGS… sends; /ask EVENT ARGS…, /answer N ARGS…, /disconnect, /connect, /quit";

  private final ClientSocket socket;
  private final Console console;
  private final Values values;
  private final Duration timeout;

  /** Events that wait for an answer, by the numbers that they are shown with. */
  private final Map<Integer, Ack> unanswered = new ConcurrentHashMap<>();

  /** Numbers the events that want an answer. */
  private final AtomicInteger lastUnanswered = new AtomicInteger();

  /** Numbers the questions to the server. Used by the thread that types. */
  private int questions;

  /** Completed when the server has answered all questions. Written by the thread that types. */
  private volatile CompletableFuture<Void> answered = CompletableFuture.completedFuture(null);

  /** Whether a question has not been answered. */
  private volatile boolean hasFailed;

  Chat(ClientSocket socket, Console console, Values values, Duration timeout) {
    this.socket = socket;
    this.console = console;
    this.values = values;
    this.timeout = timeout;
  }

  /** Shows the events that come from now on. */
  void begin() {
    socket.onAny(this::show);
  }

  CompletableFuture<Void> answered() {
    return answered;
  }

  boolean hasFailed() {
    return hasFailed;
  }

  /**
   * Does what a typed line says; complains of one that says nothing.
   *
   * @return false if it is the last one
   */
  boolean type(String line) {
    try {
      List<@Nullable Object> words = Words.of(line);
      // A name in quotes is an event's, whatever it begins with.
      if (line.strip().startsWith("/")) {
        return command(String.valueOf(words.get(0)), words.subList(1, words.size()));
      }
      if (!words.isEmpty()) {
        Event event = Event.of(words);
        socket.emit(event.name(), event.arguments());
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      console.complain("not sent: " + e.getMessage());
    }
    return true;
  }

  private boolean command(String name, List<@Nullable Object> words) {
    switch (name) {
      case "/quit" -> {
        return false;
      }
      case "/ask" -> ask(Event.of(words));
      case "/answer" -> answer(words);
      case "/connect" -> socket.connect();
      case "/disconnect" -> socket.disconnect();
      case "/help" -> console.tell(HELP);
      default ->
          throw new IllegalArgumentException(
              "there is no "
                  + name
                  + " (/help tells what there is; an event of this name is"
                  + " written in quotes)");
    }
    return true;
  }

  private void ask(Event event) {
    int number = ++questions;
    CompletableFuture<Void> answer =
        socket
            .timeout(timeout)
            .emitWithAck(event.name(), event.arguments())
            .handle((args, error) -> showAnswer(number, event.name(), args, error));
    answered = CompletableFuture.allOf(answered, answer);
  }

  private void answer(List<@Nullable Object> words) {
    Object number = words.isEmpty() ? null : words.get(0);
    Ack ack = number instanceof Integer wanted ? unanswered.remove(wanted) : null;
    if (ack == null) {
      throw new IllegalArgumentException("there is nothing to answer with the number " + number);
    }
    if (!ack.send(words.subList(1, words.size()).toArray())) {
      throw new IllegalStateException("the connection that asked is gone");
    }
  }

  private void show(String event, Args args, Ack ack) {
    String line = console.paint(Style.EVENT, values.name(event)) + values.writeAll(args.toList());
    if (ack.isWanted()) {
      int number = lastUnanswered.incrementAndGet();
      unanswered.put(number, ack);
      line += console.paint(Style.ANSWER, " [answer " + number + "]");
    }
    console.print(line);
  }

  // A handler of a stage must return something.
  private @Nullable Void showAnswer(
      int number, String event, @Nullable Args args, @Nullable Throwable error) {
    if (args != null) {
      console.print(
          console.paint(Style.ANSWER, "answer " + number) + values.writeAll(args.toList()));
    } else {
      hasFailed = true;
      console.complain("no answer " + number + " to " + event + ": " + reason(error));
    }
    return null;
  }

  private String reason(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof AckTimeoutException
        ? "nothing came within " + DurationConverter.format(timeout) + " (--timeout)"
        : cause == null ? "none" : String.valueOf(cause.getMessage());
  }
}
