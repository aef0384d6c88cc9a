// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonCursorTest {
  private static JsonCursor cursor(String json) {
    return new JsonCursor(Json.of(json));
  }

  /** The members of the object ahead, the values as their texts. */
  private static Map<String, String> members(JsonCursor in) {
    Map<String, String> members = new LinkedHashMap<>();
    assertThat(in.beginObject()).isTrue();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      members.put(name, in.value().toString());
    }
    return members;
  }

  @Test
  void membersComeInTheirOrder() {
    assertThat(members(cursor("{\"b\":1,\"a\":[2,{\"c\":3}],\"d\":{}}")))
        .containsExactly(
            Map.entry("b", "1"), Map.entry("a", "[2,{\"c\":3}]"), Map.entry("d", "{}"));
  }

  @Test
  void anEmptyObjectHasNone() {
    assertThat(members(cursor("{ }"))).isEmpty();
  }

  @Test
  void whiteSpaceIsPassedBy() {
    assertThat(members(cursor(" { \"a\" : -1.5e+3 ,\n\t\"b\" : true }\r")))
        .containsExactly(Map.entry("a", "-1.5e+3"), Map.entry("b", "true"));
  }

  @Test
  void bracketsInStringsEndNothing() {
    assertThat(members(cursor("{\"a\":[\"]\\\"}\",1],\"b\":\"{\\\\\"}")))
        .containsExactly(Map.entry("a", "[\"]\\\"}\",1]"), Map.entry("b", "\"{\\\\\""));
  }

  @Test
  void namesHaveTheirEscapesResolved() {
    assertThat(members(cursor("{\"\\u00e9\\n\":null}"))).containsExactly(Map.entry("é\n", "null"));
  }

  @Test
  void elementsComeOneAfterTheOther() {
    JsonCursor in = cursor("[\"a\", \"\\u0062é\",3,null]");
    List<String> strings = new ArrayList<>();

    assertThat(in.beginArray()).isTrue();
    while (in.nextElement()) {
      strings.add(in.string());
    }

    assertThat(strings).containsExactly("a", "bé", null, null);
  }

  @Test
  void whatIsNoObjectIsSkippedWhenOneIsExpected() {
    JsonCursor in = cursor("[[1,2],{\"a\":\"b\"}]");
    assertThat(in.beginArray()).isTrue();
    assertThat(in.nextElement()).isTrue();

    assertThat(in.beginObject()).isFalse();

    assertThat(in.nextElement()).isTrue();
    assertThat(members(in)).containsExactly(Map.entry("a", "\"b\""));
    assertThat(in.nextElement()).isFalse();
  }

  @Test
  void onlyNullIsSkippedAsNull() {
    JsonCursor in = cursor("[null,0]");
    in.beginArray();
    in.nextElement();

    assertThat(in.skipNull()).isTrue();
    assertThat(in.nextElement()).isTrue();
    assertThat(in.skipNull()).isFalse();
    assertThat(in.value()).hasToString("0");
  }

  @Test
  void aSliceIsReadWithinItsBounds() {
    Json inner = Json.of("[12,345]").elements().get(0);

    assertThat(new JsonCursor(inner).value()).hasToString("12");
  }
}
