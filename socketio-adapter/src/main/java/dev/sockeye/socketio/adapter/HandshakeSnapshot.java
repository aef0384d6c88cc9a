// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a socket's connection began, in the shape in which it travels between nodes. The names of the
 * components are those of the wire.
 *
 * @param headers the request's headers: lower-case names, values of one name joined by a comma
 * @param time when the socket connected, in words
 * @param address the IP address of the peer
 * @param xdomain whether the request had an {@code Origin} header
 * @param secure whether the connection was encrypted
 * @param issued when the socket connected, in milliseconds since 1970
 * @param url the path and the query of the request
 * @param query the decoded parameters of the query
 * @param auth what the client sent to be let in; empty if it sent nothing
 */
public record HandshakeSnapshot(
    Map<String, String> headers,
    String time,
    String address,
    boolean xdomain,
    boolean secure,
    long issued,
    String url,
    Map<String, String> query,
    Map<String, ? extends @Nullable Object> auth) {
  /** Copies the maps, which keep their order. */
  public HandshakeSnapshot {
    headers = Copies.of(headers);
    query = Copies.of(query);
    auth = Copies.of(auth);
  }
}
