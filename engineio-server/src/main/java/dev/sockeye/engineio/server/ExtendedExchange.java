// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.spi.Scheduler;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * An exchange whose response gets more headers than whoever answers gives it, be that a poll's
 * payload, an error or a 101: those of CORS, filters, the session cookie and header hooks. An
 * exchange that needs none isn't wrapped, so a server without these pays nothing for them.
 */
class ExtendedExchange implements HttpExchange {
  private final HttpExchange exchange;
  private final Request request;

  /** Replaced as a whole. Handed on with the exchange from thread to thread. */
  private Headers added = Headers.create();

  /** Whether the header hooks have run. Handed on with the exchange from thread to thread. */
  private boolean isHooked;

  ExtendedExchange(HttpExchange exchange, Request request) {
    this.exchange = exchange;
    this.request = request;
  }

  /** The request that all who add headers have seen. */
  final Request request() {
    return request;
  }

  /** The headers to be added. */
  final Headers added() {
    return added;
  }

  /**
   * A copy of the headers to be added, for a step of the application's: nothing of it counts before
   * the step has succeeded, so one that fails, or goes on after its time is over, leaves no trace.
   */
  final Headers draft() {
    return added.copy();
  }

  /** What a step has made of its draft, which was checked. */
  final void keep(Headers draft) {
    added = draft;
  }

  final boolean isHooked() {
    return isHooked;
  }

  final void markHooked() {
    isHooked = true;
  }

  @Override
  public final void respond(HttpResponse response) {
    Headers all = AddedHeaders.merged(response.headers(), added);
    exchange.respond(new HttpResponse(response.status(), all, response.body(), response.close()));
  }

  @Override
  public final String method() {
    return exchange.method();
  }

  @Override
  public final String path() {
    return exchange.path();
  }

  @Override
  public final String query() {
    return exchange.query();
  }

  @Override
  public final Headers headers() {
    return exchange.headers();
  }

  @Override
  public final InetSocketAddress remoteAddress() {
    return exchange.remoteAddress();
  }

  @Override
  public final boolean isSecure() {
    return exchange.isSecure();
  }

  @Override
  public final List<X509Certificate> clientCertificates() {
    return exchange.clientCertificates();
  }

  @Override
  public final Scheduler scheduler() {
    return exchange.scheduler();
  }

  @Override
  public final void readBody(BodyReader reader) {
    exchange.readBody(reader);
  }

  @Override
  public final void onAbort(Runnable action) {
    exchange.onAbort(action);
  }
}
