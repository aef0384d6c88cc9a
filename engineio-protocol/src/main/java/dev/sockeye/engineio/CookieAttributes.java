// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SetCookie} and {@link SessionCookie} have in common: the attributes of a cookie (RFC
 * 6265 §4.1.2), the same as those of the original's {@code cookie} option. Immutable: each method
 * returns a changed copy.
 *
 * @param <C> the class of the copies
 */
public abstract class CookieAttributes<C extends CookieAttributes<C>> {
  // Not changed after construction.
  private final EnumMap<CookieAttribute, String> attributes;

  CookieAttributes(EnumMap<CookieAttribute, String> attributes) {
    this.attributes = attributes;
  }

  /** A copy with these attributes, which are handed over. */
  abstract C with(EnumMap<CookieAttribute, String> changed);

  /**
   * Sends the cookie to this host and all its subdomains, rather than to the host that set it.
   *
   * @throws IllegalArgumentException if it is no host name; a leading dot is allowed
   */
  public C domain(String domain) {
    return with(CookieAttribute.DOMAIN, CookieRules.domain(domain));
  }

  /**
   * Sends the cookie to this path and those below.
   *
   * @throws IllegalArgumentException if it doesn't begin with a slash or has a semicolon, a control
   *     character or one outside ASCII
   */
  public C path(String path) {
    return with(CookieAttribute.PATH, CookieRules.path(path));
  }

  /** Leaves the path out: browsers use the folder of the request's path. */
  public C withoutPath() {
    return with(CookieAttribute.PATH, null);
  }

  /**
   * When the cookie ends, in whole seconds; where there is a {@link #maxAge} too, that one counts.
   * Without either it ends with the browser.
   *
   * @throws IllegalArgumentException if the year isn't in 1601 to 9999
   */
  public C expires(Instant instant) {
    return with(CookieAttribute.EXPIRES, CookieRules.date(instant));
  }

  /** How long the cookie lives, rounded down to seconds; zero or less removes it at once. */
  public C maxAge(Duration age) {
    return with(CookieAttribute.MAX_AGE, Long.toString(age.toSeconds()));
  }

  /** Whether scripts can't read the cookie. */
  public C httpOnly(boolean httpOnly) {
    return with(CookieAttribute.HTTP_ONLY, flag(httpOnly));
  }

  /**
   * Whether a cookie of an embedded page is kept apart for each site that embeds it (CHIPS); needs
   * {@code Secure}.
   */
  public C partitioned(boolean partitioned) {
    return with(CookieAttribute.PARTITIONED, flag(partitioned));
  }

  /** Which cookies Chromium throws away first when there are too many. */
  public C priority(CookiePriority priority) {
    return with(CookieAttribute.PRIORITY, priority.wire());
  }

  /** Whether requests from other sites carry the cookie; {@code NONE} needs {@code Secure}. */
  public C sameSite(SameSite sameSite) {
    return with(CookieAttribute.SAME_SITE, sameSite.wire());
  }

  /** Leaves {@code SameSite} out: most browsers take it for {@link SameSite#LAX}. */
  public C withoutSameSite() {
    return with(CookieAttribute.SAME_SITE, null);
  }

  /** Puts an attribute in, or takes it out. */
  final C with(CookieAttribute attribute, @Nullable String value) {
    EnumMap<CookieAttribute, String> changed = copyOfAttributes();
    if (value == null) {
      changed.remove(attribute);
    } else {
      changed.put(attribute, value);
    }
    return with(changed);
  }

  final EnumMap<CookieAttribute, String> copyOfAttributes() {
    return attributes.clone();
  }

  static @Nullable String flag(boolean on) {
    return on ? CookieAttribute.FLAG : null;
  }
}
