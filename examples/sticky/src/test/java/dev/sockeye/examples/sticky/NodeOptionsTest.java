// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node's command line. */
class NodeOptionsTest {
  private static final NodeOptions ALL =
      new NodeOptions(
          "app01",
          new InetSocketAddress("127.0.0.2", 4000),
          Path.of("app01.journal"),
          false,
          List.of("http://a.example", "http://b.example"));

  @Test
  void nameAndJournalAreEnough() {
    assertThat(NodeOptions.parse("--name", "app01", "--journal", "notes"))
        .isEqualTo(
            new NodeOptions(
                "app01",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Path.of("notes"),
                true,
                List.of()));
  }

  @Test
  void itsOwnArgumentsSayTheSameAgain() {
    String[] arguments = ALL.arguments(ALL.address()).toArray(String[]::new);
    assertThat(NodeOptions.parse(arguments)).isEqualTo(ALL);
  }

  @Test
  void aNameHasNothingThatJsonOrProxiesWouldMindAbout() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeOptions.parse("--name", "app\"", "--journal", "notes"))
        .withMessageContaining("not 'app\"'");
  }

  @Test
  void anOptionWithoutItsValueIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeOptions.parse("--name", "app01", "--journal"))
        .withMessageStartingWith("--journal wants a value");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeOptions.parse("--nam", "app01"))
        .withMessageStartingWith("unknown: --nam");
  }
}
