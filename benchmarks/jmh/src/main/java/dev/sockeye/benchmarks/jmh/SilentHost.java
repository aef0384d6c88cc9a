// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A host without sockets, with one thread, the benchmark's own: what is sent is counted and thrown
 * away.
 */
final class SilentHost implements Scheduler {
  private static final InetSocketAddress CLIENT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);

  private final HttpHandler server;

  /** How many frames have been sent to whomever. */
  private long frames;

  SilentHost(HttpHandler server) {
    this.server = server;
  }

  long frames() {
    return frames;
  }

  /** A client that is connected over WebSocket and has joined the main namespace. */
  WebSocketListener client() {
    var upgrade = new Upgrade();
    server.handle(upgrade);
    WebSocketListener listener = upgrade.listener;
    if (listener == null) {
      throw new IllegalStateException("the WebSocket was refused");
    }
    listener.onOpen(new SilentConnection());
    listener.onText("40".getBytes(UTF_8));
    return listener;
  }

  // --- the scheduler: everything at once, and nothing later

  @Override
  public boolean inThread() {
    return true;
  }

  @Override
  public void execute(Runnable task) {
    task.run();
  }

  @Override
  public Cancellable schedule(Runnable task, long delayNanos) {
    return () -> {};
  }

  @Override
  public long nanoTime() {
    return 0;
  }

  private final class SilentConnection implements WebSocketConnection {
    @Override
    public void send(Frame frame) {
      frames++;
    }

    @Override
    public void flush() {}

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void setReadable(boolean readable) {}

    @Override
    public void close(int code) {}

    @Override
    public void abort() {}
  }

  private final class Upgrade implements WebSocketUpgrade {
    private @Nullable WebSocketListener listener;

    @Override
    public void accept(
        Headers headers, WebSocketTerms terms, Scheduler scheduler, WebSocketListener accepted) {
      listener = accepted;
    }

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return "/socket.io/";
    }

    @Override
    public String query() {
      return "EIO=4&transport=websocket";
    }

    @Override
    public Headers headers() {
      return Headers.create();
    }

    @Override
    public InetSocketAddress remoteAddress() {
      return CLIENT;
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public Scheduler scheduler() {
      return SilentHost.this;
    }

    @Override
    public void readBody(BodyReader reader) {
      reader.onEnd();
    }

    @Override
    public void onAbort(Runnable action) {}

    @Override
    public void respond(HttpResponse response) {
      throw new IllegalStateException("refused with " + response.status());
    }
  }
}
