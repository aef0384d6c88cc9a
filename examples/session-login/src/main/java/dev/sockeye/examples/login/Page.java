// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with gaps, {@code {{name}}}, to be filled with text that may be anything. */
final class Page {
  private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");
  private static final String POLICY =
      "default-src 'self'; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private final String template;

  private Page(String template) {
    this.template = template;
  }

  /** A page of this program's resources. */
  static Page load(String name) {
    try (InputStream in = Page.class.getResourceAsStream("/templates/" + name)) {
      if (in == null) {
        throw new IOException("no page " + name);
      }
      return new Page(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page with its gaps filled. What fills them stays text, whatever is in it. */
  String fill(Map<String, String> texts) {
    return GAP.matcher(template)
        .replaceAll(gap -> Matcher.quoteReplacement(escape(texts.getOrDefault(gap.group(1), ""))));
  }

  /** The filled page as a response, with what browsers must know to show it safely. */
  HttpResponse response(int status, Headers cookies, Map<String, String> texts) {
    Headers headers =
        Headers.create()
            .add("Content-Type", "text/html; charset=utf-8")
            .add("Content-Security-Policy", POLICY)
            .add("X-Content-Type-Options", "nosniff")
            .add("Referrer-Policy", "same-origin")
            .add("Cache-Control", "no-store")
            .addAll(cookies);
    return HttpResponse.of(status, headers, fill(texts).getBytes(UTF_8));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
