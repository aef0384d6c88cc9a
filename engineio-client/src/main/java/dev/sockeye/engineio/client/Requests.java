// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.client.spi.Route;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Scheduler;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of one session, each with what it has to carry. On the connection's thread.
 */
final class Requests {
  private final EngineOptions options;
  private final CookieStore cookies;
  private final Network network;
  private final Scheduler scheduler;
  private final ServerUri server;
  private final Route route;
  private final Map<String, String> query;
  private final Headers extraHeaders;

  /** Null until the handshake. */
  private @Nullable String sid;

  /** Asks for the server, the query and the headers of this session; throws what that throws. */
  Requests(EngineOptions options, CookieStore cookies, Network network, Scheduler scheduler) {
    this.options = options;
    this.cookies = cookies;
    this.network = network;
    this.scheduler = scheduler;
    this.server = options.nextUri();
    this.route = options.routeTo(server);
    this.query = options.query == null ? server.query() : options.query.get();
    this.extraHeaders = options.extraHeaders.get();
  }

  /** The server that they go to. */
  ServerUri server() {
    return server;
  }

  /** From now on requests belong to this session. */
  void sid(String sid) {
    this.sid = sid;
  }

  /** Polls, or posts if there is a body. The callback is called later, never from here. */
  Scheduler.Cancellable http(@Nullable RawData body, HttpCallback callback) {
    String method = body == null ? "GET" : "POST";
    Exchange exchange = new Exchange(options, scheduler, callback);
    try {
      ClientRequest request = request(Transport.POLLING, method, exchange);
      HttpCall call =
          new HttpCall(
              route, method, target(request), request.headers(), body, options.maxResponseBytes);
      exchange.begin(network.send(call, scheduler, exchange));
    } catch (RuntimeException e) {
      scheduler.execute(() -> exchange.onFailure(e));
    }
    return exchange;
  }

  /** Opens a WebSocket. The callback is called later, never from here. */
  Scheduler.Cancellable webSocket(WebSocketCallback callback) {
    WebSocketExchange exchange = new WebSocketExchange(options, callback);
    try {
      ClientRequest request = request(Transport.WEBSOCKET, "GET", exchange.steps);
      WebSocketCall call =
          new WebSocketCall(
              route, target(request), request.headers(), options.protocols, options.webSocketTerms);
      return network.openWebSocket(call, scheduler, exchange);
    } catch (RuntimeException e) {
      scheduler.execute(() -> exchange.onClose(1006, e));
      return () -> {};
    }
  }

  private ClientRequest request(Transport transport, String method, ResponseSteps steps) {
    TransportOptions own = options.of(transport);
    URI uri = server.at(path(own));
    Headers headers = Headers.create().addAll(extraHeaders);
    own.extraHeaders().forEach((name, value) -> headers.remove(name));
    headers.addAll(own.extraHeaders());
    if (!headers.contains("Accept") && transport == Transport.POLLING) {
      headers.add("Accept", "*/*");
    }
    if (method.equals("POST")) {
      headers.set("Content-Type", "text/plain;charset=UTF-8");
    }
    RequestCookies jar = new RequestCookies(cookies, uri);
    ClientRequest request =
        new ClientRequest(transport, method, uri, query(transport, own), jar.addTo(headers));
    steps.expect(request, jar);
    if (options.onRequest != null) {
      options.onRequest.accept(request);
    }
    return request;
  }

  private String path(TransportOptions own) {
    String path = own.path() == null ? options.path : own.path();
    return options.addTrailingSlash && !path.endsWith("/") ? path + "/" : path;
  }

  private static String target(ClientRequest request) {
    return request.uri().getRawPath() + "?" + request.query();
  }

  private String query(Transport transport, TransportOptions own) {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.putAll(own.query());
    all.keySet().remove("sid");
    all.put("EIO", "4");
    all.put("transport", transport.wireName());
    if (sid != null) {
      all.put("sid", sid);
    }
    boolean isPolling = transport == Transport.POLLING;
    Boolean stamp =
        own.timestampRequests() != null ? own.timestampRequests() : options.timestampRequests;
    if (stamp == null ? isPolling : stamp) {
      long unique = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
      all.put(options.timestampParam, Long.toString(unique, Character.MAX_RADIX));
    }
    if (isBase64(transport) && (sid == null || !isPolling)) {
      all.put("b64", "1");
    }
    return Query.encode(all);
  }

  /** Whether blobs travel as text over a transport that could do otherwise. */
  boolean isBase64(Transport transport) {
    Boolean own = options.of(transport).forceBase64();
    return own != null ? own : options.forceBase64;
  }
}
