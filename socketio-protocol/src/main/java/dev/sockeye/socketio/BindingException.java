// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** An argument doesn't fit the type that a listener asked for. */
public final class BindingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int index;
  private final transient Type type;

  /**
   * @param index which argument, from 0
   * @param type the type that was expected
   * @param problem what is wrong with it
   */
  public BindingException(int index, Type type, String problem) {
    this(index, type, problem, null);
  }

  /**
   * @param index which argument, from 0
   * @param type the type that was expected
   * @param problem what is wrong with it
   * @param cause what the codec said; null if nothing
   */
  public BindingException(int index, Type type, String problem, @Nullable Throwable cause) {
    // A peer can cause as many of these as it likes, so they carry no stack trace.
    super(
        "argument " + index + " is not a " + type.getTypeName() + ": " + problem,
        cause,
        false,
        false);
    this.index = index;
    this.type = type;
  }

  /** Which argument, from 0. */
  public int index() {
    return index;
  }

  /** The type that was expected. */
  public Type type() {
    return type;
  }
}
