// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sockeye.engineio.Headers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallTest {
  private static final Route ROUTE =
      new Route("localhost", 80, null, null, null, Duration.ofSeconds(1));

  private static HttpCall call(String target) {
    return new HttpCall(ROUTE, "GET", target, Headers.create(), null, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "/ x", "/\r\nX: y", "/é", "http://a/"})
  void aTargetThatWouldSpoilTheRequestIsRefused(String target) {
    assertThatIllegalArgumentException().isThrownBy(() -> call(target));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new WebSocketCall(
                    ROUTE, target, Headers.create(), List.of(), new WebSocketTerms(1, false, 0)));
  }

  @Test
  void aPathWithAQueryIsATarget() {
    assertThat(call("/socket.io/?EIO=4&x=%0A").target()).isEqualTo("/socket.io/?EIO=4&x=%0A");
  }
}
