// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads strings, but not, as Jackson does, attachments as Base64. */
final class TextReader extends StringDeserializer {
  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
    return parser.hasToken(JsonToken.VALUE_EMBEDDED_OBJECT)
        ? (String) context.handleUnexpectedToken(getValueType(context), parser)
        : super.deserialize(parser, context);
  }
}
