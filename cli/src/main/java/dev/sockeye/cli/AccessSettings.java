// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.server.Cors;
import dev.sockeye.engineio.server.OriginPolicy;
import dev.sockeye.engineio.server.TrustedProxies;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may connect to a server, and which cookies they get. Set once, by the command line. */
final class AccessSettings {
  private static final String SAME_ORIGIN = "same";

  @Option(
      names = "--cookie",
      arity = "0..1",
      fallbackValue = "io",
      paramLabel = "NAME",
      description = "Set the cookie for sticky sessions, named io unless a name is given.")
  private @Nullable String cookie;

  @Option(
      names = "--cookie-on-websocket",
      description = "Set it with the handshake of a WebSocket, too.")
  private boolean cookieOnWebSocket;

  @Option(
      names = "--session-binding",
      arity = "0..1",
      fallbackValue = "io-key",
      paramLabel = "NAME",
      description = "Tie sessions to the browsers that began them, by a cookie with a secret.")
  private @Nullable String sessionBinding;

  @Option(
      names = "--cors",
      split = ",",
      paramLabel = "ORIGIN",
      description = "Whose pages may read the answers: origins, or *.")
  private @Nullable List<String> cors;

  @Option(names = "--credentials", description = "With cookies (with --cors and origins).")
  private boolean credentials;

  @Option(
      names = "--allowed-origins",
      split = ",",
      paramLabel = "ORIGIN",
      description = "Refuse the pages of all other origins; 'same' is that of the server itself.")
  private @Nullable List<String> allowedOrigins;

  @Option(
      names = "--trust-proxies",
      split = ",",
      paramLabel = "NETWORK",
      description = "Proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8.")
  private String @Nullable [] trustProxies;

  void applyTo(SocketIoServer.Builder builder) {
    if (cookie != null) {
      builder.cookie(SessionCookie.defaults().name(cookie).onWebSocket(cookieOnWebSocket));
    }
    if (sessionBinding != null) {
      builder.sessionBinding(SessionCookie.defaults().name(sessionBinding));
    }
    if (cors != null) {
      builder.cors(cors(cors));
    }
    if (allowedOrigins != null) {
      builder.allowedOrigins(origins(allowedOrigins));
    }
    if (trustProxies != null) {
      builder.trustProxies(TrustedProxies.xForwarded(trustProxies));
    }
  }

  private Cors cors(List<String> origins) {
    Cors answer = origins.contains("*") ? Cors.any() : Cors.origins(origins);
    return credentials ? answer.credentials(true) : answer;
  }

  private static OriginPolicy origins(List<String> origins) {
    List<String> others = origins.stream().filter(origin -> !origin.equals(SAME_ORIGIN)).toList();
    if (others.isEmpty()) {
      return OriginPolicy.sameOrigin();
    }
    OriginPolicy policy = OriginPolicy.of(others);
    return others.size() < origins.size() ? policy.orSameOrigin() : policy;
  }
}
