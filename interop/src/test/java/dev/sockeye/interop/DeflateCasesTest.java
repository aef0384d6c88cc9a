// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cases of Autobahn's sections 12 and 13, which the Autobahn suite that Maven has doesn't know,
 * with npm's {@code ws}.
 */
class DeflateCasesTest {
  private static final int LARGEST = 131_073;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachMessageComesBackWithAndWithoutContextTakeover(boolean takeover) {
    PerMessageDeflate settings =
        PerMessageDeflate.defaults()
            .threshold(0)
            .serverContextTakeover(takeover)
            .clientContextTakeover(takeover);
    EngineServer engine =
        ConformanceSuite.echo(
            EngineOptions.builder()
                .maxPayload(LARGEST)
                .drainTimeout(Duration.ofMillis(100))
                .perMessageDeflate(settings)
                .build());
    try (Listening server = NettyHost.builder().service(engine).start()) {
      String url = "ws://localhost:" + server.port() + "/engine.io";
      PeerProcess.assertContent(PeerProcess.node("deflate-cases.mjs", url));
    }
  }
}
