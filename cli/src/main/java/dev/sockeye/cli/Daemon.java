// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

/** Threads that nobody waits for when the program ends. */
final class Daemon {
  private Daemon() {}

  static void start(Runnable task) {
    Thread thread = new Thread(task, "sockeye-cli");
    thread.setDaemon(true);
    thread.start();
  }
}
