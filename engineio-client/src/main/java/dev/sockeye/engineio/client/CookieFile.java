// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Cookies in a file: the {@code cookies.txt} of Netscape, which curl, wget and browser extensions
 * read and write. A line is a cookie, its parts have tabs between them: domain, whether hosts below
 * it get it too, path, whether it is {@code Secure}, when it expires (in seconds since 1970; 0 for
 * the end of a session), name and value.
 *
 * <pre>{@code
 * #HttpOnly_.example.com	TRUE	/	TRUE	1893456000	sid	31d4d96e407aad42
 * }</pre>
 *
 * <p>Cookies without an expiry are written too, as curl does it. Characters are bytes, as on the
 * wire.
 */
public final class CookieFile {
  private static final String HEADER = "# Netscape HTTP Cookie File";
  private static final String HTTP_ONLY = "#HttpOnly_";
  private static final int FIELDS = 7;

  private CookieFile() {}

  /**
   * The cookies of a file; those that have expired too.
   *
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException if a line is no cookie; names the line
   */
  public static List<Cookie> read(Path file) throws IOException {
    List<Cookie> cookies = new ArrayList<>();
    List<String> lines = Files.readAllLines(file, ISO_8859_1);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean httpOnly = line.startsWith(HTTP_ONLY);
      boolean isComment = line.startsWith("#") && !httpOnly;
      if (!isComment && !line.isBlank()) {
        try {
          cookies.add(cookie(httpOnly ? line.substring(HTTP_ONLY.length()) : line, httpOnly));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "line %d of %s is no cookie: %s".formatted(i + 1, file, e.getMessage()), e);
        }
      }
    }
    return List.copyOf(cookies);
  }

  private static Cookie cookie(String line, boolean httpOnly) {
    String[] fields = line.split("\t", FIELDS);
    if (fields.length < FIELDS - 1) {
      throw new IllegalArgumentException(
          "it has %d parts between tabs instead of %d".formatted(fields.length, FIELDS));
    }
    String domain = fields[0].startsWith(".") ? fields[0].substring(1) : fields[0];
    return new Cookie(
        fields[5],
        fields.length == FIELDS ? fields[6] : "",
        CookieOrigin.canonical(domain),
        !fields[1].equalsIgnoreCase("TRUE"),
        fields[2],
        fields[3].equalsIgnoreCase("TRUE"),
        httpOnly,
        fields[4].equals("0") ? null : Instant.ofEpochSecond(Long.parseLong(fields[4])));
  }

  /**
   * Writes cookies into a file, in the place of what was there: whoever reads it meanwhile gets the
   * whole of the old or of the new. Only the user of this process may read it, where the file
   * system knows users.
   *
   * @param cookies such as {@link CookieStore#list} gives
   * @throws IOException if it can't be written
   */
  public static void write(Path file, Collection<Cookie> cookies) throws IOException {
    Path target = file.toAbsolutePath();
    // A new file of this kind is its owner's alone.
    Path written = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
    try {
      List<String> lines = new ArrayList<>(List.of(HEADER, ""));
      cookies.forEach(cookie -> lines.add(line(cookie)));
      Files.write(written, lines, ISO_8859_1);
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static String line(Cookie cookie) {
    Instant expires = cookie.expires();
    return String.join(
        "\t",
        (cookie.httpOnly() ? HTTP_ONLY : "") + (cookie.hostOnly() ? "" : ".") + cookie.domain(),
        flag(!cookie.hostOnly()),
        cookie.path(),
        flag(cookie.secure()),
        String.valueOf(expires == null ? 0 : Math.max(1, expires.getEpochSecond())),
        cookie.name(),
        cookie.value());
  }

  private static String flag(boolean value) {
    return value ? "TRUE" : "FALSE";
  }
}
