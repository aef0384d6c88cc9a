// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.ClusterEngine;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.MemorySessionBus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Several servers that serve each other's sessions, and get the requests in turn. */
final class SockeyeNodes implements Target {
  private final int size;
  private final List<Listening> servers = new ArrayList<>();

  /** Set before the first test. */
  private Endpoint asListed;

  /** Set before the first test. */
  private Endpoint patient;

  /** Set before the first test. */
  private Endpoint unhurried;

  SockeyeNodes(int size) {
    this.size = size;
  }

  @Override
  public Endpoint asListed() {
    return asListed;
  }

  @Override
  public Endpoint patient() {
    return patient;
  }

  @Override
  public Endpoint unhurried() {
    return unhurried;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    asListed = start(Pace.AS_LISTED);
    patient = start(Pace.PATIENT);
    unhurried = start(Pace.UNHURRIED);
  }

  private Endpoint start(Pace pace) {
    // What a node says the others have heard before it goes on: the suite's rules on what comes
    // first need not wait for it then.
    MemorySessionBus.Network network = new MemorySessionBus.Network(Runnable::run);
    int[] ports = new int[size];
    for (int i = 0; i < size; i++) {
      Listening server =
          ConformanceServer.start(
              ConformanceSuite.echo(
                  ConformanceSuite.engineOptions(pace)
                      .clusterEngine(ClusterEngine.over(network.bus()))
                      .build()),
              0);
      servers.add(server);
      ports[i] = server.port();
    }
    return Endpoint.local(ConformanceSuite.ENGINEIO_V4.path(), ports);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    servers.forEach(Listening::close);
  }
}
