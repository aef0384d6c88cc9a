// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
  private final StaticFiles resources =
      StaticFiles.resources(StaticFilesTest.class.getClassLoader(), "public");

  @TempDir private Path above;
  private Path root;

  @BeforeEach
  void layOutFiles() throws IOException {
    root = Files.createDirectories(above.resolve("root"));
    Files.writeString(above.resolve("secret.txt"), "secret");
    Files.writeString(root.resolve("index.html"), "home");
    Files.writeString(root.resolve(".hidden"), "hidden");
    Files.writeString(root.resolve("grüße.txt"), "grüße");
  }

  private static WireClient.Response get(StaticFiles files, String path) {
    try (Listening server = NettyHost.builder().handler(files).start();
        WireClient client = WireClient.connect(server.address())) {
      return client.get(path).response();
    }
  }

  @Test
  void aFileIsServedWithItsType() {
    WireClient.Response response = get(resources, "/style.css");
    assertThat(response.text()).isEqualTo("body { }");
    assertThat(response.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
  }

  @Test
  void aSlashMeansTheIndex() {
    assertThat(get(resources, "/").text()).isEqualTo("hello");
    assertThat(get(StaticFiles.directory(root), "/?v=1").text()).isEqualTo("home");
  }

  @Test
  void namesAreDecoded() {
    assertThat(get(StaticFiles.directory(root), "/gr%C3%BC%C3%9Fe.txt").text()).isEqualTo("grüße");
  }

  @Test
  void aFileThatChangesIsServedAsItIs() throws IOException {
    StaticFiles files = StaticFiles.directory(root);
    get(files, "/");
    Files.writeString(root.resolve("index.html"), "another home");
    assertThat(get(files, "/").text()).isEqualTo("another home");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/link.txt",
        "/.hidden",
        "//etc/passwd",
        "/index.html%00",
        "/%zz",
        "/none"
      })
  void whatIsNotAFileBelowTheRootIsNotFound(String path) throws IOException {
    Files.createSymbolicLink(root.resolve("link.txt"), above.resolve("secret.txt"));
    assertThat(get(StaticFiles.directory(root), path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/deep", "/../logback-test.xml", "/none"})
  void whatIsNotAResourceBelowTheRootIsNotFound(String path) {
    assertThat(get(resources, path).status()).isEqualTo(404);
  }

  @Test
  void theOwnerOfTheSameVersionNeedNotLoadItAgain() {
    String tag = get(resources, "/style.css").header("ETag");
    try (Listening server = NettyHost.builder().handler(resources).start();
        WireClient client = WireClient.connect(server.address())) {
      client.send("GET /style.css HTTP/1.1\r\nHost: a\r\nIf-None-Match: " + tag + "\r\n\r\n");
      assertThat(client.response().status()).isEqualTo(304);
      assertThat(client.get("/style.css").response().status()).isEqualTo(200);
    }
  }

  @Test
  void aHeadIsAnsweredWithoutTheFile() {
    try (Listening server = NettyHost.builder().handler(resources).start();
        WireClient client = WireClient.connect(server.address())) {
      client.send("HEAD /style.css HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      assertThat(client.headResponse().header("Content-Length")).isEqualTo("8");
      assertThat(client.untilClosed()).isEmpty();
    }
  }

  @Test
  void anotherHandlerAnswersWhereThereIsNoFile() {
    StaticFiles files =
        resources.orElse(
            exchange ->
                exchange.respond(
                    HttpResponse.of(200, exchange.headers(), exchange.path().getBytes(UTF_8))));
    assertThat(get(files, "/health").text()).isEqualTo("/health");
    assertThat(get(files, "/").text()).isEqualTo("hello");
  }
}
