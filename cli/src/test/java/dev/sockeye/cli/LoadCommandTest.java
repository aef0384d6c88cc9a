// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static dev.sockeye.cli.Shell.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTest {
  private final PlaygroundServer server = new PlaygroundServer();
  private final Shell shell = shell();

  @AfterEach
  void close() {
    server.close();
  }

  private int load(String... more) {
    String[] args = new String[more.length + 8];
    String[] first = {"load", server.url(), "-c", "3", "-a", "100", "-d", "1s"};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return shell.run(args);
  }

  @Test
  void allClientsConnect() {
    load("-s", "connect");
    assertThat(shell.out())
        .contains("connect: 3 of 3 clients connected, 0 messages sent, 0 received, 0 errors");
  }

  @Test
  void eachClientHasItsOwnCookies() {
    Map<String, String> cookies = new ConcurrentHashMap<>();
    server
        .io()
        .engine()
        .use(
            (request, chain) -> {
              String sid = request.query().get("sid");
              if (sid != null) {
                cookies.put(sid, request.cookie("io").orElse("none"));
              }
              chain.next();
            });
    load("-s", "connect", "-t", "polling");
    assertThat(cookies).hasSize(3).allSatisfy((sid, cookie) -> assertThat(cookie).isEqualTo(sid));
  }

  @Test
  void echoesAreAnsweredAndTimed() {
    assertThat(load("-s", "echo", "-r", "10")).isZero();
  }

  @Test
  void membersOfARoomHearEachOther() {
    load("-s", "room", "-r", "5");
    assertThat(shell.out()).anyMatch(line -> line.startsWith("from when it was due"));
  }

  @Test
  void whoListensCountsWhatComes() {
    server.io().onConnection(socket -> socket.emit("news", 1));
    load("-s", "listen");
    assertThat(shell.out())
        .first()
        .asString()
        .matches("listen: 3 of 3 clients connected, 0 messages sent, [1-3] received, 0 errors");
  }

  @Test
  void whoIsNotConnectedByTheEndIsAnError() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://localhost:" + silent.getLocalPort();
      int exitCode =
          shell.run(
              "load",
              url,
              "-s",
              "connect",
              "-c",
              "2",
              "-a",
              "100",
              "-d",
              "100ms",
              "--timeout",
              "100ms");
      assertThat(exitCode).isEqualTo(6);
      assertThat(shell.out()).contains("     2 × connect: not connected by the end of the test");
    }
  }

  @Test
  void errorsEndItWithSix() {
    assertThat(load("-s", "connect", "--path", "/elsewhere")).isEqualTo(6);
  }

  @Test
  void errorsMayBeAllowed() {
    assertThat(load("-s", "connect", "--path", "/elsewhere", "--max-errors", "3")).isZero();
  }

  @Test
  void theReportNeedsNothingElse(@TempDir Path folder) throws IOException {
    Path report = folder.resolve("report.html");
    load("-s", "echo", "-o", report.toString());
    assertThat(Files.readString(report))
        .contains("<svg")
        .doesNotContain("src=", "href=", "@import");
  }
}
