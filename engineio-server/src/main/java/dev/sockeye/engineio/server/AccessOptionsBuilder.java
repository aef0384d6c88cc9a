// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.spi.Bounds;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The setters of those of the engine's options that say who may connect, and which cookies and
 * headers the responses carry. None of them costs anything while it isn't set.
 *
 * @param <B> the builder itself
 */
public abstract class AccessOptionsBuilder<B extends AccessOptionsBuilder<B>> {
  // Browsers keep timers in a signed 32-bit number of milliseconds.

  private @Nullable SessionCookie cookie;
  private @Nullable SessionCookie sessionBinding;
  private @Nullable Function<? super Request, ? extends CompletionStage<Cors>> cors;
  private @Nullable Function<? super Request, ? extends CompletionStage<Decision>> allowRequest;
  private @Nullable OriginPolicy allowedOrigins;
  private @Nullable TrustedProxies trustedProxies;
  private Duration hookTimeout = Duration.ofSeconds(10);

  AccessOptionsBuilder() {}

  /** This builder, in its own type. */
  protected abstract B self();

  final AccessOptions accessOptions() {
    return new AccessOptions(
        cookie, sessionBinding, cors, allowRequest, allowedOrigins, trustedProxies, hookTimeout);
  }

  /**
   * The cookie by which a load balancer keeps a session's requests on one server; its value is the
   * session's id. Sent with the answer to a handshake over polling. Default: none.
   *
   * @throws IllegalArgumentException if browsers would drop the cookie, see {@link
   *     SessionCookie#validated()}
   */
  public B cookie(SessionCookie cookie) {
    this.cookie = cookie.validated();
    return self();
  }

  /**
   * Ties each polling session to the browser that began it: the answer to its handshake sets a
   * cookie with a secret key, and later requests of the session, the one for an upgrade included,
   * are answered 403 without it. Whoever has only learned a session's id (from a log of URLs, say)
   * can't take part in it. Default: the id is enough.
   *
   * <p>All sessions of a browser share the key. Clients must send cookies: pages of other origins
   * with {@code withCredentials}, and programs from a cookie jar. A session that begins as a
   * WebSocket has one request only and needs no cookie.
   *
   * @param cookie name and attributes, of which {@code HttpOnly} should be one: {@code
   *     SessionCookie.defaults().name("io-key")}
   * @throws IllegalArgumentException if browsers would drop the cookie; when the options are
   *     finished, if its name is that of {@link #cookie}
   */
  public B sessionBinding(SessionCookie cookie) {
    this.sessionBinding = cookie.validated();
    return self();
  }

  /**
   * Which pages of other origins may read the responses. The headers are added to every response,
   * errors and the 101 of a WebSocket included, and preflights are answered. Refuses nobody: see
   * {@link #allowedOrigins(OriginPolicy)}. Default: no such headers, and preflights are refused.
   */
  public B cors(Cors cors) {
    CompletableFuture<Cors> always =
        CompletableFuture.completedFuture(Objects.requireNonNull(cors, "cors"));
    this.cors = request -> always;
    return self();
  }

  /**
   * As {@link #cors(Cors)}, chosen for each request. Called on an event loop, so it must not block;
   * a failure refuses the request.
   */
  public B corsAsync(Function<? super Request, ? extends CompletionStage<Cors>> chooser) {
    this.cors = Objects.requireNonNull(chooser, "chooser");
    return self();
  }

  /**
   * Who may begin a session: asked once for each handshake, over polling and WebSocket, and not for
   * the later requests of a session. What a {@link Decision.Rejected} says is the answer, over
   * WebSocket always with status 400, as the reference has it; a failure is a no too, without
   * saying why. Called on an event loop, so it must not block. Default: everybody.
   */
  public B allowRequest(Function<? super Request, ? extends CompletionStage<Decision>> decision) {
    this.allowRequest = Objects.requireNonNull(decision, "decision");
    return self();
  }

  /** As {@link #allowRequest}, for what can be decided at once. */
  public B allowRequestSync(Function<? super Request, ? extends Decision> decision) {
    Objects.requireNonNull(decision, "decision");
    return allowRequest(request -> CompletableFuture.completedFuture(decision.apply(request)));
  }

  /**
   * Refuses requests of pages from other origins with status 403, on every transport. CORS doesn't,
   * and WebSockets aren't bound by it at all: without this, any page that a user visits can open a
   * WebSocket with the user's cookies (cross-site WebSocket hijacking). To be set wherever a cookie
   * says who the user is. Default: {@link OriginPolicy#any()}.
   */
  public B allowedOrigins(OriginPolicy policy) {
    this.allowedOrigins = Objects.requireNonNull(policy, "policy");
    return self();
  }

  /**
   * As {@link #allowedOrigins(OriginPolicy)}, for a list; see {@link OriginPolicy#of(String...)}.
   *
   * @throws IllegalArgumentException if one is no origin
   */
  public B allowedOrigins(String... origins) {
    return allowedOrigins(OriginPolicy.of(origins));
  }

  /**
   * The proxies whose word is taken for who the client is and whether it came over TLS: {@link
   * Request#remoteAddress()} and {@link Request#secure()} follow them. Default: none.
   */
  public B trustProxies(TrustedProxies proxies) {
    this.trustedProxies = Objects.requireNonNull(proxies, "proxies");
    return self();
  }

  /**
   * How long each asynchronous step of a request may take: a filter, {@link #allowRequest}, {@link
   * #corsAsync}, {@code generateIdAsync}, a header hook. Then the request is refused. Default 10 s.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public B hookTimeout(Duration timeout) {
    this.hookTimeout = Bounds.time("hookTimeout", timeout);
    return self();
  }
}
