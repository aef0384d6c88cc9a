// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cookies of a connection's requests, all of which go to one address: those of the store, and
 * those that the user gives with the extra headers.
 */
final class RequestCookies {
  private static final Logger log = LoggerFactory.getLogger(RequestCookies.class);

  private final CookieStore store;
  private final URI uri;

  RequestCookies(CookieStore store, URI uri) {
    this.store = store;
    this.uri = uri;
  }

  /**
   * The headers with the cookies of the store, in one {@code Cookie} header.
   *
   * @param headers those of the user, which stay as they are
   */
  Headers addTo(Headers headers) {
    Headers copy = headers.copy();
    String cookies = merged(headers.all("Cookie"), load());
    return cookies.isEmpty() ? copy : copy.set("Cookie", cookies);
  }

  /** Keeps the cookies of a response. */
  void keepFrom(Headers response) {
    List<String> lines = response.all("Set-Cookie");
    if (lines.isEmpty()) {
      return;
    }
    try {
      store.store(uri, lines);
    } catch (RuntimeException e) {
      log.warn("the cookie store failed to keep cookies of {}", uri.getHost(), e);
    }
  }

  private String load() {
    try {
      return store.load(uri);
    } catch (RuntimeException e) {
      log.warn("the cookie store failed: a request to {} goes without it", uri.getHost(), e);
      return "";
    }
  }

  /**
   * The user's cookies as they are, then those of the store that have other names.
   *
   * @param given the lines of the user
   * @param kept as {@link CookieStore#load} gives them
   */
  static String merged(List<String> given, String kept) {
    StringJoiner all = new StringJoiner("; ");
    Set<String> names = new HashSet<>();
    for (String line : given) {
      for (String pair : line.split(";", -1)) {
        add(SetCookieLine.strip(pair), all);
        names.add(name(pair));
      }
    }
    for (String pair : kept.split(";", -1)) {
      if (!names.contains(name(pair))) {
        add(SetCookieLine.strip(pair), all);
      }
    }
    return all.toString();
  }

  private static void add(String pair, StringJoiner all) {
    if (!pair.isEmpty()) {
      all.add(pair);
    }
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return SetCookieLine.strip(equals < 0 ? pair : pair.substring(0, equals));
  }
}
