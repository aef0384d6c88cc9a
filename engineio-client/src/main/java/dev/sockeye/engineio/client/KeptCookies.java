// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The cookies of a jar by their domain: the storage model of RFC 6265 §5.3, without its rules. Not
 * safe for use from several threads at a time.
 */
final class KeptCookies {
  /** Longer paths first, then older ones (§5.4). */
  private static final Comparator<Kept> ORDER_OF_SENDING =
      Comparator.<Kept>comparingInt(kept -> -kept.cookie.path().length())
          .thenComparingLong(kept -> kept.order);

  /** Which cookie has to go first: one that isn't Secure, and of these the longest unused. */
  private static final Comparator<Kept> ORDER_OF_GOING =
      Comparator.<Kept, Boolean>comparing(kept -> kept.cookie.secure())
          .thenComparingLong(kept -> kept.lastUse);

  private final int max;
  private final int maxPerDomain;
  private final Map<String, Map<Key, Kept>> domains = new HashMap<>();
  private int size;

  /** Counts what happens: orders what happened in one tick of the clock. */
  private long events;

  /** What makes two cookies the same within a domain. */
  private record Key(String name, String path) {}

  /** A cookie with its history. */
  private static final class Kept {
    private final Cookie cookie;
    private final long order;
    private long lastUse;

    Kept(Cookie cookie, long order, long lastUse) {
      this.cookie = cookie;
      this.order = order;
      this.lastUse = lastUse;
    }
  }

  KeptCookies(int max, int maxPerDomain) {
    this.max = max;
    this.maxPerDomain = maxPerDomain;
  }

  /**
   * Keeps a cookie in the place of the same one, if there is that. Cookies that there is no room
   * for any more go.
   */
  void put(Cookie cookie, Instant now) {
    Map<Key, Kept> shelf = domains.computeIfAbsent(cookie.domain(), domain -> new HashMap<>(4));
    Key key = new Key(cookie.name(), cookie.path());
    long event = events++;
    Kept before = shelf.get(key);
    long order = before == null || before.cookie.isExpired(now) ? event : before.order;
    Kept kept = new Kept(cookie, order, event);
    if (shelf.put(key, kept) == null) {
      size++;
    }
    if (cookie.isExpired(now)) {
      remove(kept);
    } else if (shelf.size() > maxPerDomain) {
      makeRoom(shelf.values(), maxPerDomain, now);
    } else if (size > max) {
      makeRoom(all(), max, now);
    }
  }

  private void makeRoom(Collection<Kept> among, int limit, Instant now) {
    List<Kept> candidates = new ArrayList<>(among);
    candidates.stream().filter(kept -> kept.cookie.isExpired(now)).forEach(this::remove);
    candidates.removeIf(kept -> kept.cookie.isExpired(now));
    if (candidates.size() > limit) {
      candidates.stream().min(ORDER_OF_GOING).ifPresent(this::remove);
    }
  }

  private void remove(Kept kept) {
    Cookie cookie = kept.cookie;
    Map<Key, Kept> shelf = domains.get(cookie.domain());
    if (shelf != null && shelf.remove(new Key(cookie.name(), cookie.path()), kept)) {
      size--;
      if (shelf.isEmpty()) {
        domains.remove(cookie.domain());
      }
    }
  }

  /** The cookies to be sent to an address, in their order (§5.4); they count as used. */
  List<Cookie> matching(CookieOrigin origin, Instant now) {
    List<Kept> found = new ArrayList<>(4);
    String domain = origin.host();
    for (int dot = 0; dot >= 0; ) {
      collect(domain, origin, now, found);
      dot = CookieOrigin.isAddress(origin.host()) ? -1 : domain.indexOf('.');
      domain = domain.substring(dot + 1);
    }
    found.sort(ORDER_OF_SENDING);
    long event = events++;
    List<Cookie> cookies = new ArrayList<>(found.size());
    for (Kept kept : found) {
      kept.lastUse = event;
      cookies.add(kept.cookie);
    }
    return cookies;
  }

  private void collect(String domain, CookieOrigin origin, Instant now, List<Kept> found) {
    Map<Key, Kept> shelf = domains.get(domain);
    if (shelf == null) {
      return;
    }
    for (Iterator<Kept> each = shelf.values().iterator(); each.hasNext(); ) {
      Kept kept = each.next();
      if (kept.cookie.isExpired(now)) {
        each.remove();
        size--;
      } else if (goesTo(origin, kept.cookie)) {
        found.add(kept);
      }
    }
    if (shelf.isEmpty()) {
      domains.remove(domain);
    }
  }

  private static boolean goesTo(CookieOrigin origin, Cookie cookie) {
    return (!cookie.hostOnly() || origin.host().equals(cookie.domain()))
        && (!cookie.secure() || origin.secure())
        && origin.isBelow(cookie.path());
  }

  /**
   * Whether a cookie from an insecure connection would hide a Secure one of that name (RFC 6265bis
   * §5.7).
   */
  boolean hidesSecure(Cookie cookie, Instant now) {
    return all().stream()
        .map(kept -> kept.cookie)
        .filter(kept -> kept.secure() && kept.name().equals(cookie.name()) && !kept.isExpired(now))
        .filter(kept -> CookieOrigin.isBelow(cookie.path(), kept.path()))
        .anyMatch(
            kept ->
                CookieOrigin.isWithin(cookie.domain(), kept.domain())
                    || CookieOrigin.isWithin(kept.domain(), cookie.domain()));
  }

  /** Those that have not expired, the oldest first. */
  List<Cookie> list(Instant now) {
    return all().stream()
        .filter(kept -> !kept.cookie.isExpired(now))
        .sorted(Comparator.comparingLong(kept -> kept.order))
        .map(kept -> kept.cookie)
        .toList();
  }

  private List<Kept> all() {
    return domains.values().stream().flatMap(shelf -> shelf.values().stream()).toList();
  }

  void clear() {
    domains.clear();
    size = 0;
  }
}
