// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonArgsTest {
  private final Args args = args("2[\"e\",1,null,{\"a\":2}]");

  @Test
  void theNameOfTheEventIsNoArgument() {
    assertThat(args.size()).isEqualTo(3);
    assertThat(args.toList()).containsExactly("1", null, "{\"a\":2}");
    assertThat(args).hasToString("[1,null,{\"a\":2}]");
  }

  @Test
  void anAbsentArgumentIsNull() {
    assertThat(args.get(3)).isNull();
    assertThat(args.isNull(3)).isTrue();
    assertThat(args.isNull(1)).isTrue();
    assertThat(args.isNull(0)).isFalse();
  }

  @Test
  void aPrimitiveTypeNeedsAnArgument() {
    assertThatThrownBy(() -> args.get(1, int.class))
        .isInstanceOf(BindingException.class)
        .hasMessage("argument 1 is not a int: it is null");
    assertThatThrownBy(() -> args.get(9, int.class))
        .isInstanceOf(BindingException.class)
        .hasMessage("argument 9 is not a int: there are only 3 arguments");
  }

  @Test
  void aMisfitIsQuoted() {
    assertThatThrownBy(() -> args.get(2, Thread.class))
        .isInstanceOf(BindingException.class)
        .hasMessage("argument 2 is not a java.lang.Thread: it is {\"a\":2}: only texts here")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLongMisfitIsQuotedInPart() {
    Args one = args("3[\"" + "x".repeat(100) + "\"]");
    assertThatThrownBy(() -> one.get(0, Thread.class))
        .hasMessageContaining("it is \"" + "x".repeat(59) + "…: only texts here");
  }

  @Test
  void anArgumentIsAlsoGivenAsJson() {
    assertThat(args.get(2, Json.class)).isEqualTo(Json.of("{\"a\":2}"));
    assertThat(args.raw(0)).isEqualTo(Json.of("1"));
    assertThat(args.raw(7)).isEqualTo(Json.of("null"));
  }

  @Test
  void aNegativeIndexIsTheCallersFault() {
    assertThatThrownBy(() -> args.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Args args(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return Objects.requireNonNull(
            JsonParser.of(new TinyCodec()).newDecoder().addText(utf8, 0, utf8.length))
        .args();
  }
}
