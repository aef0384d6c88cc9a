// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.testkit.RedisServer;
import io.lettuce.core.RedisClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Redis server for the tests of a class, empty before each of them. */
final class OwnRedis implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {
  private final List<Adapter> adapters = new ArrayList<>();

  /** Set before the first test. */
  private RedisServer server;

  /** Set before the first test. */
  private RedisClient client;

  @Override
  public void beforeAll(ExtensionContext context) {
    server = RedisServer.start();
    client = RedisClient.create(server.url());
  }

  RedisServer server() {
    return server;
  }

  RedisClient client() {
    return client;
  }

  /** An adapter that has been started, until the end of the test. */
  Adapter started(AdapterFactory factory, LocalNamespace namespace) {
    Adapter adapter = factory.create(namespace);
    adapters.add(adapter);
    adapter.init().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    return adapter;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    adapters.forEach(
        adapter -> adapter.close().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join());
    adapters.clear();
    server.cli("FLUSHALL");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    client.shutdown(0, 5, TimeUnit.SECONDS);
    server.close();
  }
}
