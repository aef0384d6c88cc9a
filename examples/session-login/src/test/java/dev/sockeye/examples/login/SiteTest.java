// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import dev.sockeye.testkit.LocalExchange;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.LocalRequest;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The forms, as a browser and as an attacker send them. */
class SiteTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final MovableClock clock = new MovableClock();
  private final Sessions sessions = new Sessions(Duration.ofMinutes(30), clock, Runnable::run);
  private final Accounts accounts =
      new Accounts(Map.of("ada", "analytical engine"), 10, Runnable::run);
  private final LocalHost host = LocalHost.of(new Site(accounts, sessions), "/");

  @Test
  void whoHasNoSessionIsSentToTheForm() {
    LocalExchange home = get("/", "");
    assertThat(home.status()).isEqualTo(303);
    assertThat(home.header("location")).isEqualTo("/login");
  }

  @Test
  void whoLogsInGetsASession() {
    LocalExchange answer = logIn("analytical+engine");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).isEqualTo("/");
    assertThat(answer.header("set-cookie"))
        .matches("sid=[\\w-]{43}; Max-Age=1800; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void theSessionOpensThePage() {
    LocalExchange home = get("/", cookieOf(logIn("analytical+engine")));
    assertThat(home.status()).isEqualTo(200);
    assertThat(home.body()).contains("Hello, <span id=\"user\">ada</span>");
    assertThat(home.header("cache-control")).isEqualTo("no-store");
  }

  @Test
  void aWrongPasswordIsSaidToBeWrong() {
    LocalExchange answer = logIn("difference+engine");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Name or password is wrong.");
    assertThat(answer.header("set-cookie")).startsWith("form=");
  }

  @Test
  void aFormWithoutItsCookieIsRefused() {
    String token = token(get("/login", ""));
    LocalExchange answer = post("/login", "", login(token, "analytical+engine"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("out of date");
  }

  @Test
  void aFormWithAnOthersTokenIsRefused() {
    String cookie = cookieOf(get("/login", ""));
    String token = token(get("/login", ""));
    assertThat(post("/login", cookie, login(token, "analytical+engine")).status()).isEqualTo(403);
  }

  @Test
  void anEmptyTokenMatchesNothing() {
    assertThat(post("/login", "form=", login("", "analytical+engine")).status()).isEqualTo(403);
  }

  @Test
  void anOtherSitesFormIsRefused() {
    LocalExchange form = get("/login", "");
    Headers headers =
        Headers.of("Host", "app.example")
            .add("Origin", "https://evil.example")
            .add("Cookie", cookieOf(form));
    assertThat(post("/login", headers, login(token(form), "analytical+engine")).status())
        .isEqualTo(403);
  }

  @Test
  void aSessionThatWasThereBeforeEndsWithTheLogin() {
    String old = cookieOf(logIn("analytical+engine"));
    LocalExchange form = get("/login", "");
    post("/login", old + "; " + cookieOf(form), login(token(form), "analytical+engine"));
    assertThat(get("/", old).status()).isEqualTo(303);
  }

  @Test
  void logoutEndsTheSessionAndRemovesTheCookie() {
    String cookie = cookieOf(logIn("analytical+engine"));
    LocalExchange answer = post("/logout", cookie, "token=" + token(get("/", cookie)));
    assertThat(answer.header("set-cookie"))
        .isEqualTo("sid=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
    assertThat(get("/", cookie).status()).isEqualTo(303);
  }

  @Test
  void logoutNeedsThePagesToken() {
    String cookie = cookieOf(logIn("analytical+engine"));
    assertThat(post("/logout", cookie, "token=guessed").status()).isEqualTo(403);
    assertThat(get("/", cookie).status()).isEqualTo(200);
  }

  @Test
  void usingThePageExtendsTheSession() {
    String cookie = cookieOf(logIn("analytical+engine"));
    clock.advance(Duration.ofMinutes(20));
    assertThat(post("/session", cookie, "").header("set-cookie")).contains("Max-Age=1800");
    clock.advance(Duration.ofMinutes(20));
    assertThat(get("/", cookie).status()).isEqualTo(200);
  }

  @Test
  void aFormMayHaveFourKibibytes() {
    assertThat(post("/login", "", "name=" + "x".repeat(5000)).status()).isEqualTo(413);
  }

  @Test
  void whatFillsAPageStaysText() {
    assertThat(Page.load("home.html").fill(Map.of("user", "<b>\"$1{{token}}")))
        .contains("<span id=\"user\">&lt;b&gt;&quot;$1{{token}}</span>");
  }

  private LocalExchange logIn(String password) {
    LocalExchange form = get("/login", "");
    return post("/login", cookieOf(form), login(token(form), password));
  }

  private static String login(String token, String password) {
    return "token=" + token + "&name=ada&password=" + password;
  }

  private LocalExchange get(String path, String cookies) {
    return send("GET", path, Headers.of("Cookie", cookies), "");
  }

  private LocalExchange post(String path, String cookies, String body) {
    return post(path, Headers.of("Cookie", cookies), body);
  }

  private LocalExchange post(String path, Headers headers, String body) {
    return send("POST", path, headers, body);
  }

  private LocalExchange send(String method, String path, Headers headers, String body) {
    LocalExchange exchange =
        host.submit(new LocalRequest(method, path, "", headers), host.scheduler());
    exchange.sendChunk(body.getBytes(UTF_8)).endBody();
    host.runPending();
    return exchange;
  }

  private static String cookieOf(LocalExchange exchange) {
    return exchange.header("set-cookie").split(";", 2)[0];
  }

  private static String token(LocalExchange exchange) {
    Matcher matcher = TOKEN.matcher(exchange.body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
