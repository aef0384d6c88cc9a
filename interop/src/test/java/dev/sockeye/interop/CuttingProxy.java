// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Passes bytes on to a server, and hangs up in the middle of what the server says when told to. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int serverPort;

  /** How many bytes of the server still pass before all that is open is cut. */
  private final AtomicLong allowance = new AtomicLong(Long.MAX_VALUE);

  CuttingProxy(int serverPort) {
    this.serverPort = serverPort;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(this::accept);
  }

  String url() {
    return "http://localhost:" + entrance.getLocalPort();
  }

  /** Hangs up once, after so many bytes of the server. */
  void cutAfter(long bytes) {
    allowance.set(bytes);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      run(() -> pass(client, server, new AtomicLong(Long.MAX_VALUE)));
      run(() -> pass(server, client, allowance));
    }
  }

  private static void pass(Socket from, Socket to, AtomicLong allowed) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        long left = allowed.addAndGet(-read);
        if (left < 0) {
          out.write(buffer, 0, (int) Math.max(0, read + left));
          allowed.set(Long.MAX_VALUE);
          return;
        }
        out.write(buffer, 0, read);
      }
    }
  }

  /** A step that ends when a socket is closed. */
  private interface Step {
    void run() throws IOException;
  }

  private static void run(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException e) {
                // One of both sides has hung up, which is what proxies live with.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
