// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import dev.sockeye.engineio.Cookies;
import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.SameSite;
import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.server.OriginPolicy;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.netty.StaticFiles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program says over plain HTTP: the form, logging in and out, and the page for those who
 * are in.
 *
 * <p>A form of another site gets nowhere: its {@code Origin} is not ours, it doesn't know the token
 * in our form, and the session's cookie doesn't come along ({@code SameSite}).
 */
final class Site implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);
  private static final String FORM_COOKIE = "form";
  private static final OriginPolicy OWN_PAGES = OriginPolicy.sameOrigin();

  private final Page loginPage = Page.load("login.html");
  private final Page homePage = Page.load("home.html");
  private final HttpHandler files = StaticFiles.resources(Site.class.getClassLoader(), "page");
  private final Accounts accounts;
  private final Sessions sessions;

  Site(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Override
  public void handle(HttpExchange exchange) {
    boolean posts = exchange.method().equals("POST");
    if (posts && !OWN_PAGES.allows(exchange.headers(), exchange.isSecure())) {
      exchange.respond(HttpResponse.empty(403));
      return;
    }
    switch (exchange.method() + " " + exchange.path()) {
      case "GET /" -> withSession(exchange, session -> showHome(exchange, session));
      case "GET /login" -> showLogin(exchange, 200, "");
      case "POST /login" -> Form.read(exchange, form -> logIn(exchange, form));
      case "POST /logout" ->
          Form.read(
              exchange, form -> withSession(exchange, session -> logOut(exchange, session, form)));
      case "POST /session" -> withSession(exchange, session -> extend(exchange, session));
      default -> files.handle(exchange);
    }
  }

  private void showHome(HttpExchange exchange, UserSession session) {
    sessions.extend(session);
    Map<String, String> texts = Map.of("user", session.user(), "token", session.formToken());
    exchange.respond(homePage.response(200, cookie(exchange, session), texts));
  }

  private void showLogin(HttpExchange exchange, int status, String problem) {
    String token = Secrets.next();
    SetCookie cookie =
        SetCookie.of(FORM_COOKIE, token)
            .path("/login")
            .httpOnly(true)
            .secure(exchange.isSecure())
            .sameSite(SameSite.STRICT);
    Map<String, String> texts = Map.of("token", token, "problem", problem);
    exchange.respond(loginPage.response(status, Headers.create().addCookie(cookie), texts));
  }

  private void logIn(HttpExchange exchange, Form form) {
    String token = cookies(exchange).getOrDefault(FORM_COOKIE, "");
    if (token.isEmpty() || !Secrets.same(token, form.field("token"))) {
      showLogin(exchange, 403, "The form was out of date. Please try again.");
      return;
    }
    String name = form.field("name").strip();
    CompletionStage<Boolean> answer = accounts.accept(name, form.field("password"));
    answer.whenComplete(
        (accepted, failure) -> {
          if (failure != null) {
            showLogin(exchange, 503, "Too many want to log in. Please try again.");
          } else if (!accepted) {
            showLogin(exchange, 403, "Name or password is wrong.");
          } else {
            begin(exchange, name);
          }
        });
  }

  /** A new session with a new id: one that was there before may be known to somebody else. */
  private void begin(HttpExchange exchange, String user) {
    session(exchange, old -> old.ifPresent(sessions::end));
    sessions
        .begin(user)
        .ifPresentOrElse(
            session -> exchange.respond(redirect("/", cookie(exchange, session))),
            () -> showLogin(exchange, 503, "Too many have logged in. Please try later."));
  }

  private void logOut(HttpExchange exchange, UserSession session, Form form) {
    if (!Secrets.same(session.formToken(), form.field("token"))) {
      exchange.respond(HttpResponse.empty(403));
      return;
    }
    sessions.end(session);
    SetCookie removal = SessionCookies.removal(exchange.isSecure());
    exchange.respond(redirect("/login", Headers.create().addCookie(removal)));
  }

  /** The page says that somebody is using it: over WebSocket no other response tells. */
  private void extend(HttpExchange exchange, UserSession session) {
    sessions.extend(session);
    exchange.respond(HttpResponse.of(204, cookie(exchange, session), new byte[0]));
  }

  private Headers cookie(HttpExchange exchange, UserSession session) {
    Duration life = sessions.left(session);
    return Headers.create().addCookie(SessionCookies.of(session, life, exchange.isSecure()));
  }

  private void withSession(HttpExchange exchange, Consumer<? super UserSession> then) {
    session(
        exchange,
        found ->
            found.ifPresentOrElse(
                then, () -> exchange.respond(redirect("/login", Headers.create()))));
  }

  private void session(HttpExchange exchange, Consumer<Optional<UserSession>> then) {
    String id = cookies(exchange).getOrDefault(SessionCookies.name(exchange.isSecure()), "");
    CompletionStage<Void> answered = sessions.find(id).thenAccept(then);
    answered.exceptionally(
        failure -> {
          LOG.error("{} failed", exchange.path(), failure);
          exchange.respond(HttpResponse.empty(500));
          return null;
        });
  }

  private static Map<String, String> cookies(HttpExchange exchange) {
    return Cookies.parse(exchange.headers().all("Cookie"));
  }

  private static HttpResponse redirect(String path, Headers cookies) {
    Headers headers = Headers.of("Location", path).add("Cache-Control", "no-store").addAll(cookies);
    return HttpResponse.of(303, headers, new byte[0]);
  }
}
