// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A jar beside a plain list that is searched from end to end, in the words of RFC 6265. Seeded, and
 * each failure names its seed.
 */
class CookieJarPropertiesTest {
  private static final String[] HOSTS = {
    "example.com", "a.example.com", "b.a.example.com", "xample.com", "127.0.0.1", "10.0.0.1"
  };
  private static final String[] PATHS = {"", "/", "/a", "/a/", "/a/b", "/ab"};
  private static final String[] SCHEMES = {"http", "https", "ws", "wss"};

  @Test
  void aJarSendsWhatTheRfcSays() {
    for (long seed = 0; seed < 1000; seed++) {
      new Run(seed).play();
    }
  }

  /** A cookie that was set, with the moment at which the first of its kind was. */
  private record Entry(Cookie cookie, int created) {}

  private static final class Run {
    private final long seed;
    private final SplittableRandom random;
    private final List<Entry> model = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CookieJar jar = CookieJar.builder().clock(() -> now).build();

    Run(long seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    void play() {
      for (int step = 0; step < 40; step++) {
        URI uri = URI.create(oneOf(SCHEMES) + "://" + oneOf(HOSTS) + oneOf(PATHS));
        if (random.nextInt(3) > 0) {
          set(uri, step);
        } else {
          assertThat(jar.load(uri))
              .as("seed %d, step %d, %s", seed, step, uri)
              .isEqualTo(sent(uri));
        }
        now = now.plusSeconds(random.nextInt(3));
      }
    }

    private void set(URI uri, int step) {
      String name = "c" + random.nextInt(3);
      boolean domain = random.nextInt(3) == 0;
      String path = oneOf(PATHS);
      boolean secure = random.nextInt(4) == 0;
      int age = random.nextInt(12);
      String line =
          name
              + "="
              + step
              + (domain ? "; Domain=" + uri.getHost() : "")
              + (path.isEmpty() ? "" : "; Path=" + path)
              + (secure ? "; Secure" : "")
              + (age < 6 ? "; Max-Age=" + age : "");
      jar.store(uri, List.of(line));
      Cookie cookie =
          new Cookie(
              name,
              String.valueOf(step),
              uri.getHost(),
              !domain || Character.isDigit(uri.getHost().charAt(0)),
              path.isEmpty() ? folder(uri.getPath()) : path,
              secure,
              false,
              age < 6 ? now.plusSeconds(age) : null);
      keep(uri, cookie, step);
    }

    private void keep(URI uri, Cookie cookie, int step) {
      model.removeIf(entry -> isOver(entry.cookie()));
      boolean hides =
          model.stream()
              .map(Entry::cookie)
              .anyMatch(
                  kept ->
                      kept.secure()
                          && kept.name().equals(cookie.name())
                          && (isHostIn(kept.domain(), cookie.domain())
                              || isHostIn(cookie.domain(), kept.domain()))
                          && isPathIn(cookie.path(), kept.path()));
      if (!isSafe(uri) && (cookie.secure() || hides)) {
        return;
      }
      int created = step;
      for (Entry entry : List.copyOf(model)) {
        Cookie kept = entry.cookie();
        if (kept.name().equals(cookie.name())
            && kept.domain().equals(cookie.domain())
            && kept.path().equals(cookie.path())) {
          created = entry.created();
          model.remove(entry);
        }
      }
      model.add(new Entry(cookie, created));
    }

    private String sent(URI uri) {
      String path = uri.getPath().isEmpty() ? "/" : uri.getPath();
      return model.stream()
          .filter(entry -> !isOver(entry.cookie()))
          .filter(entry -> isSafe(uri) || !entry.cookie().secure())
          .filter(entry -> isPathIn(path, entry.cookie().path()))
          .filter(
              entry ->
                  entry.cookie().domain().equals(uri.getHost())
                      || (!entry.cookie().hostOnly()
                          && isHostIn(uri.getHost(), entry.cookie().domain())))
          .sorted(
              Comparator.<Entry>comparingInt(entry -> -entry.cookie().path().length())
                  .thenComparingInt(Entry::created))
          .map(entry -> entry.cookie().name() + "=" + entry.cookie().value())
          .collect(Collectors.joining("; "));
    }

    private boolean isOver(Cookie cookie) {
      return cookie.expires() != null && !now.isBefore(cookie.expires());
    }

    private static boolean isSafe(URI uri) {
      return List.of("https", "wss").contains(uri.getScheme()) || uri.getHost().equals("127.0.0.1");
    }

    private static boolean isHostIn(String host, String domain) {
      return host.equals(domain)
          || (host.endsWith("." + domain) && !Character.isDigit(host.charAt(0)));
    }

    private static boolean isPathIn(String path, String top) {
      return path.equals(top) || path.startsWith(top.endsWith("/") ? top : top + "/");
    }

    private static String folder(String path) {
      int last = path.lastIndexOf('/');
      return last <= 0 ? "/" : path.substring(0, last);
    }

    private String oneOf(String... texts) {
      return texts[random.nextInt(texts.length)];
    }
  }
}
