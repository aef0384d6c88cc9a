// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ConnectionsTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(Connections.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private long nanos;
  private final Connections connections = new Connections(2, () -> nanos);

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
  }

  private boolean admitsOne() {
    return connections.admit(new EmbeddedChannel());
  }

  private List<String> logged() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void connectionsAreAdmittedUpToTheLimit() {
    assertThat(List.of(admitsOne(), admitsOne(), admitsOne())).containsExactly(true, true, false);
  }

  @Test
  void aConnectionThatClosesMakesRoomForAnother() {
    EmbeddedChannel first = new EmbeddedChannel();
    connections.admit(first);
    admitsOne();
    first.close();
    assertThat(List.of(admitsOne(), admitsOne())).containsExactly(true, false);
  }

  @Test
  void aCloseClosesAllThatWereAdmittedAndAllThatComeLater() {
    EmbeddedChannel before = new EmbeddedChannel();
    EmbeddedChannel after = new EmbeddedChannel();
    connections.admit(before);
    connections.close(Duration.ZERO);
    connections.admit(after);
    assertThat(List.of(before.isOpen(), after.isOpen())).containsOnly(false);
  }

  @Test
  void refusalsAreLoggedOnceAMinuteWithTheirNumber() {
    for (int i = 0; i < 5; i++) {
      admitsOne();
    }
    nanos += TimeUnit.SECONDS.toNanos(60);
    admitsOne();
    assertThat(logged())
        .containsExactly(
            "closed 1 new connections, as 2 are open, which is the limit; maxConnections changes it",
            "closed 3 new connections, as 2 are open, which is the limit;"
                + " maxConnections changes it");
  }

  @Test
  void aLimitOfNoneIsNotOne() {
    assertThatThrownBy(() -> NettyHost.builder().maxConnections(0).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxConnections must be positive, not 0");
  }
}
