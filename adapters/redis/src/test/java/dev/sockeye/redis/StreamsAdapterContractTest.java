// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.testkit.AdapterRecoveryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamsAdapterContractTest implements AdapterRecoveryContract {
  @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

  @Override
  public Adapter adapter(LocalNamespace namespace) {
    return REDIS.started(RedisAdapter.streams(REDIS.client()), namespace);
  }
}
