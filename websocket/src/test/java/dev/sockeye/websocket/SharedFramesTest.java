// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedFramesTest {
  private static ByteBuf build(String text) {
    return SharedFrames.build(new Frame('4', RawData.text(text), false, true));
  }

  private static String hex(ByteBuf form) {
    return ByteBufUtil.hexDump(form);
  }

  @Test
  void aFormIsTheCompleteFrameInDirectMemory() {
    ByteBuf form = build("abc");
    assertThat(form.isDirect()).isTrue();
    assertThat(hex(form)).isEqualTo("810434616263");
  }

  @Test
  void aFormNeedsNoRelease() {
    ByteBuf form = build("abc");
    form.duplicate().release();
    form.release();
    assertThat(hex(form)).isEqualTo("810434616263");
  }

  @Test
  void writingADuplicateLeavesTheFormAsItWas() {
    ByteBuf form = build("abc");
    form.duplicate().skipBytes(form.readableBytes());
    assertThat(form.readableBytes()).isEqualTo(6);
  }

  @Test
  void framesCutFromOneSlabAndTheNextDoNotTouchEachOther() {
    List<ByteBuf> forms = new ArrayList<>();
    IntStream.range(0, 5000).forEach(i -> forms.add(build(String.format("%04d", i))));
    assertThat(IntStream.range(0, 5000))
        .allSatisfy(
            i ->
                assertThat(hex(forms.get(i)))
                    .isEqualTo(
                        "810534" + ByteBufUtil.hexDump(String.format("%04d", i).getBytes(UTF_8))));
  }

  @Test
  void aFrameLargerThanASlabIsOneBuffer() {
    ByteBuf form = build("x".repeat(100_000));
    assertThat(form.nioBufferCount()).isEqualTo(1);
    assertThat(form.readableBytes()).isEqualTo(10 + 1 + 100_000);
  }
}
