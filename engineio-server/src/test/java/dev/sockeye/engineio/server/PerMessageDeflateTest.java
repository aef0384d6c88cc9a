// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PerMessageDeflateTest {
  @Test
  void aServerDoesNotCompressWebSocketMessagesByDefault() {
    assertThat(EngineOptions.builder().build().perMessageDeflate()).isEmpty();
  }

  @Test
  void itsDefaultsKeepNothingPerConnection() {
    assertThat(PerMessageDeflate.defaults())
        .isEqualTo(new PerMessageDeflate(1024, 1, false, false));
  }

  @Test
  void eachSettingChangesACopy() {
    PerMessageDeflate settings =
        PerMessageDeflate.defaults()
            .threshold(0)
            .level(9)
            .serverContextTakeover(true)
            .clientContextTakeover(true);
    assertThat(settings).isEqualTo(new PerMessageDeflate(0, 9, true, true));
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PerMessageDeflate.defaults().threshold(-1))
        .withMessage("threshold must not be negative, as -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PerMessageDeflate.defaults().level(0))
        .withMessage("level must be from 1 to 9, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineOptions.builder().httpCompressionThreshold(-1))
        .withMessage("httpCompressionThreshold must not be -1");
  }
}
