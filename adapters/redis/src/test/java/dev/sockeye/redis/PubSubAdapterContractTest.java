// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.testkit.AdapterContract;
import dev.sockeye.testkit.RecordingNamespace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PubSubAdapterContractTest implements AdapterContract {
  @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

  @Override
  public Adapter adapter(LocalNamespace namespace) {
    return REDIS.started(RedisAdapter.pubSub(REDIS.client()), namespace);
  }

  @Test
  void whoComesBackIsNew() {
    RecordingNamespace wanting = new RecordingNamespace("/", RecoveryOptions.defaults());
    assertThat(adapter(wanting).recovery()).isEmpty();
  }
}
