// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the official JavaScript client below the server's path. Implements the server option
 * {@code serveClient}.
 *
 * <pre>
 * GET /socket.io/socket.io.js      200, Content-Encoding: br, ETag: "4.8.4"
 *     If-None-Match: "4.8.4"       304
 * GET /socket.io/other.js          not its own: goes on to the engine
 * </pre>
 *
 * <p>Files are read and compressed at the first request for them, by {@code readers}, never on an
 * event loop. Safe for use from any thread.
 */
final class ClientFileHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ClientFileHandler.class);
  private static final byte[] NO_BODY = {};

  private final String folder;
  private final Optional<ClientFiles> files;
  private final Executor readers;

  /**
   * @param path the server's path, without a trailing slash
   * @param files the files; empty if there are none on the class path, of which clients are told
   * @param readers runs what blocks
   */
  ClientFileHandler(String path, Optional<ClientFiles> files, Executor readers) {
    this.folder = path + "/";
    this.files = files;
    this.readers = readers;
  }

  /** Whether a path is that of one of the client's files. */
  boolean handles(String path) {
    return path.length() > folder.length()
        && path.startsWith(folder)
        && ClientFiles.NAMES.contains(path.substring(folder.length()));
  }

  @Override
  public void handle(HttpExchange exchange) {
    if (files.isPresent()) {
      answer(exchange, files.get());
    } else {
      Headers headers = Headers.of("Content-Type", "text/plain; charset=utf-8");
      exchange.respond(HttpResponse.of(404, headers, explanation(exchange)));
    }
  }

  private void answer(HttpExchange exchange, ClientFiles found) {
    String tag = '"' + found.version() + '"';
    Headers headers =
        Headers.create()
            .add("Cache-Control", "public, max-age=0")
            .add("ETag", tag)
            // Caches in between must not give a compressed file to those who can't read it.
            .add("Vary", "Accept-Encoding");
    if (isKnown(exchange, tag)) {
      exchange.respond(HttpResponse.of(304, headers, NO_BODY));
      return;
    }
    String name = exchange.path().substring(folder.length());
    ContentCoding coding =
        ContentCoding.best(found.codings(), exchange.headers().all("Accept-Encoding"));
    headers.add("Content-Type", contentType(name));
    if (coding != ContentCoding.IDENTITY) {
      headers.add("Content-Encoding", coding.wireName());
    }
    byte[] known = found.known(name, coding);
    if (known != null) {
      exchange.respond(HttpResponse.of(200, headers, known));
    } else {
      readers.execute(() -> exchange.respond(read(found, name, coding, headers)));
    }
  }

  private static HttpResponse read(
      ClientFiles found, String name, ContentCoding coding, Headers headers) {
    try {
      return HttpResponse.of(200, headers, found.bytes(name, coding));
    } catch (RuntimeException e) {
      LOG.error("could not serve {} of {}", name, found, e);
      return HttpResponse.empty(500);
    }
  }

  private static boolean isKnown(HttpExchange exchange, String tag) {
    return exchange.headers().all("If-None-Match").stream()
        .flatMap(line -> Stream.of(line.split(",", -1)))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }

  private static String contentType(String name) {
    String type = name.endsWith(".map") ? "application/json" : "application/javascript";
    return type + "; charset=utf-8";
  }

  private static byte[] explanation(HttpExchange exchange) {
    String text =
        "The Socket.IO client's files are not on the server's class path: add"
            + " dev.sockeye:sockeye-client-files, or take the client from elsewhere and switch"
            + " this off with serveClient(false).\n";
    LOG.debug("{}: {}", exchange.path(), text.strip());
    return text.getBytes(UTF_8);
  }
}
