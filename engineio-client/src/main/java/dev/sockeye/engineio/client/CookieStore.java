// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.CookieHandler;
import java.net.URI;
import java.util.List;

/**
 * The cookies of a client: what servers and load balancers have set, to be sent back with later
 * requests. Implements "Node.js client and cookies" of Socket.IO's "How to deal with cookies",
 * where the JavaScript client wants {@code withCredentials}.
 *
 * <p>A client asks its store before each request, be it a poll, a POST or the handshake of a
 * WebSocket, and tells it the {@code Set-Cookie} lines of each response, also of a refusal and of a
 * 101. A store lives as long as whoever holds it: by default a client has a {@link CookieJar} of
 * its own, so that a client that reconnects comes back to the node that it was on. Several clients
 * may share one, and so may an application's own HTTP requests, see {@link #asCookieHandler}.
 *
 * <p>Methods are called by any thread, several at a time, and must not block for long: they run on
 * the thread that carries the client's connections. A store of one's own implements the first two;
 * what they throw is logged, and the request goes without cookies.
 */
public interface CookieStore {
  /**
   * The cookies that belong to a request, as the value of a {@code Cookie} header such as {@code
   * a=1; b=2}; empty if there are none.
   *
   * @param uri where the request goes: {@code http}, {@code https}, {@code ws} or {@code wss}, with
   *     {@code ws} being the same as {@code http} and {@code wss} the same as {@code https}
   */
  String load(URI uri);

  /**
   * Keeps what a response sets. What breaks the rules of cookies is passed over.
   *
   * @param uri where the request went, as with {@link #load}
   * @param setCookies the values of its {@code Set-Cookie} headers, in their order
   */
  void store(URI uri, List<String> setCookies);

  /**
   * Sets a cookie by hand, as if a response had set it.
   *
   * @param uri where the response might have come from
   * @param setCookie such as {@code lang=en; Path=/}
   */
  default void set(URI uri, String setCookie) {
    store(uri, List.of(setCookie));
  }

  /**
   * The cookies that have not expired, in the order in which they were first set; unmodifiable.
   *
   * @throws UnsupportedOperationException if the store can't say, as that of a {@link
   *     CookieHandler}: ask the handler
   */
  default List<Cookie> list() {
    throw new UnsupportedOperationException("this cookie store can't list what it has");
  }

  /**
   * Forgets all cookies.
   *
   * @throws UnsupportedOperationException if the store can't, as that of a {@link CookieHandler}:
   *     clear the handler
   */
  default void clear() {
    throw new UnsupportedOperationException("this cookie store can't be cleared");
  }

  /**
   * A view for {@code java.net.http.HttpClient} and whatever else knows the JDK's cookies, so that
   * a login over HTTP and the socket share a session:
   *
   * <pre>{@code
   * HttpClient.newBuilder().cookieHandler(client.cookies().asCookieHandler()).build();
   * }</pre>
   */
  default CookieHandler asCookieHandler() {
    return new StoreHandler(this);
  }

  /** A new jar with the default limits: what a client has by default. */
  static CookieJar inMemory() {
    return CookieJar.builder().build();
  }

  /** Keeps nothing and sends nothing. A {@code Cookie} among the extra headers is sent as it is. */
  static CookieStore none() {
    return NoCookies.INSTANCE;
  }

  /**
   * The cookies of the JDK or of another library. They are sent as RFC 6265 wants it, without the
   * {@code $Version}, {@code $Path} and quotes with which {@code java.net.CookieManager} sends a
   * cookie that had a {@code Max-Age} only, and which no load balancer understands. Told to the
   * handler are the cookie's attributes as far as {@code java.net.HttpCookie} understands them.
   *
   * <p>What is kept and what is sent is up to the handler: {@code CookieManager} takes the quotes
   * off a value, refuses a domain two levels above the host, and knows no public suffixes. The
   * cookies can't be listed or cleared here, but there.
   */
  static CookieStore of(CookieHandler handler) {
    return new HandlerStore(handler);
  }
}
