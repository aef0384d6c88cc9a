// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.SameSite;
import dev.sockeye.engineio.SessionCookie;
import dev.sockeye.engineio.SetCookie;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.server.SocketIoServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The transcript of the reference's page on cookies, with the real curl. */
class CookieTranscriptTest {
  private static final String HANDSHAKE =
      "0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":25000,"
          + "\"pingTimeout\":20000,\"maxPayload\":1000000}";

  private final SocketIoServer io =
      SocketIoServer.builder()
          .cookie(SessionCookie.defaults())
          .drainTimeout(Duration.ofMillis(1))
          .build();
  private final Listening server = io.listen(0);

  @AfterEach
  void close() {
    server.close();
  }

  /** What {@code curl -i} prints for a handshake, line by line. */
  private List<String> curl() throws IOException, InterruptedException {
    String url = "http://localhost:" + server.port() + "/socket.io/?EIO=4&transport=polling";
    Process curl = new ProcessBuilder("curl", "-s", "-i", "--max-time", "20", url).start();
    String output = new String(curl.getInputStream().readAllBytes(), UTF_8);
    assertThat(curl.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(curl.exitValue()).isZero();
    return output.lines().toList();
  }

  @Test
  void theHandshakeIsThatOfThePage() throws Exception {
    List<String> lines = curl();
    String body = lines.get(lines.size() - 1);
    assertThat(body).matches(HANDSHAKE);
    String sid = body.substring(9, 29);
    assertThat(lines)
        .startsWith("HTTP/1.1 200 OK", "Content-Type: text/plain; charset=UTF-8")
        .contains(
            "Content-Length: " + body.length(),
            "Set-Cookie: io=" + sid + "; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void theCookiesOfThePageAreAddedBehindIt() throws Exception {
    io.engine()
        .onInitialHeaders(
            (headers, request) ->
                headers.addCookie(SetCookie.of("uid", "1234").sameSite(SameSite.STRICT)));
    io.engine()
        .onHeaders(
            (headers, request) -> {
              if (request.cookie("randomId").isEmpty()) {
                headers.addCookie(SetCookie.of("randomId", "abc").maxAge(Duration.ofDays(1)));
              }
            });
    assertThat(curl())
        .filteredOn(line -> line.startsWith("Set-Cookie: ") && !line.contains("io="))
        .containsExactly(
            "Set-Cookie: uid=1234; SameSite=Strict", "Set-Cookie: randomId=abc; Max-Age=86400");
  }
}
