// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static dev.sockeye.cli.Shell.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmitCommandTest {
  private final PlaygroundServer server = new PlaygroundServer();
  private final Shell shell = shell();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theAnswerIsPrintedAsJson() {
    shell.run("emit", server.url(), "echo", "1", "{\"a\":[true]}", "two", "hex:0102", "--ack");
    assertThat(shell.out()).containsExactly("[1,{\"a\":[true]},\"two\",{\"$hex\":\"0102\"}]");
  }

  @Test
  void bytesArePrintedInBase64WhereWanted() {
    shell.run("emit", server.url(), "echo", "hex:0102", "--ack", "--binary", "base64");
    assertThat(shell.out()).containsExactly("[{\"$base64\":\"AQI=\"}]");
  }

  @Test
  void anAnswerThatDoesNotComeIsTooLate() {
    int exitCode = shell.run("emit", server.url(), "to", "room", "x", "--ack", "--timeout", "50ms");
    assertThat(exitCode).isEqualTo(4);
  }

  @Test
  void aServerThatRefusesIsNamedInOneLine() {
    server
        .io()
        .of("/secret")
        .use(
            socket -> {
              throw new dev.sockeye.socketio.server.ConnectionRefusedException("no key");
            });
    shell.run("emit", server.url() + "/secret", "x");
    assertThat(shell.err()).containsExactly("sockeye: can't connect: no key");
  }

  @Test
  void whoCanNotConnectEndsWithThree() {
    assertThat(shell.run("emit", server.url(), "x", "--path", "/elsewhere")).isEqualTo(3);
  }

  @Test
  void authIsSentAlong() {
    shell.run("emit", server.url(), "whoami", "--ack", "--auth", "{\"token\":\"abc\"}");
    assertThat(shell.out().get(0)).contains("\"auth\":{\"token\":\"abc\"}");
  }

  @Test
  void headersAndQueryAreSentAlong() {
    shell.run("emit", server.url(), "whoami", "--ack", "-H", "X-Key: 7", "-q", "a=b");
    assertThat(shell.out().get(0)).contains("\"a\":\"b\"", "\"X-Key\":\"7\"");
  }

  @Test
  void cookiesAreWrittenIntoTheJar(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("cookies.txt");
    shell.run("emit", server.url(), "x", "-t", "polling", "--cookie-jar", jar.toString());
    assertThat(Files.readString(jar)).contains("#HttpOnly_localhost\tFALSE\t/\tFALSE\t0\tio\t");
  }

  @Test
  void cookiesOfTheJarAreSent(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("cookies.txt");
    Files.writeString(jar, "localhost\tFALSE\t/\tFALSE\t0\tlang\ten\n");
    shell.run("emit", server.url(), "whoami", "--ack", "-b", jar.toString());
    assertThat(shell.out().get(0)).contains("\"Cookie\":\"lang=en\"");
  }

  @Test
  void rawShowsThePacketsOfBothLayers() {
    shell.run("emit", server.url(), "echo", "1", "--ack", "--raw", "-t", "websocket");
    assertThat(shell.err())
        .contains("raw websocket > 420[\"echo\",1]  (message, event)")
        .contains("raw websocket < 430[1]  (message, ack)");
  }
}
