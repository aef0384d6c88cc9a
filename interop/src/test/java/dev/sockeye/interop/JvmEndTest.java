// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No client keeps a JVM alive: it ends with its main method. */
class JvmEndTest {
  @RegisterExtension static final PeerServer SERVER = new PeerServer();

  @ParameterizedTest
  @CsvSource({
    "CLIENTS_CLOSED,upgrade",
    "A_CLIENT_CONNECTED,polling",
    "A_CLIENT_CONNECTED,websocket",
    "A_CLIENT_RECONNECTING,upgrade",
    "A_LISTENER_THAT_NEVER_RETURNS,websocket"
  })
  void aJvmEndsWithItsMainMethodWhateverItLeaves(LastLine.Leaves what, String transport) {
    assertThat(SmallJvm.run(LastLine.class, List.of(), what.name(), SERVER.url(), transport))
        .isZero();
  }
}
