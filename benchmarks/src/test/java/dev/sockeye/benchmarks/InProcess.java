// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.List;
import java.util.Optional;

/** A server that runs in the process of the test. */
record InProcess(int port, AutoCloseable server) implements Target {
  static InProcess limit() {
    LimitServer server = LimitServer.start(Optional.empty());
    return new InProcess(server.port(), server);
  }

  @Override
  public List<Long> pids() {
    return List.of(ProcessHandle.current().pid());
  }

  @Override
  public Setting setting() {
    return Setting.PLAIN;
  }

  @Override
  public Memory memory() {
    return new Memory(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), 0);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
