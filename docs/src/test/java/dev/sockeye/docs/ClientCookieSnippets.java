// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.client.Cookie;
import dev.sockeye.engineio.client.CookieFile;
import dev.sockeye.engineio.client.CookieJar;
import dev.sockeye.engineio.client.CookieStore;
import dev.sockeye.socketio.client.SocketIoClient;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** The code of docs/client-cookies.md. */
final class ClientCookieSnippets {
  private ClientCookieSnippets() {}

  static void look(SocketIoClient client, URI url) {
    // tag::look[]
    CookieStore cookies = client.cookies();
    for (Cookie cookie : cookies.list()) {
      System.out.println(cookie.name() + " for " + cookie.domain() + cookie.path());
    }
    cookies.set(url, "lang=en; Path=/; Max-Age=3600");
    // end::look[]
  }

  static void forget(SocketIoClient client) {
    // tag::clear[]
    client.cookies().clear();
    // end::clear[]
  }

  static SocketIoClient limits(URI url) {
    // tag::limits[]
    CookieJar jar =
        CookieJar.builder().maxCookies(100).maxCookiesPerDomain(20).maxCookieBytes(1024).build();
    SocketIoClient client = SocketIoClient.builder(url).cookies(jar).build();
    // end::limits[]
    return client;
  }

  static SocketIoClient login(URI url) throws IOException, InterruptedException {
    // tag::login[]
    CookieJar jar = CookieStore.inMemory();
    HttpClient http = HttpClient.newBuilder().cookieHandler(jar.asCookieHandler()).build();
    HttpRequest login =
        HttpRequest.newBuilder(url.resolve("/login"))
            .POST(BodyPublishers.ofString("name=Grace"))
            .build();
    http.send(login, BodyHandlers.discarding());
    SocketIoClient client = SocketIoClient.builder(url).cookies(jar).build();
    // end::login[]
    return client;
  }

  static SocketIoClient handler(URI url, CookieManager manager) {
    // tag::handler[]
    SocketIoClient client = SocketIoClient.builder(url).cookies(CookieStore.of(manager)).build();
    // end::handler[]
    return client;
  }

  static CookieJar load(Path file) throws IOException {
    // tag::load[]
    CookieJar jar = CookieStore.inMemory();
    if (Files.exists(file)) {
      jar.addAll(CookieFile.read(file));
    }
    // end::load[]
    return jar;
  }

  static void save(Path file, CookieJar jar) throws IOException {
    // tag::save[]
    CookieFile.write(file, jar.list());
    // end::save[]
  }

  static SocketIoClient header(URI url, String sessionId) {
    // tag::header[]
    SocketIoClient client =
        SocketIoClient.builder(url).extraHeaders(Headers.of("Cookie", "sid=" + sessionId)).build();
    // end::header[]
    return client;
  }

  static SocketIoClient none(URI url) {
    // tag::none[]
    SocketIoClient client = SocketIoClient.builder(url).cookies(CookieStore.none()).build();
    // end::none[]
    return client;
  }

  static SocketIoClient byHand(URI url) {
    // tag::recipe[]
    AtomicReference<String> balancer = new AtomicReference<>("");
    SocketIoClient client =
        SocketIoClient.builder(url)
            .cookies(CookieStore.none())
            .onResponse(
                response -> {
                  for (String line : response.headers().all("Set-Cookie")) {
                    if (line.startsWith("AWSALB=")) {
                      balancer.set(line.split(";", 2)[0]);
                    }
                  }
                })
            .onRequest(
                request -> {
                  if (!balancer.get().isEmpty()) {
                    request.headers().set("Cookie", balancer.get());
                  }
                })
            .build();
    // end::recipe[]
    return client;
  }
}
