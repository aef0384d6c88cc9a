// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A network between a program and a server of this machine, with a network's faults: it can be cut,
 * fall silent with all connections open, forget connections, and be slow.
 *
 * <p>Safe for use from any thread; each direction of a connection has a thread of its own.
 */
public final class Relay implements AutoCloseable {
  private final ServerSocket entrance;
  private final int target;

  /** The connections that are open and known. Guarded by this. */
  private final List<Connection> connections = new ArrayList<>();

  /** Guarded by this. */
  private boolean isDead;

  /** How long each piece of what is sent travels. Guarded by this. */
  private Duration delay = Duration.ZERO;

  private Relay(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    run(this::accept);
  }

  /** A network to a server's port at 127.0.0.1. */
  public static Relay to(int port) {
    try {
      return new Relay(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port at 127.0.0.1 that stands for the server's. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Says nothing any more: what is sent waits, connections stay open, new ones as well. */
  public synchronized void die() {
    isDead = true;
  }

  /** Ends what {@link #die} has begun: what has waited arrives. */
  public synchronized void revive() {
    isDead = false;
    notifyAll();
  }

  /** Closes all connections; new ones work. */
  public synchronized void cut() {
    connections.forEach(Connection::close);
    connections.clear();
  }

  /**
   * Makes the connections half-open, as a firewall does that has forgotten them: they are not
   * closed, and what is sent over them never arrives. New ones work.
   */
  public synchronized void forget() {
    connections.forEach(connection -> connection.isForgotten = true);
    connections.clear();
  }

  /**
   * Lets each piece of what is sent, 4 KiB at most, travel for a time, one after the other; zero
   * ends it.
   */
  public synchronized void slow(Duration time) {
    delay = time;
  }

  private synchronized Duration awaitLife() throws InterruptedException {
    while (isDead) {
      wait();
    }
    return delay;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      try {
        connect(new Connection(client, new Socket(InetAddress.getLoopbackAddress(), target)));
      } catch (IOException e) {
        client.close(); // the server is not there
      }
    }
  }

  private void connect(Connection connection) {
    synchronized (this) {
      connections.add(connection);
    }
    run(() -> connection.pass(connection.client, connection.server));
    run(() -> connection.pass(connection.server, connection.client));
  }

  /** A client's way to the server and back. */
  private final class Connection {
    final Socket client;
    final Socket server;

    /** Written by who has the relay. */
    volatile boolean isForgotten;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void pass(Socket from, Socket to) throws IOException, InterruptedException {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] piece = new byte[4096];
        for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
          LockSupport.parkNanos(awaitLife().toNanos());
          if (!isForgotten) {
            out.write(piece, 0, size);
          }
        }
      } finally {
        close();
      }
    }

    void close() {
      try (client;
          server) {
        // both, whatever happens
      } catch (IOException e) {
        // it was closed already
      }
    }
  }

  /** What ends when a connection does. */
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
                // One of both sides has hung up, which is what networks live with.
              }
            },
            "relay");
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
    cut();
    revive();
  }
}
