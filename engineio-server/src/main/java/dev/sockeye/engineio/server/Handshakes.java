// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Scheduler;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request through the engine: it is verified, then given to its session or made into a
 * new one. Implements "Handshake" of the Engine.IO protocol; what is checked, in which order and
 * with which error is the reference's.
 *
 * <p>A step that takes time (making an id) continues on the exchange's thread when it is done.
 */
final class Handshakes {
  private final EngineServer server;
  private final EngineOptions options;

  Handshakes(EngineServer server) {
    this.server = server;
    this.options = server.options();
  }

  /** Answers a request. On the exchange's thread. */
  void handle(EngineRequest request) {
    Refusal refusal = verify(request);
    if (refusal != null) {
      server.refuse(request, refusal);
      return;
    }
    WebSocketUpgrade upgrade = request.upgrade();
    if (upgrade != null && !request.transport().equals(Transport.WEBSOCKET.wireName())) {
      // The reference answers 101 and closes.
      server.accept(upgrade, upgrade.scheduler(), new RefusedWebSocket());
    } else if (request.sid().isEmpty()) {
      begin(request);
    } else {
      continueSession(request);
    }
  }

  private @Nullable Refusal verify(EngineRequest request) {
    String transport = request.transport();
    if (options.transports().stream().noneMatch(each -> each.wireName().equals(transport))) {
      return Refusal.of(EngineError.UNKNOWN_TRANSPORT, "transport", transport);
    }
    String origin = request.exchange().headers().first("Origin").orElse("");
    if (!isHeaderValue(origin)) {
      return new Refusal(
          EngineError.BAD_REQUEST, Map.of("name", "INVALID_ORIGIN", "origin", origin));
    }
    return request.sid().isEmpty() ? verifyNew(request) : verifyKnown(request);
  }

  private @Nullable Refusal verifyKnown(EngineRequest request) {
    Session session = server.session(request.sid());
    if (session == null) {
      return Refusal.of(EngineError.UNKNOWN_SID, "sid", request.sid());
    }
    if (request.upgrade() == null && !request.transport().equals(session.transport().wireName())) {
      return Refusal.transportMismatch(request.transport(), session.transport());
    }
    return null;
  }

  private static @Nullable Refusal verifyNew(EngineRequest request) {
    if (!request.exchange().method().equals("GET")) {
      return Refusal.of(EngineError.BAD_HANDSHAKE_METHOD, "method", request.exchange().method());
    }
    if (request.upgrade() == null && request.transport().equals(Transport.WEBSOCKET.wireName())) {
      return Refusal.badRequest("TRANSPORT_HANDSHAKE_ERROR");
    }
    return null;
  }

  /** Whether Node.js would let a text pass as a header's value. */
  private static boolean isHeaderValue(String value) {
    return value
        .chars()
        .allMatch(c -> c == '\t' || (c >= 0x20 && c <= 0x7e) || (c >= 0x80 && c <= 0xff));
  }

  private void continueSession(EngineRequest request) {
    Session session = server.session(request.sid());
    if (session == null) {
      // It has ended since it was verified.
      server.refuse(request, Refusal.of(EngineError.UNKNOWN_SID, "sid", request.sid()));
      return;
    }
    WebSocketUpgrade upgrade = request.upgrade();
    if (upgrade != null) {
      session.onUpgradeRequest(upgrade, request.base64());
    } else if (session.current() instanceof PollingTransport polling) {
      switch (request.exchange().method()) {
        case "GET" -> polling.onGet(request.exchange());
        case "POST" -> polling.onPost(request.exchange());
        default -> request.exchange().respond(HttpResponse.empty(500));
      }
    } else {
      server.refuse(request, Refusal.badRequest("TRANSPORT_HANDSHAKE_ERROR"));
    }
  }

  private void begin(EngineRequest request) {
    if (server.isClosing()) {
      request.exchange().respond(new HttpResponse(503, Headers.create(), new byte[0], true));
      return;
    }
    if (request.protocol() == ProtocolVersion.V3 && !options.allowEio3()) {
      server.refuse(request, Refusal.of(EngineError.UNSUPPORTED_PROTOCOL_VERSION, "protocol", 3));
      return;
    }
    Request kept = request.toRequest();
    Scheduler scheduler = request.exchange().scheduler();
    generateId(kept)
        .whenComplete(
            (id, failure) -> {
              if (scheduler.inThread()) {
                create(request, kept, id, failure);
              } else {
                scheduler.execute(() -> create(request, kept, id, failure));
              }
            });
  }

  private CompletionStage<String> generateId(Request request) {
    try {
      return options.generateId().apply(request);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void create(
      EngineRequest request, Request kept, @Nullable String id, @Nullable Throwable failure) {
    if (failure != null || id == null || id.isEmpty()) {
      refuseId(request, failure == null ? "no id was made" : rootMessage(failure));
      return;
    }
    LoopState loop = server.loop(request.exchange().scheduler());
    Session session = new Session(server, loop, id, kept, request.protocol());
    WebSocketUpgrade upgrade = request.upgrade();
    if (upgrade != null) {
      WebSocketTransport transport = new WebSocketTransport(session, request.base64());
      if (register(session, transport, request)) {
        server.accept(upgrade, loop.scheduler(), transport);
      }
    } else {
      PollingTransport transport = new PollingTransport(session, request.base64());
      if (register(session, transport, request)) {
        session.open();
        transport.onGet(request.exchange());
      }
    }
  }

  private boolean register(Session session, SessionTransport transport, EngineRequest request) {
    session.begin(transport);
    if (server.add(session)) {
      return true;
    }
    refuseId(request, "the id is in use: " + session.id());
    return false;
  }

  private void refuseId(EngineRequest request, String why) {
    server.refuse(request, Refusal.badRequest("ID_GENERATION_ERROR", why));
  }

  private static String rootMessage(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return String.valueOf((cause == null ? failure : cause).getMessage());
  }
}
