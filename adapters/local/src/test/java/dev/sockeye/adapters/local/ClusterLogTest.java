// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an operator reads of a cluster. */
class ClusterLogTest {
  private final Logger logger =
      (Logger) LoggerFactory.getLogger("dev.sockeye.socketio.adapter.ClusterHealth");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final WireNode node = WireNode.started();

  @BeforeEach
  void read() {
    logger.setLevel(Level.INFO);
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

  private List<String> lines() {
    return log.list.stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .toList();
  }

  @Test
  void aLossAndItsEndAreALineEachHoweverOftenTheyAreTold() {
    node.bus().lose();
    node.bus().lose();
    node.bus().restore();
    node.bus().restore();
    assertThat(lines())
        .containsExactly(
            "WARN /: the other nodes can't be reached; events go to this node's clients only"
                + " (java.lang.IllegalStateException: lost)",
            "INFO /: the other nodes can be reached again");
    assertThat(node.told).containsExactly("lost", "lost", "restored", "restored");
  }

  @Test
  void otherTroublesAreALineAMinute() {
    node.bus().refuse(); // the greeting
    node.emit("a");
    node.bus().refuse();
    node.time.advance(ofMinutes(1));
    node.bus().refuse(); // the second greeting
    assertThat(lines())
        .containsExactly(
            "WARN /: a message did not get to the other nodes (0 more since the last such line)",
            "WARN /: a message did not get to the other nodes (1 more since the last such line)");
  }
}
