// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go: each is verified, then given to its session or to the {@link Handshakes}. On
 * the exchange's thread.
 */
final class Reception {
  private final EngineServer server;
  private final HeaderHooks hooks;
  private final Verification verification;
  private final Handshakes handshakes;
  private final @Nullable SessionBinding binding;

  Reception(EngineServer server, HeaderHooks hooks) {
    this.server = server;
    this.hooks = hooks;
    this.verification = new Verification(server.options(), this::transportOf);
    this.binding = SessionBinding.of(server.options().access().sessionBinding());
    this.handshakes = new Handshakes(server, hooks, binding);
  }

  /** Answers a request. On the exchange's thread. */
  void handle(EngineRequest request) {
    Refusal refusal = verification.verify(request);
    if (refusal != null) {
      if (refusal.error() != EngineError.UNKNOWN_SID || !passOn(request)) {
        server.refuse(request, refusal);
      }
      return;
    }
    WebSocketUpgrade upgrade = request.upgrade();
    if (upgrade != null && !request.transport().equals(Transport.WEBSOCKET.wireName())) {
      // The reference answers 101 and closes.
      server.accept(upgrade, upgrade.scheduler(), new RefusedWebSocket());
    } else if (request.sid().isEmpty()) {
      handshakes.begin(request);
    } else {
      continueSession(request);
    }
  }

  private @Nullable Transport transportOf(String sid) {
    Session session = server.session(sid);
    return session == null ? null : session.transport();
  }

  /** Whether other nodes are asked for the session of a request. */
  private boolean passOn(EngineRequest request) {
    Cluster cluster = server.cluster();
    ClusterMessage.Lock lock = cluster == null ? null : cluster.away().wanted(request);
    if (cluster == null || lock == null) {
      return false;
    }
    if (server.answerFarewell(request)) {
      return true;
    }
    if (lock == ClusterMessage.Lock.UPGRADE) {
      // The session may move here, so whoever decides for this node is asked too.
      handshakes.admit(request, () -> cluster.away().pass(request, lock));
    } else {
      cluster.away().pass(request, lock);
    }
    return true;
  }

  Handshakes handshakes() {
    return handshakes;
  }

  private void continueSession(EngineRequest request) {
    if (!isBound(request)) {
      server.refuse(request, Refusal.of(EngineError.FORBIDDEN, "name", "FOREIGN_SESSION"));
      return;
    }
    WebSocketUpgrade upgrade = request.upgrade();
    if (upgrade == null) {
      goOn(request);
    } else {
      runHooks(request, () -> onUpgrade(request), () -> {});
    }
  }

  /** Runs the hooks for the answer to an upgrade, then goes on; or refuses it. */
  void runHooks(EngineRequest request, Runnable then, Runnable onRefused) {
    if (hooks.isEmpty()) {
      then.run();
      return;
    }
    hooks.run(
        request.extended(),
        request.exchange().scheduler(),
        then,
        failure -> {
          server.refuse(request, Refusal.headersFailure(failure));
          onRefused.run();
        });
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
}
