// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.client.Cookie;
import dev.sockeye.engineio.client.CookieFile;
import dev.sockeye.engineio.client.CookieJar;
import dev.sockeye.engineio.client.CookieStore;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.server.SocketIoServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of cookies that is passed between curl and a client's jar. */
class CurlCookieFileTest {
  private final SocketIoServer io =
      SocketIoServer.builder().drainTimeout(Duration.ofMillis(1)).build();
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final Listening server = io.listen(0);
  private final URI url =
      URI.create("http://localhost:" + server.port() + "/socket.io/?EIO=4&transport=polling");

  @TempDir private Path folder;

  CurlCookieFileTest() {
    io.engine()
        .onInitialHeaders(
            (headers, request) -> {
              seen.add(request.header("Cookie").orElse(""));
              headers.addCookie(
                  SetCookie.of("AWSALB", "x/+=", UnaryOperator.identity())
                      .path("/")
                      .maxAge(Duration.ofDays(7)));
              headers.addCookie(
                  SetCookie.of("sid", "\"q\"", UnaryOperator.identity())
                      .path("/socket.io")
                      .httpOnly(true));
            });
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void curlSendsWhatTheJarHad() throws Exception {
    CookieJar jar = CookieStore.inMemory();
    jar.set(url, "io=app01~abc; Path=/; HttpOnly");
    jar.set(url, "lang=\"en\"; Secure");
    jar.set(url, "up=1; Path=/; Max-Age=60");
    jar.set(url, "elsewhere=1; Path=/x");
    CookieFile.write(file(), jar.list());
    curl("-b");
    // Among paths of one length curl has an order of its own.
    assertThat(seen.remove().split("; ", -1))
        .containsExactlyInAnyOrder(jar.load(url).split("; ", -1));
  }

  @Test
  void theJarSendsWhatCurlHad() throws Exception {
    curl("-c");
    CookieJar jar = CookieStore.inMemory();
    jar.addAll(CookieFile.read(file()));
    assertThat(jar.load(url)).isEqualTo("sid=\"q\"; AWSALB=x/+=");
  }

  @Test
  void whatCurlWritesIsWhatTheJarHears() throws Exception {
    curl("-c");
    assertThat(CookieFile.read(file()))
        .extracting(Cookie::name, Cookie::domain, Cookie::hostOnly, Cookie::path, Cookie::httpOnly)
        .containsExactlyInAnyOrder(
            tuple("AWSALB", "localhost", true, "/", false),
            tuple("sid", "localhost", true, "/socket.io", true));
  }

  private void curl(String option) throws IOException, InterruptedException {
    Process curl =
        new ProcessBuilder(List.of("curl", "-sS", option, file().toString(), url.toString()))
            .redirectErrorStream(true)
            .start();
    String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor()).as(answer).isZero();
  }

  private Path file() {
    return folder.resolve("cookies.txt");
  }
}
