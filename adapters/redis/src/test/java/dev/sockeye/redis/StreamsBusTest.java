// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.testkit.BusContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamsBusTest implements BusContract {
  @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

  @Override
  public BusFactory node() {
    return RedisAdapter.streams(REDIS.client()).buses();
  }
}
