// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A network between a node and the database that can go dead without a word: what is sent then
 * waits, and no connection is closed.
 */
final class Relay implements AutoCloseable {
  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;

  /** Guarded by this. */
  private boolean dead;

  Relay(int target) throws IOException {
    this.target = target;
    run(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  synchronized void die() {
    dead = true;
  }

  synchronized void revive() {
    dead = false;
    notifyAll();
  }

  private synchronized void awaitLife() throws InterruptedException {
    while (dead) {
      wait();
    }
  }

  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  private static void run(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException | InterruptedException e) {
                // one of the two has closed
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket left = entrance.accept();
      Socket right = new Socket(InetAddress.getLoopbackAddress(), target);
      run(() -> copy(left, right));
      run(() -> copy(right, left));
    }
  }

  private void copy(Socket from, Socket to) throws IOException, InterruptedException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        awaitLife();
        out.write(buffer, 0, n);
      }
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    revive();
  }
}
