// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.Request;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.adapter.HandshakeSnapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How a socket's connection began. Immutable; safe for use from any thread.
 *
 * <p>Implements "socket.handshake" of the Socket.IO documentation.
 */
public final class Handshake {
  private final Request request;
  private final Instant time;
  private final Args auth;

  Handshake(Request request, Instant time, Args auth) {
    this.request = request;
    this.time = time;
    this.auth = auth;
  }

  /** The headers of the request with which the connection began; not to be changed. */
  public Headers headers() {
    return request.headers();
  }

  /** The first header of this name. */
  public Optional<String> header(String name) {
    return request.header(name);
  }

  /** The cookies of that request by name, decoded; parsed at each call. */
  public Map<String, String> cookies() {
    return request.cookies();
  }

  /** The value of a cookie, decoded; parsed at each call. */
  public Optional<String> cookie(String name) {
    return request.cookie(name);
  }

  /**
   * What filters, {@code allowRequest} and header hooks have found out about that request; see
   * {@link Request#attributes()}.
   */
  public ConcurrentMap<String, Object> attributes() {
    return request.attributes();
  }

  /** When the client asked to join the namespace. */
  public Instant time() {
    return time;
  }

  /**
   * The IP address of the client, as {@link Request#remoteAddress()} has it: that of the other end
   * of the connection unless a proxy is trusted. {@code 127.0.0.1}, {@code ::1}.
   */
  public String address() {
    InetSocketAddress remote = request.remoteAddress();
    InetAddress ip = remote.getAddress();
    return ip == null ? remote.getHostString() : IpText.of(ip);
  }

  /** Whether the request had an {@code Origin} header, as browsers send it to another site. */
  public boolean isCrossDomain() {
    return request.headers().contains("Origin");
  }

  /** Whether the client's connection is encrypted, as {@link Request#secure()} has it. */
  public boolean isSecure() {
    return request.secure();
  }

  /**
   * The certificates with which the client has proved who it is, its own first, as {@link
   * Request#clientCertificates()} has them; empty if it has shown none.
   */
  public List<X509Certificate> clientCertificates() {
    return request.clientCertificates();
  }

  /** The path and the query of the request: {@code /socket.io/?EIO=4&transport=polling}. */
  public String url() {
    return request.url();
  }

  /** The decoded parameters of the query, {@code EIO} and {@code transport} among them. */
  public Map<String, String> query() {
    return request.query();
  }

  /** What the client sent to be let in, in its natural form; empty if it sent nothing. */
  @SuppressWarnings("unchecked") // the names in a JSON object are strings
  public Map<String, @Nullable Object> auth() {
    Object payload = auth.get(0);
    return payload instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  /**
   * What the client sent to be let in, bound to a type; empty if it sent nothing.
   *
   * @throws dev.sockeye.socketio.BindingException if it doesn't fit the type; a middleware that
   *     lets this pass refuses the client with the message {@code invalid auth}
   */
  public <T> Optional<T> auth(Class<T> type) {
    return Optional.ofNullable(auth.get(0, type));
  }

  /** As {@link #auth(Class)}, for generic types. */
  public <T> Optional<T> auth(TypeReference<T> type) {
    return Optional.ofNullable(auth.get(0, type));
  }

  HandshakeSnapshot snapshot() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers()
        .forEach(
            (name, value) ->
                headers.merge(
                    name.toLowerCase(Locale.ROOT),
                    value,
                    (a, b) -> a + (name.equalsIgnoreCase("cookie") ? "; " : ", ") + b));
    return new HandshakeSnapshot(
        headers,
        JavaScriptDate.of(time),
        address(),
        isCrossDomain(),
        isSecure(),
        time.toEpochMilli(),
        url(),
        query(),
        auth());
  }
}
