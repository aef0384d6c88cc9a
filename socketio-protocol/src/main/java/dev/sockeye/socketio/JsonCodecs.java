// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.JsonCodec;
import java.util.ServiceLoader;

/** The JSON library where none was given. */
public final class JsonCodecs {
  private JsonCodecs() {}

  /**
   * The first one that is found on the class or module path.
   *
   * @throws IllegalStateException if there is none; it names the artifacts to choose from
   */
  public static JsonCodec find() {
    return ServiceLoader.load(JsonCodec.class)
        .findFirst()
        .or(() -> ServiceLoader.load(JsonCodec.class, JsonCodec.class.getClassLoader()).findFirst())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no JsonCodec found: add dev.sockeye:sockeye-jackson (Jackson 3) or"
                        + " dev.sockeye:sockeye-jackson2 (Jackson 2), or give one to"
                        + " JsonParser.of(codec) or MessagePackParser.of(codec)"));
  }
}
