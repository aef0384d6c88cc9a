// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ErrorLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(SocketIoServer.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final TestServer server =
      new TestServer(options -> options.onError(new LoggingErrorHandler()));

  @BeforeEach
  void listen() {
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    logger.addAppender(log);
    log.start();
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @Test
  void anArgumentThatDoesNotFitIsOneLineForThoseWhoDebug() {
    server.io.onConnection(socket -> socket.on("add", Integer.class, number -> {}));
    server.connect().send("42[\"add\",\"one\\nERROR forged\"]");
    assertThat(logged()).isEqualTo("argument 0 is not a java.lang.Integer");
    assertThat(only().getLevel()).isEqualTo(Level.DEBUG);
    assertThat(only().getThrowableProxy()).isNull();
  }

  @Test
  void soIsThatOfARequest() {
    server.io.onConnection(socket -> socket.onRequest("add", Integer.class, number -> number));
    server.connect().send("421[\"add\",\"one\"]");
    assertThat(only().getLevel()).isEqualTo(Level.DEBUG);
  }

  @Test
  void soIsAuthThatDoesNotFit() {
    server.io.use(socket -> socket.handshake().auth(Integer.class));
    server.open().send("40{\"token\":1}");
    assertThat(only().getFormattedMessage()).startsWith("\"middleware\" of ");
    assertThat(only().getLevel()).isEqualTo(Level.DEBUG);
  }

  @Test
  void whatTheApplicationFailsAtIsAnErrorWithItsTrace() {
    server.io.onConnection(
        socket ->
            socket.onRequest(
                "save",
                Integer.class,
                number -> CompletableFuture.failedFuture(new IllegalStateException("disk full"))));
    server.connect().send("421[\"save\",1]");
    assertThat(only().getLevel()).isEqualTo(Level.ERROR);
    assertThat(only().getThrowableProxy().getMessage()).isEqualTo("disk full");
  }

  private ILoggingEvent only() {
    assertThat(log.list).hasSize(1);
    return log.list.get(0);
  }

  /** The only line, from the argument on. */
  private String logged() {
    String line = only().getFormattedMessage();
    return line.substring(line.indexOf("argument"));
  }
}
