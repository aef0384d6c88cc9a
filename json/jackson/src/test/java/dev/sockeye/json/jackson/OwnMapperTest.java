// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.spi.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OwnMapperTest {
  private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRAP_ROOT_VALUE)
          .build();
  private final JsonCodec codec = JacksonJsonCodec.of(mapper);
  private final List<ByteBuffer> attachments = new ArrayList<>();

  record Picture(String fileName, byte[] content) {}

  @Test
  void itsNamingHoldsAndItsLayoutDoesNot() {
    assertThat(json(List.of(new Picture("a", new byte[] {1}))))
        .isEqualTo("[{\"file_name\":\"a\",\"content\":" + PLACEHOLDER + "}]");
  }

  @Test
  void itsCoercionsHold() {
    byte[] five = "5".getBytes(UTF_8);
    assertThat(codec.decode(five, 0, 1, String.class, List.of())).isEqualTo("5");
  }

  @Test
  void aTreeMayHoldBytes() {
    JsonNode tree = mapper.createObjectNode().put("b", new byte[] {1}).put("d", Double.NaN);
    assertThat(json(tree)).isEqualTo("{\"b\":" + PLACEHOLDER + ",\"d\":null}");
    assertThat(attachments).containsExactly(ByteBuffer.wrap(new byte[] {1}));
  }

  @Test
  void aTreeGetsAttachmentsAsBytes() throws IOException {
    byte[] text = ("{\"b\":" + PLACEHOLDER + "}").getBytes(UTF_8);
    Object tree =
        codec.decode(
            text, 0, text.length, JsonNode.class, List.of(ByteBuffer.wrap(new byte[] {1})));
    assertThat(((JsonNode) tree).get("b").binaryValue()).containsExactly(1);
  }

  @Test
  void theMapperItselfIsLeftAlone() {
    assertThat(
            mapper
                .writer()
                .without(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRAP_ROOT_VALUE)
                .writeValueAsString(Map.of("b", new byte[] {1})))
        .isEqualTo("{\"b\":\"AQ==\"}");
  }

  private String json(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      codec.encode(value, out, attachments);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(UTF_8);
  }
}
