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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntUnaryOperator;

/** Passes bytes on to a server, and does to them what bad networks do, when told to. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int serverPort;
  private final int drop;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  /** What new lines wait for before each drop. Replaced by the test's thread. */
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** How many bytes of the server still pass before all that is open is cut. Guarded by this. */
  private long allowance = Long.MAX_VALUE;

  CuttingProxy(int serverPort) {
    this(serverPort, 1024);
  }

  /** A proxy that passes on so many bytes at a time. */
  CuttingProxy(int serverPort, int drop) {
    this.serverPort = serverPort;
    this.drop = drop;
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

  /** Hangs up on all that is open, once, after so many bytes of the server. */
  synchronized void cutAfter(long bytes) {
    allowance = bytes;
  }

  /** How many of the next bytes of the server pass; the line is cut behind them if not all do. */
  private synchronized int allowed(Line line, int bytes) {
    if (line.isCut) {
      return 0;
    }
    if (bytes <= allowance) {
      allowance -= bytes;
      return bytes;
    }
    int last = (int) allowance;
    allowance = Long.MAX_VALUE;
    lines.forEach(each -> each.isCut = true);
    return last;
  }

  /** Lets nothing pass, and hangs up on nobody, until {@link #thaw}. */
  void freeze() {
    gate = new CountDownLatch(1);
    lines.forEach(line -> line.gate = gate);
  }

  void thaw() {
    gate.countDown();
  }

  /**
   * Lets nothing pass on what is open, which stays open on both sides; new connections are well.
   */
  void vanish() {
    lines.forEach(line -> line.gate = new CountDownLatch(1));
  }

  /** Resets all that is open. */
  void reset() throws IOException {
    for (Line line : lines) {
      line.client.setSoLinger(true, 0);
      line.client.close();
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      client.setTcpNoDelay(true);
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      Line line = new Line(client, server, gate);
      lines.add(line);
      run(() -> pass(line, client, server, bytes -> bytes));
      run(() -> pass(line, server, client, bytes -> allowed(line, bytes)));
    }
  }

  private void pass(Line line, Socket from, Socket to, IntUnaryOperator allowed)
      throws IOException, InterruptedException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[drop];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        line.gate.await();
        int passing = allowed.applyAsInt(read);
        out.write(buffer, 0, passing);
        if (passing < read) {
          cutLines();
          return;
        }
      }
    }
  }

  private synchronized void cutLines() throws IOException {
    for (Line line : lines) {
      if (line.isCut) {
        line.end();
      }
    }
  }

  /** A connection of a client and the one to the server that belongs to it. */
  private static final class Line {
    private final Socket client;
    private final Socket server;

    /** What both directions wait for before each drop. Replaced by the test's thread. */
    private volatile CountDownLatch gate;

    /** Whether nothing of the server passes any more. Guarded by the proxy. */
    private boolean isCut;

    Line(Socket client, Socket server, CountDownLatch gate) {
      this.client = client;
      this.server = server;
      this.gate = gate;
    }

    void end() throws IOException {
      client.close();
      server.close();
      gate.countDown();
    }
  }

  /** A step that ends when a socket is closed. */
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private static void run(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException e) {
                // One of both sides has hung up, which is what proxies live with.
              } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts a proxy", e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Line line : lines) {
        line.end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
