// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import dev.sockeye.socketio.spi.JsonCodec;
import dev.sockeye.testkit.JsonCodecContract;

class JacksonJsonCodecTest implements JsonCodecContract {
  private final JsonCodec codec = JacksonJsonCodec.create();

  @Override
  public JsonCodec codec() {
    return codec;
  }
}
