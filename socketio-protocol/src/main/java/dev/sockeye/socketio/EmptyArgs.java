// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** No arguments: everything is absent. */
final class EmptyArgs implements Args {
  static final EmptyArgs INSTANCE = new EmptyArgs();

  private EmptyArgs() {}

  @Override
  public int size() {
    return 0;
  }

  @Override
  public @Nullable Object get(int index, Type type) {
    if (type instanceof Class<?> c && c.isPrimitive()) {
      throw new BindingException(index, type, "there are no arguments");
    }
    return null;
  }

  @Override
  public String toString() {
    return "[]";
  }
}
