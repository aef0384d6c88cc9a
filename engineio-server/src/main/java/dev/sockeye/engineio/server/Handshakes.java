// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes new sessions, step by step: is the client allowed in, what is the session's id, which
 * headers does the answer get. Implements "Handshake" of the Engine.IO protocol; the steps and
 * their order are the reference's.
 *
 * <p>A step that takes time continues on the exchange's thread when it is done; only after the last
 * one is there a session.
 */
final class Handshakes {
  private static final String ID_FAILURE = "ID_GENERATION_ERROR";

  private final EngineServer server;
  private final EngineOptions options;
  private final AccessOptions access;
  private final Patience patience;
  private final HeaderHooks hooks;
  private final @Nullable SessionBinding binding;

  /**
   * @param binding ties sessions to the browsers that began them; null if nothing does
   */
  Handshakes(EngineServer server, HeaderHooks hooks, @Nullable SessionBinding binding) {
    this.server = server;
    this.options = server.options();
    this.access = options.access();
    this.patience = access.patience();
    this.hooks = hooks;
    this.binding = binding;
  }

  /** Answers a request for a new session. On the exchange's thread. */
  void begin(EngineRequest request) {
    Cluster cluster = server.cluster();
    if (cluster == null || cluster.started().isDone()) {
      admit(request, () -> identify(request));
    } else {
      // Other nodes could not reach the session yet.
      patience.await(
          request.exchange().scheduler(),
          "the start of the cluster engine",
          cluster::started,
          started -> admit(request, () -> identify(request)),
          late -> admit(request, () -> identify(request)));
    }
  }

  /** Goes on with a request whose client may have a session here, or answers it. */
  void admit(EngineRequest request, Runnable then) {
    Function<? super Request, ? extends CompletionStage<Decision>> decide = access.allowRequest();
    if (server.isClosing()) {
      request.exchange().respond(new HttpResponse(503, Headers.create(), new byte[0], true));
    } else if (server.addresses() != null
        && server.addresses().isFull(request.request().remoteAddress())) {
      refuseAddress(request);
    } else if (decide == null) {
      then.run();
    } else {
      patience.await(
          request.exchange().scheduler(),
          "allowRequest",
          () -> decide.apply(request.request()),
          decision -> onDecision(request, decision, then),
          failure ->
              server.refuse(
                  request,
                  Refusal.failure(EngineError.FORBIDDEN, "ALLOW_REQUEST_FAILURE", failure)));
    }
  }

  private void onDecision(EngineRequest request, @Nullable Decision decision, Runnable then) {
    if (decision == Decision.allow()) {
      then.run();
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
    if (server.addresses() != null
        && !server.addresses().enter(request.request().remoteAddress())) {
      refuseAddress(request);
      return;
    }
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

  /**
   * Makes a session of what was another node's.
   *
   * @return its transport; null if its client has too many sessions here, or its id is taken
   */
  @Nullable WebSocketTransport adopt(EngineRequest request, WebSocketConnection open) {
    AddressCounts addresses = server.addresses();
    if (addresses != null && !addresses.enter(request.request().remoteAddress())) {
      return null;
    }
    LoopState loop = server.loop(request.exchange().scheduler());
    Session session =
        new Session(server, loop, request.sid(), request.request(), request.protocol());
    WebSocketTransport transport = new WebSocketTransport(session, request.base64());
    transport.takeOver(open);
    session.use(transport);
    return server.add(session) ? transport : null;
  }

  private void refuseAddress(EngineRequest request) {
    String address = request.request().remoteAddress().getHostString();
    server.refuse(request, Refusal.tooManyConnections(address));
  }

  private boolean register(Session session, SessionTransport transport, EngineRequest request) {
    session.use(transport);
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
