// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

/** The options of an {@link EngineServer}; immutable, made by {@link #builder()}. */
public final class EngineOptions {
  private EngineOptions() {}

  /** Options that start from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. */
  public static final class Builder {
    private Builder() {}

    /** The finished options. */
    public EngineOptions build() {
      return new EngineOptions();
    }
  }
}
