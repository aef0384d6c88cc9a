// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.engineio.client.CloseReason;
import dev.sockeye.engineio.client.EngineClient;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.client.EngineListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Engine.IO client with npm's {@code engine.io}, which sends back what it gets. */
class EngineClientOnNodeTest {
  @RegisterExtension static final Target NODE = new ReferenceServer("engineio-v4", "/engine.io/");

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private final class Listener implements EngineListener {
    @Override
    public void onOpen(Handshake handshake) {}

    @Override
    public void onMessage(RawData message) {
      heard.add(message.text());
    }

    @Override
    public void onClose(CloseReason reason, CloseDetails details) {
      heard.add(reason.text());
    }
  }

  private String next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void eachMessageComesBackOnceAndInOrder(String transport) throws InterruptedException {
    EngineClient client =
        EngineClient.builder(NODE.unhurried().url())
            .transports(SockeyePeer.transports(transport))
            .build();
    EngineConnection connection = client.open(new Listener());
    for (int number = 0; number < 1000; number++) {
      connection.send(RawData.text("héllo " + number));
    }
    for (int number = 0; number < 1000; number++) {
      assertThat(next()).isEqualTo("héllo " + number);
    }
    connection.close();
    assertThat(next()).isEqualTo("forced close");
    client.close().join();
  }
}
