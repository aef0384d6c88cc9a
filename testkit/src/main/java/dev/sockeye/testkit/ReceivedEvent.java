// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.socketio.Args;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An event that a {@link TestClient} has received. */
public final class ReceivedEvent {
  private final String name;
  private final Args args;

  /** Sends the answer; null if none is wanted. */
  private final @Nullable Consumer<List<@Nullable Object>> answer;

  ReceivedEvent(String name, Args args, @Nullable Consumer<List<@Nullable Object>> answer) {
    this.name = name;
    this.args = args;
    this.answer = answer;
  }

  /** The event's name. */
  public String name() {
    return name;
  }

  /** Its arguments. */
  public Args args() {
    return args;
  }

  /** Whether the server waits for an answer. */
  public boolean isAnswerWanted() {
    return answer != null;
  }

  /**
   * Answers the event: its ack.
   *
   * @throws IllegalStateException if the server wants no answer
   */
  public void reply(@Nullable Object... args) {
    if (answer == null) {
      throw new IllegalStateException(
          "the server has sent \"" + name + "\" with emit and not with emitWithAck");
    }
    answer.accept(Arrays.asList(args));
  }

  /** The name and the arguments, as {@code chat[hi, 1]}. */
  @Override
  public String toString() {
    return name + args.toList();
  }
}
