// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketFormatException;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.PayloadCodec;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.ClusterMessage.AcquireLock;
import dev.sockeye.engineio.server.ClusterMessage.Body;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.ClusterMessage.Forward;
import dev.sockeye.engineio.server.ClusterMessage.Lock;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A POST of another node's session: its packets are passed on, and it is answered when that node
 * has heard them, so that what the client sends next, wherever to, comes after them. Exchange's
 * thread only.
 */
final class AwayPost implements AwayRequest {
  private final AwaySessions sessions;
  private final HttpExchange exchange;
  private final String sid;
  private final @Nullable String key;
  private final List<CompletableFuture<Void>> sent = new ArrayList<>();

  /** The session's node; null until it has said so. */
  private @Nullable String node;

  /** Whether the session ends with what was passed on, so that nobody will answer for it. */
  private boolean isLast;

  private boolean isLost;
  private boolean isOver;

  /**
   * @param key what ties the request to the session's browser; null without such a thing
   */
  AwayPost(AwaySessions sessions, EngineRequest request, @Nullable String key) {
    this.sessions = sessions;
    this.exchange = request.exchange();
    this.sid = request.sid();
    this.key = key;
    exchange.onAbort(this::onLost);
  }

  @Override
  public void begin(String node) {
    this.node = node;
    EngineOptions options = sessions.server().options();
    if (isLost) {
      tell(new Close(sid, CloseReason.TRANSPORT_ERROR));
    } else if (PostBody.isBinary(exchange)) {
      end(400);
      tell(new Close(sid, CloseReason.TRANSPORT_ERROR));
    } else {
      exchange.readBody(new PostBody(false, options.maxPayload(), () -> end(413), this::onBody));
    }
  }

  private void onLost() {
    isLost = true;
    if (node != null && !isOver) {
      isOver = true;
      tell(new Close(sid, CloseReason.TRANSPORT_ERROR));
    }
  }

  private void onBody(RawData body) {
    isOver = true;
    RawData payload = Jsonp.of(exchange.query()) == null ? body : Jsonp.payload(body);
    if (payload != null) {
      try {
        PayloadCodec.of(ProtocolVersion.V4)
            .decode(payload, sessions.server().options().maxPacketsPerPayload(), this::pass);
      } catch (PacketFormatException e) {
        isLast = true;
        tell(new Forward(sid, null));
      }
    }
    if (!isLast) {
      awaitHearing();
    }
    CompletionStage<Void> all = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    all.whenComplete(
        (done, failure) -> Cluster.execute(exchange.scheduler(), () -> onSent(failure)));
  }

  /** The node answers in its turn: when it has heard what was told before. */
  private void awaitHearing() {
    CompletableFuture<Void> heard = new CompletableFuture<>();
    sent.add(heard);
    sessions
        .cluster()
        .ask(
            node,
            new AcquireLock(sid, Lock.WRITE, key),
            exchange.scheduler(),
            new Cluster.Answer() {
              @Override
              public void onAnswer(String from, Body body) {
                heard.complete(null);
              }

              @Override
              public void onSilence() {
                heard.completeExceptionally(new TransportException("node " + node + " is silent"));
              }
            });
  }

  private void pass(Packet packet) {
    isLast |= packet.type() == PacketType.CLOSE;
    tell(
        packet.type() == PacketType.CLOSE
            ? new Close(sid, CloseReason.TRANSPORT_CLOSE)
            : new Forward(sid, packet));
  }

  private void tell(Body body) {
    if (node != null) {
      sent.add(sessions.cluster().tell(node, body).toCompletableFuture());
    }
  }

  private void onSent(@Nullable Throwable failure) {
    if (failure == null) {
      sessions
          .server()
          .respond(
              exchange.scheduler(),
              exchange,
              PollingResponses.ok(exchange),
              refused -> tell(new Close(sid, CloseReason.TRANSPORT_ERROR)));
    } else {
      exchange.respond(HttpResponse.empty(503));
      tell(new Close(sid, CloseReason.TRANSPORT_ERROR));
    }
  }

  private void end(int status) {
    isOver = true;
    exchange.respond(HttpResponse.empty(status));
  }
}
