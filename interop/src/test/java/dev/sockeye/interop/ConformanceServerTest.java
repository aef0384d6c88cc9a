// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher {@code interop/conformance-server}. */
class ConformanceServerTest {
  private static final Pattern LISTENING =
      Pattern.compile("listening on http://localhost:(\\d+)(/.*)");

  @ParameterizedTest
  @CsvSource({
    "engineio-v4,EIO=4",
    "engineio-v3,EIO=3",
    "socketio-v5,EIO=4",
    "socketio-v5-msgpack,EIO=4"
  })
  void itServesTheSuiteUntilItIsTerminated(String suite, String version) throws Exception {
    Process process = start("--suite", suite, "--port", "0");
    try (BufferedReader output = process.inputReader()) {
      Matcher line = LISTENING.matcher(output.readLine());
      assertThat(line.matches()).isTrue();
      Endpoint endpoint = Endpoint.local(Integer.parseInt(line.group(1)), line.group(2));
      assertThat(PollingPeer.open(endpoint, version).handshake().text())
          .contains("\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended on SIGTERM").isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({"--suite,engineio-v5,--port,0", "--suite,engineio-v4,--port,http"})
  void itSaysHowItIsUsed(String first, String second, String third, String fourth)
      throws Exception {
    Process process = start(first, second, third, fourth);
    String errors = new String(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(errors).contains("usage: conformance-server --suite");
  }

  private static Process start(String... options) throws IOException {
    Path home = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    String[] command = new String[options.length + 1];
    command[0] = home.resolve("conformance-server").toString();
    System.arraycopy(options, 0, command, 1, options.length);
    return new ProcessBuilder(command).directory(home.getRoot().toFile()).start();
  }
}
