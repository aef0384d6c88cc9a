// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.spi.Bounds;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store that keeps cookies in memory by the rules of RFC 6265: domain and host, path, {@code
 * Secure}, {@code Max-Age} before {@code Expires}, public suffixes such as {@code co.uk} refused,
 * values sent back byte for byte. Where browsers follow the successor (6265bis) it does so too:
 *
 * <ul>
 *   <li>{@code Secure} cookies come from secure connections only, and are not replaced or hidden
 *       from insecure ones; this machine (localhost, 127.0.0.0/8, ::1) counts as secure
 *   <li>{@code __Secure-} and {@code __Host-} at the beginning of a name are enforced
 *   <li>control characters, and more than {@code maxCookieBytes}, refuse a cookie
 * </ul>
 *
 * <p>{@code SameSite} and {@code Partitioned} have no meaning without pages. Other than in browsers
 * a cookie may last longer than 400 days, and needs a name.
 *
 * <p>What is refused is logged at debug level, without its value. Safe for use from any thread;
 * several clients may share a jar. {@link CookieFile} saves what it has.
 */
public final class CookieJar implements CookieStore {
  private static final Logger log = LoggerFactory.getLogger(CookieJar.class);

  private final int maxCookieBytes;
  private final InstantSource clock;

  /** Guarded by itself. */
  private final KeptCookies kept;

  private CookieJar(Builder builder) {
    maxCookieBytes = builder.maxCookieBytes;
    clock = builder.clock;
    kept = new KeptCookies(builder.maxCookies, builder.maxCookiesPerDomain);
  }

  /** Starts with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String load(URI uri) {
    CookieOrigin origin = CookieOrigin.of(uri);
    StringJoiner header = new StringJoiner("; ");
    synchronized (kept) {
      for (Cookie cookie : kept.matching(origin, clock.instant())) {
        header.add(cookie.name() + "=" + cookie.value());
      }
    }
    return header.toString();
  }

  @Override
  public void store(URI uri, List<String> setCookies) {
    for (String line : setCookies) {
      try {
        set(uri, line);
      } catch (IllegalArgumentException e) {
        log.debug("passed over a Set-Cookie of {}: {}", uri.getHost(), e.getMessage());
      }
    }
  }

  /**
   * Sets a cookie by hand, as if a response had set it. One that has expired, as with {@code
   * Max-Age=0}, removes what it would replace.
   *
   * @throws IllegalArgumentException if that host may not set it, or the line has no name
   */
  @Override
  public void set(URI uri, String setCookie) {
    CookieOrigin origin = CookieOrigin.of(uri);
    SetCookieLine line = SetCookieLine.parse(setCookie);
    Cookie cookie = CookieRules.accept(origin, line, maxCookieBytes, clock.instant());
    synchronized (kept) {
      if (!origin.secure() && kept.hidesSecure(cookie, clock.instant())) {
        throw CookieRules.refused(line, "a Secure cookie of that name is not replaced without TLS");
      }
      kept.put(cookie, clock.instant());
    }
  }

  /**
   * Keeps cookies that were kept before, as those of a {@link CookieFile}: nobody is asked whether
   * their domains may set them. They count as set in this order.
   */
  public void addAll(Collection<Cookie> cookies) {
    synchronized (kept) {
      cookies.forEach(cookie -> kept.put(cookie, clock.instant()));
    }
  }

  @Override
  public List<Cookie> list() {
    synchronized (kept) {
      return kept.list(clock.instant());
    }
  }

  @Override
  public void clear() {
    synchronized (kept) {
      kept.clear();
    }
  }

  /** Builds a jar; the limits are the least that RFC 6265 §6.1 wants of a client. */
  public static final class Builder {
    private int maxCookies = 3000;
    private int maxCookiesPerDomain = 50;
    private int maxCookieBytes = 4096;
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /**
     * How many cookies are kept in all: 3000 unless set. When there are more, expired ones go, then
     * the one that was unused for longest; one that isn't {@code Secure} before one that is.
     */
    public Builder maxCookies(int maxCookies) {
      this.maxCookies = Bounds.positive("maxCookies", maxCookies);
      return this;
    }

    /** How many cookies of one domain are kept: 50 unless set. More are treated likewise. */
    public Builder maxCookiesPerDomain(int maxCookiesPerDomain) {
      this.maxCookiesPerDomain = Bounds.positive("maxCookiesPerDomain", maxCookiesPerDomain);
      return this;
    }

    /** How long name and value of a cookie may be together: 4096 bytes unless set. */
    public Builder maxCookieBytes(int maxCookieBytes) {
      this.maxCookieBytes = Bounds.positive("maxCookieBytes", maxCookieBytes);
      return this;
    }

    /** What says when a cookie has expired: the system's clock unless set. */
    public Builder clock(InstantSource clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** A new, empty jar. */
    public CookieJar build() {
      return new CookieJar(this);
    }
  }
}
