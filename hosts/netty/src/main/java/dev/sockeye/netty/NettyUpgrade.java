// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketListener;
import dev.sockeye.websocket.DeflateTerms;
import dev.sockeye.websocket.LoopScheduler;
import dev.sockeye.websocket.NettyWebSocket;
import dev.sockeye.websocket.Side;
import dev.sockeye.websocket.WebSocketException;
import dev.sockeye.websocket.WebSocketProtocol;
import dev.sockeye.websocket.Wire;
import io.netty.channel.Channel;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A request for a WebSocket. The decoder waits behind it, so that no byte is lost. */
final class NettyUpgrade extends NettyExchange implements WebSocketUpgrade {
  private record Acceptance(
      Headers headers, WebSocketTerms terms, Scheduler scheduler, WebSocketListener listener) {}

  /** Null until accepted; for the exchange's event loop. */
  private @Nullable Acceptance acceptance;

  NettyUpgrade(HttpConnection connection, RequestHead head) {
    super(connection, head);
  }

  @Override
  public void accept(
      Headers headers, WebSocketTerms terms, Scheduler scheduler, WebSocketListener listener) {
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(terms, "terms");
    Acceptance accepted = new Acceptance(headers.copy(), terms, scheduler, listener);
    claimAnswer();
    onLoop(
        () -> {
          acceptance = accepted;
          if (isLost()) {
            neverOpened(accepted, null);
          } else {
            connection().drain();
          }
        });
  }

  @Override
  void lose() {
    if (acceptance != null) {
      neverOpened(acceptance, null);
    }
    super.lose();
  }

  @Override
  boolean isReady() {
    return acceptance != null || super.isReady();
  }

  @Override
  void complete() {
    Acceptance accepted = acceptance;
    if (accepted == null) {
      super.complete();
      return;
    }
    Optional<HttpResponse> refusal = WebSocketHandshake.refusal(headers());
    if (refusal.isPresent()) {
      connection().write(this, refusal.get());
      neverOpened(
          accepted,
          new WebSocketException(WebSocketProtocol.PROTOCOL_ERROR, "no valid WebSocket handshake"));
    } else {
      connection().endHttp();
      upgrade(accepted);
    }
  }

  private void upgrade(Acceptance accepted) {
    Channel channel = connection().channel();
    if (accepted.scheduler == connection().scheduler()) {
      open(accepted, accepted.listener);
    } else if (LoopMove.isPossible(channel, accepted.scheduler)) {
      LoopMove.move(
          channel,
          (LoopScheduler) accepted.scheduler,
          () -> open(accepted, accepted.listener),
          cause -> {
            Wire.close(channel);
            neverOpened(accepted, cause);
          });
    } else {
      open(accepted, new Hop(channel.eventLoop(), accepted.scheduler, accepted.listener));
    }
  }

  /** On the event loop where the WebSocket will live. */
  private void open(Acceptance accepted, WebSocketListener listener) {
    Channel channel = connection().channel();
    PerMessageDeflate settings = accepted.terms.perMessageDeflate();
    DeflateTerms deflate = settings == null ? null : DeflateOffers.accept(headers(), settings);
    NettyWebSocket webSocket =
        new NettyWebSocket(
            Side.SERVER,
            channel,
            accepted.terms.maxMessageBytes(),
            deflate,
            connection().options().closeTimeout(),
            listener);
    channel.pipeline().replace(connection(), null, webSocket);
    Wire.write(
        channel,
        WebSocketHandshake.response(channel.alloc(), headers(), deflate, accepted.headers));
    // Not flushed: what the listener sends at once leaves in the same packet.
    // Before the listener is there, which may not want to read yet.
    channel.config().setAutoRead(true);
    webSocket.open();
    // What the client sent behind its request comes out here.
    channel.pipeline().remove(connection().decoder());
  }

  private static void neverOpened(Acceptance accepted, @Nullable Throwable error) {
    Runnable tell = () -> accepted.listener.onClose(WebSocketProtocol.ABNORMAL, error);
    if (accepted.scheduler.inThread()) {
      tell.run();
      return;
    }
    try {
      accepted.scheduler.execute(tell);
    } catch (RejectedExecutionException e) {
      // The host has stopped, and the engine with it.
    }
  }
}
