// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedFramesTest {
  /** Whatever other tests have built on this thread. */
  @BeforeEach
  void beginASlab() {
    FastThreadLocal.removeAll();
  }

  private static SharedBytes build(String text) {
    return SharedFrames.build(new Frame('4', RawData.text(text), false, true));
  }

  private static String hex(SharedBytes bytes) {
    return ByteBufUtil.hexDump(bytes.memory(), bytes.start(), bytes.length());
  }

  @Test
  void aFormIsTheCompleteFrameInDirectMemory() {
    SharedBytes form = build("abc");
    assertThat(form.memory().isDirect()).isTrue();
    assertThat(hex(form)).isEqualTo("810434616263");
  }

  @Test
  void aFormNeedsNoRelease() {
    SharedBytes form = build("abc");
    form.bufferTo(form.end()).release();
    form.bufferTo(form.end()).release();
    assertThat(hex(form)).isEqualTo("810434616263");
  }

  @Test
  void writingABufferLeavesTheFormAsItWas() {
    SharedBytes form = build("abc");
    form.bufferTo(form.end()).skipBytes(form.length());
    assertThat(ByteBufUtil.hexDump(form.bufferTo(form.end()))).isEqualTo("810434616263");
  }

  @Test
  void framesBuiltOneAfterTheOtherLieInLine() {
    List<SharedBytes> forms = IntStream.range(0, 1000).mapToObj(i -> build("abc" + i)).toList();
    long inLine =
        IntStream.range(1, 1000)
            .filter(i -> forms.get(i).follow(forms.get(i - 1), forms.get(i - 1).end()))
            .count();
    assertThat(inLine).isEqualTo(999);
  }

  @Test
  void aFrameFollowsItsNeighbourOnly() {
    SharedBytes first = build("a");
    SharedBytes second = build("b");
    SharedBytes third = build("c");
    assertThat(third.follow(first, first.end())).isFalse();
    assertThat(first.follow(second, second.end())).isFalse();
    assertThat(first.follow(first, first.end())).isFalse();
  }

  @Test
  void framesCutFromOneSlabAndTheNextDoNotTouchEachOther() {
    List<SharedBytes> forms = new ArrayList<>();
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
    SharedBytes form = build("x".repeat(100_000));
    assertThat(form.memory().nioBufferCount()).isEqualTo(1);
    assertThat(form.length()).isEqualTo(10 + 1 + 100_000);
  }
}
