// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.engineio.SameSite;
import dev.sockeye.engineio.SecurePolicy;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.server.Cors;
import dev.sockeye.engineio.server.Decision;
import dev.sockeye.engineio.server.OriginPolicy;
import dev.sockeye.engineio.server.TrustedProxies;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.SocketIoServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What docs/cookies.md shows; {@link CookiesPageTest} and others run it. */
final class CookieSnippets {
  private CookieSnippets() {}

  /** Where the page's sessions are. */
  interface Sessions {
    CompletableFuture<Optional<String>> find(String id);
  }

  static SocketIoServer readme(Sessions sessions) {
    // tag::readme[]
    SocketIoServer io =
        SocketIoServer.builder()
            .cookie(
                SessionCookie.defaults()) // Set-Cookie: io=<sid>; Path=/; HttpOnly; SameSite=Lax
            .allowedOrigins(OriginPolicy.sameOrigin())
            .allowRequest(
                request ->
                    sessions
                        .find(request.cookie("sid").orElse("")) // takes its time
                        .thenApply(
                            user ->
                                user.isPresent()
                                    ? Decision.allow()
                                    : Decision.reject("no session")))
            .build();

    io.engine()
        .onInitialHeaders(
            (headers, request) ->
                headers.addCookie(SetCookie.of("uid", "1234").sameSite(SameSite.STRICT)));
    // end::readme[]
    return io;
  }

  static SocketIoServer sticky() {
    // tag::sticky[]
    SocketIoServer io = SocketIoServer.builder().cookie(SessionCookie.defaults()).build();
    // end::sticky[]
    return io;
  }

  static SessionCookie likeDefaults() {
    // tag::defaults[]
    SessionCookie cookie =
        SessionCookie.defaults().name("io").path("/").httpOnly(true).sameSite(SameSite.LAX);
    // end::defaults[]
    return cookie;
  }

  static SessionCookie otherSites() {
    // tag::options[]
    SessionCookie cookie =
        SessionCookie.defaults()
            .name("app")
            .domain("app.example")
            .maxAge(Duration.ofHours(8))
            .sameSite(SameSite.NONE)
            .secure(SecurePolicy.ALWAYS)
            .onWebSocket(true);
    // end::options[]
    return cookie;
  }

  static void headers(SocketIoServer io) {
    // tag::headers[]
    // called during the handshake
    io.engine()
        .onInitialHeaders(
            (headers, request) ->
                headers.addCookie(SetCookie.of("uid", "1234").sameSite(SameSite.STRICT)));

    // called for each HTTP response of a session (including the WebSocket upgrade)
    io.engine()
        .onHeaders(
            (headers, request) -> {
              if (request.cookie("randomId").isEmpty()) {
                headers.addCookie(SetCookie.of("randomId", "abc").maxAge(Duration.ofDays(1)));
              }
            });
    // end::headers[]
  }

  static void reading(SocketIoServer io) {
    // tag::reading[]
    io.onConnection(
        socket -> {
          String theme = socket.handshake().cookie("theme").orElse("light");
          socket.emit("theme", theme);
        });
    // end::reading[]
  }

  static void slowHeaders(SocketIoServer io, Sessions sessions) {
    // tag::async[]
    io.engine()
        .onInitialHeadersAsync(
            (headers, request) ->
                sessions
                    .find(request.cookie("sid").orElse(""))
                    .thenAccept(
                        user ->
                            headers.addCookie(
                                SetCookie.of("greeting", "Hello, " + user.orElse("stranger")))));
    // end::async[]
  }

  static SocketIoServer allowRequest(Sessions sessions) {
    // tag::allow[]
    SocketIoServer io =
        SocketIoServer.builder()
            .allowRequest(
                request ->
                    sessions
                        .find(request.cookie("sid").orElse(""))
                        .thenApply(
                            user -> {
                              user.ifPresent(name -> request.attributes().put("user", name));
                              return user.isPresent()
                                  ? Decision.allow()
                                  : Decision.reject("no session");
                            }))
            .build();

    io.onConnection(socket -> socket.emit("hello", socket.handshake().attributes().get("user")));
    // end::allow[]
    return io;
  }

  static void filter(SocketIoServer io) {
    // tag::filter[]
    io.engine()
        .use(
            (request, chain) -> {
              boolean isHandshake = !request.query().containsKey("sid");
              if (isHandshake && request.cookie("sid").isEmpty()) {
                chain.respond(401, "log in first");
                return;
              }
              chain.headers().set("X-Content-Type-Options", "nosniff");
              chain.next();
            });
    // end::filter[]
  }

  static void logout(SocketIoServer io) {
    // tag::logout[]
    io.use(
        socket -> {
          String session =
              socket
                  .handshake()
                  .cookie("sid")
                  .orElseThrow(() -> new ConnectionRefusedException("no session"));
          socket.data().put("session", session);
        });
    io.onConnection(socket -> socket.join((String) socket.data().get("session")));
    // end::logout[]
  }

  static void disconnect(SocketIoServer io, String sessionId) {
    // tag::disconnect[]
    io.in(sessionId).disconnectSockets();
    // end::disconnect[]
  }

  static SocketIoServer ownPagesOnly() {
    // tag::own[]
    SocketIoServer io = SocketIoServer.builder().allowedOrigins(OriginPolicy.sameOrigin()).build();
    // end::own[]
    return io;
  }

  static SocketIoServer crossOrigin() {
    // tag::cross[]
    SocketIoServer io =
        SocketIoServer.builder()
            .cors(Cors.origin("https://app.example").credentials(true))
            .allowedOrigins("https://app.example")
            .cookie(SessionCookie.defaults().sameSite(SameSite.NONE).secure(SecurePolicy.AUTO))
            .build();
    // end::cross[]
    return io;
  }

  static SocketIoServer bound() {
    // tag::binding[]
    SocketIoServer io =
        SocketIoServer.builder()
            .sessionBinding(SessionCookie.defaults().name("io-key").secure(SecurePolicy.AUTO))
            .build();
    // end::binding[]
    return io;
  }

  static SocketIoServer behindProxy() {
    // tag::proxy[]
    SocketIoServer io =
        SocketIoServer.builder()
            .trustProxies(TrustedProxies.xForwarded("10.0.0.0/8"))
            .cookie(SessionCookie.defaults().secure(SecurePolicy.AUTO))
            .build();
    // end::proxy[]
    return io;
  }
}
