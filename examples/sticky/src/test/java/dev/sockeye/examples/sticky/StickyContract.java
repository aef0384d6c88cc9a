// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for three nodes behind each of the proxies: sessions of real clients stay where they
 * began, and lose nothing when nodes come and go.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StickyContract {
  private static final String NODE = "node-visits.mjs";
  private static final String CHROMIUM = "browser-visits.mjs";
  private static final String JAVA = "java";
  private static final int SESSIONS = 200;
  private static final String[] ALL_NODES = Cluster.NODES.toArray(String[]::new);

  /** What {@code node-visits.mjs}, {@code browser-visits.mjs} and {@link JavaVisits} report. */
  record Visits(int sessions, Map<String, Integer> nodes, List<String> problems) {}

  /** What {@code crash.mjs} reports. */
  record Crash(int moved, List<String> landedOn, int stayed, int disturbed) {}

  /** What {@code rolling.mjs} reports. */
  record Rolling(List<String> acked, int disconnects) {}

  private Stage stage;

  /** The set-up as it should be. */
  abstract Stage sticky() throws IOException;

  /**
   * Lets a client lose its sessions: the same set-up, but for what makes it sticky.
   *
   * @param stage the set-up as it should be
   */
  abstract Visits slip(Stage stage, String client) throws IOException;

  @BeforeAll
  void start() throws IOException {
    stage = sticky();
  }

  @AfterAll
  void end() throws IOException {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "upgrade"})
  void everySessionOnNodeJsStaysWhereItBegan(String transport) throws Exception {
    assertThat(visits(stage, NODE, transport, SESSIONS, "cookies"))
        .returns(SESSIONS, Visits::sessions)
        .returns(List.of(), Visits::problems);
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "upgrade"})
  void everySessionInChromiumStaysWhereItBegan(String transport) throws Exception {
    assertThat(visits(stage, CHROMIUM, transport, SESSIONS, "cookies"))
        .returns(SESSIONS, Visits::sessions)
        .returns(List.of(), Visits::problems);
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "upgrade"})
  void everySessionInJavaStaysWhereItBegan(String transport) throws Exception {
    assertThat(visits(stage, JAVA, transport, SESSIONS, "cookies"))
        .returns(SESSIONS, Visits::sessions)
        .returns(List.of(), Visits::problems);
  }

  @Test
  void sessionsBeginOnAllNodes() throws Exception {
    Visits visits = visits(stage, NODE, "polling", SESSIONS, "cookies");
    assertThat(visits.nodes()).containsOnlyKeys(ALL_NODES);
  }

  @ParameterizedTest
  @ValueSource(strings = {NODE, CHROMIUM, JAVA})
  void withoutStickinessSessionsAreUnknown(String client) throws Exception {
    assertThat(slip(stage, client).problems())
        .anyMatch(problem -> problem.contains("Session ID unknown"));
  }

  @Test
  void aNodeThatCrashesMovesItsOwnClientsOnly() throws Exception {
    try (Stage shaken = sticky()) {
      Crash crash = play(shaken, "crash.mjs", Crash.class, "app01");
      assertThat(crash)
          .isEqualTo(new Crash(60 - crash.stayed(), List.of("app02", "app03"), crash.stayed(), 0));
    }
  }

  @Test
  void aRollingRestartLosesNoAcknowledgedNote() throws Exception {
    try (Stage shaken = sticky()) {
      Rolling rolling = play(shaken, "rolling.mjs", Rolling.class, ALL_NODES);
      assertThat(rolling.disconnects()).isPositive();
      assertThat(rolling.acked()).isNotEmpty().isSubsetOf(shaken.notes());
    }
  }

  /** Plays a story in which nodes go: not on the stage of the others, where calm is wanted. */
  private static <T> T play(Stage shaken, String script, Class<T> report, String... nodes)
      throws IOException {
    List<Object> arguments = new ArrayList<>(List.of(shaken.network(), shaken.port()));
    arguments.addAll(List.of(nodes));
    return new Story(script, arguments.toArray()).play(report, wish -> obey(shaken, wish));
  }

  private static void obey(Stage shaken, String wish) {
    String node = wish.substring(wish.indexOf(' ') + 1);
    if (wish.startsWith("kill")) {
      shaken.cluster().kill(node);
    } else {
      shaken.cluster().restart(node);
    }
  }

  /**
   * Lets a client begin sessions, and use each of them.
   *
   * @param cookies whether the client keeps any: {@code cookies} or {@code no-cookies}
   */
  static Visits visits(Stage stage, String client, String transport, int sessions, String cookies)
      throws IOException {
    if (client.equals(JAVA)) {
      return JavaVisits.play(stage, transport, sessions, cookies);
    }
    return new Story(client, stage.network(), stage.port(), transport, sessions, cookies)
        .play(Visits.class);
  }

  /** A few sessions of a client that keeps no cookies. */
  static Visits withoutCookies(Stage stage, String client) throws IOException {
    return visits(stage, client, "polling", 20, "no-cookies");
  }

  /** A few sessions on another stage. */
  static Visits on(Stage other, String client) throws IOException {
    try (other) {
      return visits(other, client, "polling", 20, "cookies");
    }
  }
}
