// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves files: the pages and scripts of a small application. Answers GET and HEAD, with an {@code
 * ETag} so that browsers need not load again what they have; {@code /} means {@code index.html}.
 * Hidden files, and whatever lies outside of the root, are not found. Files above 64 MiB are
 * refused.
 *
 * <p>Files are read on the common pool, never on an event loop. Safe for use from any thread.
 */
public final class StaticFiles implements HttpHandler {
  private static final Logger log = LoggerFactory.getLogger(StaticFiles.class);
  private static final Executor READERS = ForkJoinPool.commonPool();

  private final FileSource source;
  private final HttpHandler otherwise;

  private StaticFiles(FileSource source, HttpHandler otherwise) {
    this.source = source;
    this.otherwise = otherwise;
  }

  private static StaticFiles of(FileSource source) {
    return new StaticFiles(source, exchange -> exchange.respond(HttpResponse.empty(404)));
  }

  /** The files below a directory, as they are when they are asked for. */
  public static StaticFiles directory(Path root) {
    return of(FileSource.directory(Objects.requireNonNull(root, "root")));
  }

  /**
   * The resources of a class loader below a root such as {@code "public"} or, for WebJars, {@code
   * "META-INF/resources"}. In a named module, the root must not be one of its closed packages.
   */
  public static StaticFiles resources(ClassLoader loader, String root) {
    Objects.requireNonNull(loader, "loader");
    return of(
        FileSource.resources(loader, root.isEmpty() || root.endsWith("/") ? root : root + "/"));
  }

  /** These files, and what answers where there is none. Default: 404. */
  public StaticFiles orElse(HttpHandler other) {
    return new StaticFiles(source, Objects.requireNonNull(other, "other"));
  }

  @Override
  public void handle(HttpExchange exchange) {
    boolean reads = exchange.method().equals("GET") || exchange.method().equals("HEAD");
    Optional<String> name = reads ? fileName(exchange.path()) : Optional.empty();
    if (name.isPresent()) {
      READERS.execute(() -> serve(exchange, name.get()));
    } else {
      otherwise.handle(exchange);
    }
  }

  private void serve(HttpExchange exchange, String name) {
    try {
      Optional<FileSource.File> file = source.find(name);
      if (file.isPresent()) {
        exchange.respond(response(exchange, name, file.get()));
      } else {
        exchange.scheduler().execute(() -> otherwise.handle(exchange));
      }
    } catch (IOException | RuntimeException e) {
      log.error("could not serve {}", name, e);
      exchange.respond(HttpResponse.empty(500));
    }
  }

  private static HttpResponse response(HttpExchange exchange, String name, FileSource.File file)
      throws IOException {
    String tag = '"' + file.version() + '"';
    Headers headers =
        Headers.create()
            .add("Content-Type", ContentTypes.of(name))
            .add("X-Content-Type-Options", "nosniff")
            // To be kept, but not to be used without asking.
            .add("Cache-Control", "no-cache")
            .add("ETag", tag);
    boolean known = exchange.headers().all("If-None-Match").stream().anyMatch(t -> t.contains(tag));
    return known
        ? HttpResponse.of(304, headers, new byte[0])
        : HttpResponse.of(200, headers, file.bytes().read());
  }

  /** The file that a path means; empty if there can't be one. */
  private static Optional<String> fileName(String path) {
    String decoded;
    try {
      decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String name = decoded.endsWith("/") ? decoded + "index.html" : decoded;
    if (!name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(0) >= 0) {
      return Optional.empty();
    }
    // No empty names and none that begin with a dot: ".", ".." and hidden files at once.
    return name.contains("/.") || name.contains("//")
        ? Optional.empty()
        : Optional.of(name.substring(1));
  }
}
