// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.server.SocketIoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The curl transcript of docs/cookies.md, asked for again. */
class CurlTranscriptTest {
  private static final String SID = "[\\w-]{20}";

  @Test
  void theServerAnswersWhatThePageShows() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/handshake.txt"));
    String head =
        lines.stream()
            .filter(line -> line.startsWith("< "))
            .map(line -> line.substring(2) + "\r\n")
            .collect(Collectors.joining());
    String body = lines.get(lines.indexOf("<") + 1);
    assertThat(withoutId(handshake())).isEqualTo(withoutId(head + "\r\n" + body));
  }

  private static String withoutId(String transcript) {
    return transcript
        .replaceAll("io=" + SID, "io=<sid>")
        .replaceAll("\"sid\":\"" + SID + "\"", "\"sid\":\"<sid>\"")
        .replaceAll("Date: .*\r\n", "");
  }

  private static String handshake() throws IOException {
    SocketIoServer io = CookieSnippets.sticky();
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Listening server = io.listen(loopback);
        Socket client = new Socket(loopback.getAddress(), server.port())) {
      client
          .getOutputStream()
          .write(
              "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(UTF_8));
      StringBuilder answer = new StringBuilder();
      while (answer.isEmpty() || answer.charAt(answer.length() - 1) != '}') {
        answer.append((char) client.getInputStream().read());
      }
      return answer.toString();
    }
  }
}
