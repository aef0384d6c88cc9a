// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request through the engine: it is verified, then given to its session or made into a
 * new one. Implements "Handshake" of the Engine.IO protocol, whose steps and their order are the
 * reference's.
 *
 * <p>A step that takes time (a decision, an id, a header) continues on the exchange's thread when
 * it is done; only then is there a session.
 */
final class Handshakes {
  private static final String ID_FAILURE = "ID_GENERATION_ERROR";

  private final EngineServer server;
  private final EngineOptions options;
  private final AccessOptions access;
  private final Patience patience;
  private final Verification verification;
  private final HeaderHooks hooks;
  private final @Nullable SessionBinding binding;

  Handshakes(EngineServer server, HeaderHooks hooks) {
    this.server = server;
    this.options = server.options();
    this.access = options.access();
    this.patience = access.patience();
    this.verification = new Verification(options, this::transportOf);
    this.hooks = hooks;
    SessionCookie cookie = access.sessionBinding();
    this.binding = cookie == null ? null : new SessionBinding(cookie);
  }

  /** Answers a request. On the exchange's thread. */
  void handle(EngineRequest request) {
    Refusal refusal = verification.verify(request);
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

  private @Nullable Transport transportOf(String sid) {
    Session session = server.session(sid);
    return session == null ? null : session.transport();
  }

  private void continueSession(EngineRequest request) {
    if (!isBound(request)) {
      server.refuse(request, Refusal.of(EngineError.FORBIDDEN, "name", "FOREIGN_SESSION"));
      return;
    }
    WebSocketUpgrade upgrade = request.upgrade();
    if (upgrade == null) {
      goOn(request);
    } else if (hooks.isEmpty()) {
      onUpgrade(request);
    } else {
      hooks.run(
          request.extended(),
          upgrade.scheduler(),
          () -> onUpgrade(request),
          failure -> server.refuse(request, Refusal.headersFailure(failure)));
    }
  }

  /** Whether a request comes from whoever began its session, as far as that is asked for. */
  private boolean isBound(EngineRequest request) {
    if (binding == null) {
      return true;
    }
    Session session = server.session(request.sid());
    String key =
        session != null && session.current() instanceof PollingTransport polling
            ? polling.key()
            : null;
    return key == null || binding.isCarriedBy(request.exchange().headers(), key);
  }

  private void onUpgrade(EngineRequest request) {
    Session session = server.session(request.sid());
    WebSocketUpgrade upgrade = request.upgrade();
    if (session == null || upgrade == null) {
      refuseEnded(request);
    } else {
      session.onUpgradeRequest(upgrade, request.base64());
    }
  }

  private void goOn(EngineRequest request) {
    Session session = server.session(request.sid());
    if (session == null) {
      refuseEnded(request);
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

  /** The session has ended since the request was verified. */
  private void refuseEnded(EngineRequest request) {
    server.refuse(request, Refusal.of(EngineError.UNKNOWN_SID, "sid", request.sid()));
  }

  // --- a new session, step by step

  private void begin(EngineRequest request) {
    Function<? super Request, ? extends CompletionStage<Decision>> decide = access.allowRequest();
    if (server.isClosing()) {
      request.exchange().respond(new HttpResponse(503, Headers.create(), new byte[0], true));
    } else if (decide == null) {
      identify(request);
    } else {
      patience.await(
          request.exchange().scheduler(),
          "allowRequest",
          () -> decide.apply(request.request()),
          decision -> onDecision(request, decision),
          failure ->
              server.refuse(
                  request,
                  Refusal.failure(EngineError.FORBIDDEN, "ALLOW_REQUEST_FAILURE", failure)));
    }
  }

  private void onDecision(EngineRequest request, @Nullable Decision decision) {
    if (decision == Decision.allow()) {
      identify(request);
    } else {
      // A function that decides nothing allows nothing.
      Decision.Rejected rejected =
          decision instanceof Decision.Rejected reason
              ? reason
              : new Decision.Rejected(EngineError.FORBIDDEN.message(), 403);
      server.refuse(request, Refusal.rejected(rejected));
    }
  }

  private void identify(EngineRequest request) {
    if (request.protocol() == ProtocolVersion.V3 && !options.allowEio3()) {
      server.refuse(request, Refusal.of(EngineError.UNSUPPORTED_PROTOCOL_VERSION, "protocol", 3));
      return;
    }
    patience.await(
        request.exchange().scheduler(),
        "generateId",
        () -> options.generateId().apply(request.request()),
        id -> onId(request, id),
        failure ->
            server.refuse(request, Refusal.failure(EngineError.BAD_REQUEST, ID_FAILURE, failure)));
  }

  private void onId(EngineRequest request, @Nullable String id) {
    if (id == null || id.isEmpty()) {
      refuseId(request, "no id was made");
    } else if (server.session(id) != null) {
      refuseId(request, "the id is in use: " + id);
    } else {
      addHeaders(request, id);
    }
  }

  private void addHeaders(EngineRequest request, String id) {
    String key;
    try {
      addSessionCookie(request, id);
      key = addKey(request);
    } catch (RuntimeException e) {
      // What the application's own encoder has made of the id is no cookie.
      server.refuse(request, Refusal.headersFailure(e));
      return;
    }
    runHooks(request, () -> create(request, id, key));
  }

  private void runHooks(EngineRequest request, Runnable then) {
    if (hooks.isInitiallyEmpty()) {
      then.run();
    } else {
      hooks.runInitial(
          request.extended(),
          request.exchange().scheduler(),
          then,
          failure -> server.refuse(request, Refusal.headersFailure(failure)));
    }
  }

  private void addSessionCookie(EngineRequest request, String id) {
    SessionCookie cookie = access.cookie();
    if (cookie != null && (request.upgrade() == null || cookie.isOnWebSocket())) {
      String line = cookie.header(id, request.isSecure());
      request.extended().added().add("Set-Cookie", line);
    }
  }

  /** The key that later requests must carry; null if they need none. */
  private @Nullable String addKey(EngineRequest request) {
    if (binding == null || request.upgrade() != null) {
      return null;
    }
    String key = binding.keyOf(request.exchange().headers());
    request.extended().added().add("Set-Cookie", binding.cookie(key, request.isSecure()));
    return key;
  }

  private void create(EngineRequest request, String id, @Nullable String key) {
    LoopState loop = server.loop(request.exchange().scheduler());
    Session session = new Session(server, loop, id, request.request(), request.protocol());
    WebSocketUpgrade upgrade = request.upgrade();
    if (upgrade != null) {
      WebSocketTransport transport = new WebSocketTransport(session, request.base64());
      if (register(session, transport, request)) {
        server.accept(upgrade, loop.scheduler(), transport);
      }
    } else {
      PollingTransport transport = new PollingTransport(session, request.base64(), key);
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
    server.refuse(request, Refusal.badRequest(ID_FAILURE, why));
  }
}
