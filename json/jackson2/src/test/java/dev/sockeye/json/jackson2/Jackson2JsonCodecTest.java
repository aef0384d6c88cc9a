// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson2;

import dev.sockeye.socketio.spi.JsonCodec;
import dev.sockeye.testkit.JsonCodecContract;

class Jackson2JsonCodecTest implements JsonCodecContract {
  private final JsonCodec codec = Jackson2JsonCodec.create();

  @Override
  public JsonCodec codec() {
    return codec;
  }
}
