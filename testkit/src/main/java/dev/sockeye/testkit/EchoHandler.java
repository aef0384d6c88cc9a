// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Opens WebSockets that echo, and answers 400 to anything else: what a host serves to a WebSocket
 * conformance suite.
 */
public final class EchoHandler implements HttpHandler {
  private final WebSocketTerms terms;
  private final UnaryOperator<Scheduler> choice;

  private EchoHandler(WebSocketTerms terms, UnaryOperator<Scheduler> choice) {
    this.terms = terms;
    this.choice = choice;
  }

  /** Echoes messages up to a size, uncompressed. */
  public EchoHandler(int maxMessageBytes) {
    this(WebSocketTerms.uncompressed(maxMessageBytes));
  }

  /** Echoes on these terms. */
  public EchoHandler(WebSocketTerms terms) {
    this(terms, own -> own);
  }

  /** The same with all WebSockets on one event loop, wherever their connections began. */
  public EchoHandler onTheLoopOfTheFirst() {
    AtomicReference<Scheduler> first = new AtomicReference<>();
    return new EchoHandler(terms, own -> first.compareAndSet(null, own) ? own : first.get());
  }

  @Override
  public void handle(HttpExchange exchange) {
    if (exchange instanceof WebSocketUpgrade upgrade) {
      Scheduler scheduler = choice.apply(exchange.scheduler());
      upgrade.accept(Headers.create(), terms, scheduler, new Echo(scheduler));
    } else {
      exchange.respond(HttpResponse.empty(400));
    }
  }

  /** Echoes with one flush a tick. */
  private static final class Echo implements WebSocketListener {
    private final Scheduler scheduler;
    private @Nullable WebSocketConnection connection;
    private boolean flushing;

    Echo(Scheduler scheduler) {
      this.scheduler = scheduler;
    }

    @Override
    public void onOpen(WebSocketConnection opened) {
      connection = opened;
    }

    @Override
    public void onText(byte[] utf8) {
      send(RawData.text(utf8, 0, utf8.length));
    }

    @Override
    public void onBinary(byte[] bytes) {
      send(RawData.binary(bytes));
    }

    private void send(RawData data) {
      WebSocketConnection open = Objects.requireNonNull(connection);
      open.send(new Frame(Frame.NO_PREFIX, data, true, false));
      open.setReadable(open.isWritable());
      if (!flushing) {
        flushing = true;
        scheduler.execute(this::flush);
      }
    }

    private void flush() {
      flushing = false;
      Objects.requireNonNull(connection).flush();
    }

    @Override
    public void onWritable() {
      Objects.requireNonNull(connection).setReadable(true);
    }

    @Override
    public void onClose(int code, @Nullable Throwable error) {}
  }
}
