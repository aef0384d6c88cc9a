// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.client.ConnectException;
import dev.sockeye.socketio.client.SimpleClient;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.ConnectErrorException;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/server.md says of its snippets, and its table of options. */
@Timeout(60)
class ServerGuideTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ((?:`\\w+`(?:, )?)+) \\| ([^|]+) \\|");

  @Test
  void aServerListensOnAPort() throws Exception {
    try (Listening server = ServerGuide.create(0)) {
      assertThat(get(server, "/socket.io/?EIO=4&transport=polling")).startsWith("200 0{\"sid\":");
    }
  }

  @Test
  void optionsAreThoseOfTheHandshake() {
    EngineOptions options = ServerGuide.options().engine().options();
    assertThat(options.pingInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.maxPayload()).isEqualTo(100_000);
    assertThat(options.perMessageDeflate()).isPresent();
  }

  @Test
  void aHostServesPagesAndHealthBesideTheServer(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("about.txt"), "a chat");
    try (Listening server = ServerGuide.host(SocketIoServer.create(), folder, 0)) {
      assertThat(get(server, "/about.txt")).isEqualTo("200 a chat");
      assertThat(get(server, "/health")).isEqualTo("200 {\"status\":\"up\"}");
      assertThat(get(server, "/nothing")).startsWith("404");
    }
  }

  @Test
  void clientsAreKnownByTheirCertificates(@TempDir Path folder) throws Exception {
    PemFiles pem = PemFiles.make(folder, "localhost");
    ClientTls.Builder trusting = ClientTls.builder().trust(pem.certificate());
    try (Listening server =
        ServerGuide.tls(
            SocketIoServer.create(), pem.certificate(), pem.key(), pem.certificate(), 0)) {
      String url = "https://localhost:" + server.port();
      ClientTls nobody = trusting.build();
      assertThat(catchThrowable(() -> SimpleClient.connect(url, with -> with.tls(nobody))))
          .isInstanceOf(ConnectException.class);
      ClientTls known = trusting.identity(pem.certificate(), pem.key()).build();
      try (SimpleClient client = SimpleClient.connect(url, with -> with.tls(known))) {
        SimpleClient.Event hello = client.receive(Duration.ofSeconds(20));
        assertThat(hello.args().string(0)).isEqualTo("CN=localhost");
      }
    }
  }

  @Test
  void listenersMayRunOnTheEventLoop() {
    SocketIoServer io = ServerGuide.ioThread();
    io.onConnection(socket -> socket.emit("on", socket.conn().scheduler().inThread()));
    try (TestClient client = TestClient.connect(io.service())) {
      assertThat(client.receive("on", Boolean.class)).isTrue();
    }
  }

  @Test
  void whatListenersThrowIsHandledAndTheSocketLivesOn() {
    List<String> log = new CopyOnWriteArrayList<>();
    SocketIoServer io = ServerGuide.errors(log);
    io.onConnection(
        socket -> {
          socket.on("fail", () -> ((List<?>) List.of()).get(0));
          socket.onRequest("next", () -> 1);
        });
    try (TestClient client = TestClient.connect(io.service())) {
      client.emit("fail").emitWithAck("next");
    }
    assertThat(log).singleElement().asString().startsWith("fail: ");
  }

  @Test
  void anObserverCountsWhoIsThere() {
    AtomicInteger online = new AtomicInteger();
    SocketIoServer io = ServerGuide.observe(online);
    io.onConnection(socket -> socket.emit("online", online.get()));
    try (TestHost host = TestHost.of(io.service())) {
      TestClient first = host.connect();
      first.receive("online");
      assertThat(host.connect().receive("online", Integer.class)).isEqualTo(2);
    }
  }

  @Test
  void refusedRequestsAreTold() throws Exception {
    List<String> log = new CopyOnWriteArrayList<>();
    SocketIoServer io = SocketIoServer.create();
    ServerGuide.refused(io, log);
    try (Listening server = io.listen(0)) {
      get(server, "/socket.io/?EIO=4&transport=carrier-pigeon");
    }
    assertThat(log).singleElement().asString().startsWith("UNKNOWN_TRANSPORT /127.0.0.1");
  }

  @Test
  void aClosedServerRefusesClients() {
    SocketIoServer io = SocketIoServer.create();
    ServerGuide.close(io);
    assertThat(io.isDraining()).isTrue();
    assertThat(catchThrowable(() -> TestClient.connect(io.service())))
        .isInstanceOf(ConnectErrorException.class);
  }

  @Test
  void theTimesOfDrainingAreOptions() {
    assertThat(ServerGuide.drain().engine().options().drainTimeout())
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theTableHasEveryOptionOfTheBuilder() throws IOException {
    List<String> options =
        Stream.of(SocketIoServer.Builder.class.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> method.getReturnType().getSimpleName().endsWith("Builder"))
            .map(Method::getName)
            .distinct()
            .toList();
    assertThat(options).contains("path", "cors", "parser");
    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(options);
  }

  @TestFactory
  Stream<DynamicTest> theTableHasTheDefaultsOfTheEngine() throws IOException {
    EngineOptions defaults = SocketIoServer.create().engine().options();
    Map<String, String> table = table();
    return Stream.of(EngineOptions.class.getMethods())
        .filter(getter -> table.containsKey(getter.getName()))
        .filter(
            getter ->
                List.of(int.class, boolean.class, Duration.class, String.class)
                    .contains(getter.getReturnType()))
        .map(
            getter ->
                DynamicTest.dynamicTest(
                    getter.getName(),
                    () ->
                        assertThat(table.get(getter.getName()))
                            .isEqualTo(text(getter.invoke(defaults)))));
  }

  /** The defaults by the options' names. */
  private static Map<String, String> table() throws IOException {
    Map<String, String> table = new TreeMap<>();
    for (MatchResult row : ROW.matcher(Files.readString(Path.of("server.md"))).results().toList()) {
      for (String name : row.group(1).split(", ")) {
        table.put(name.replace("`", ""), row.group(2).strip());
      }
    }
    return table;
  }

  private static String text(Object value) {
    if (value instanceof Duration time) {
      return time.toSeconds() + " s";
    }
    if (value instanceof Integer number) {
      return number == 0
          ? "any number"
          : number % (1 << 20) == 0 ? number / (1 << 20) + " MiB" : "%,d".formatted(number);
    }
    return "`" + value + "`";
  }

  private static String get(Listening server, String path) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.port() + path);
    var response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
