// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.PayloadCodec;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GET of another node's session, which waits for what that node sends. Exchange's thread only.
 */
final class AwayPoll implements AwayRequest {
  private final AwaySessions sessions;
  private final EngineRequest request;

  /** The session's node; null until it has said so. */
  private @Nullable String node;

  /** Null until it waits. */
  private Scheduler.@Nullable Cancellable silence;

  private boolean isLost;
  private boolean isOver;

  AwayPoll(AwaySessions sessions, EngineRequest request) {
    this.sessions = sessions;
    this.request = request;
    request.exchange().onAbort(this::onLost);
  }

  String sid() {
    return request.sid();
  }

  Scheduler thread() {
    return request.exchange().scheduler();
  }

  @Override
  public void begin(String node) {
    this.node = node;
    if (isLost) {
      leave(CloseReason.TRANSPORT_ERROR);
    } else {
      silence = thread().schedule(this::onSilence, sessions.silence().toNanos());
    }
  }

  private void onLost() {
    isLost = true;
    if (node != null) {
      leave(CloseReason.TRANSPORT_ERROR);
    }
  }

  /** The node is gone, or it would have sent a ping. */
  private void onSilence() {
    if (leave(CloseReason.TRANSPORT_ERROR)) {
      sessions.refuse(request);
    }
  }

  /** Answers it: the session's node has sent something. */
  void answer(List<Message> messages) {
    if (isOver || isLost) {
      leave(CloseReason.TRANSPORT_ERROR);
      return;
    }
    stop();
    respond(messages.isEmpty() ? List.of(Message.NOOP) : messages);
  }

  /** Ends it from here. */
  void end(CloseReason reason) {
    if (leave(reason)) {
      respond(List.of(Message.CLOSE));
    }
  }

  private void respond(List<Message> messages) {
    HttpExchange exchange = request.exchange();
    sessions
        .server()
        .respond(
            thread(),
            exchange,
            PollingResponses.messages(
                messages,
                PayloadCodec.of(ProtocolVersion.V4),
                request.base64(),
                Jsonp.of(exchange.query()),
                sessions.server().options(),
                exchange),
            failure -> tellClose(CloseReason.TRANSPORT_ERROR));
  }

  /** Tells the session's node that the client doesn't get what it sends; once. */
  private boolean leave(CloseReason reason) {
    if (isOver) {
      return false;
    }
    stop();
    tellClose(reason);
    return !isLost;
  }

  private void stop() {
    isOver = true;
    sessions.forget(this);
    if (silence != null) {
      silence.cancel();
    }
  }

  private void tellClose(CloseReason reason) {
    if (node != null) {
      sessions.cluster().tell(node, new Close(sid(), reason));
    }
  }
}
