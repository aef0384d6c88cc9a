// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Cookies;
import dev.sockeye.engineio.Headers;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, as much of it as filters, header hooks and listeners need. A session keeps the
 * one with which it began. Immutable but for its {@link #attributes()}; safe to keep, and for use
 * from any thread.
 */
public final class Request {
  private final String method;
  private final String path;
  private final String rawQuery;
  private final Headers headers;
  private final InetSocketAddress remoteAddress;
  private final boolean secure;
  private final List<X509Certificate> clientCertificates;

  /** Null until somebody asks for it. Guarded by this. */
  private @Nullable ConcurrentMap<String, Object> attributes;

  /**
   * @param method the method
   * @param path the path, as sent
   * @param rawQuery the query, as sent, without the question mark; empty if there is none
   * @param headers the headers; handed over, so not to be changed afterwards
   * @param remoteAddress who sent it, as far as is known
   * @param secure whether the client's connection is encrypted, as far as is known
   * @param clientCertificates what the other end of the connection has shown, verified
   */
  public Request(
      String method,
      String path,
      String rawQuery,
      Headers headers,
      InetSocketAddress remoteAddress,
      boolean secure,
      List<X509Certificate> clientCertificates) {
    this.method = Objects.requireNonNull(method, "method");
    this.path = Objects.requireNonNull(path, "path");
    this.rawQuery = Objects.requireNonNull(rawQuery, "rawQuery");
    this.headers = Objects.requireNonNull(headers, "headers");
    this.remoteAddress = Objects.requireNonNull(remoteAddress, "remoteAddress");
    this.secure = secure;
    this.clientCertificates = List.copyOf(clientCertificates);
  }

  /** The method: {@code GET}. */
  public String method() {
    return method;
  }

  /** The path, as sent: {@code /socket.io/}. */
  public String path() {
    return path;
  }

  /** The query, as sent, without the question mark; empty if there is none. */
  public String rawQuery() {
    return rawQuery;
  }

  /** The path and the query, as sent: {@code /socket.io/?EIO=4&transport=polling}. */
  public String url() {
    return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
  }

  /**
   * The decoded query parameters in their order; of duplicates the last one, as the reference does.
   * Parsed at each call.
   */
  public Map<String, String> query() {
    return QueryString.parse(rawQuery);
  }

  /** The headers; not to be changed. */
  public Headers headers() {
    return headers;
  }

  /** The value of the first header of this name. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** The values of all headers of this name. */
  public List<String> headers(String name) {
    return headers.all(name);
  }

  /**
   * The cookies by name, decoded; see {@link Cookies#parse} for what becomes of those that break
   * the rules. Parsed at each call.
   */
  public Map<String, String> cookies() {
    return Cookies.parse(headers.all("Cookie"));
  }

  /** The value of a cookie, decoded; parsed at each call. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies().get(name));
  }

  /**
   * Who sent it: the other end of the TCP connection or, behind proxies that {@link
   * EngineOptionsBuilder#trustProxies} names, the client as they tell it; its port is 0 where they
   * don't tell that.
   */
  public InetSocketAddress remoteAddress() {
    return remoteAddress;
  }

  /** Whether the client's connection is encrypted, as far as is known; as the address. */
  public boolean secure() {
    return secure;
  }

  /**
   * The certificates with which the client has proved who it is, its own first and then those that
   * it sent along; empty if it has shown none, or the host doesn't ask (as the Netty host's {@code
   * Tls} does where it is told to). The first one is of somebody whom the host trusts. Behind a
   * proxy that ends TLS they are the proxy's own.
   */
  public List<X509Certificate> clientCertificates() {
    return clientCertificates;
  }

  /**
   * What the application knows of this request, by names of its own: a filter or {@code
   * allowRequest} puts here what it has found out (who the user is), and all that see the request
   * later read it. A session's listeners see those of its first request. Safe for use from any
   * thread.
   */
  public synchronized ConcurrentMap<String, Object> attributes() {
    if (attributes == null) {
      attributes = new ConcurrentHashMap<>(4);
    }
    return attributes;
  }

  /** For logs: without the headers, which may hold secrets. */
  @Override
  public String toString() {
    return method + " " + path + " of " + remoteAddress;
  }
}
