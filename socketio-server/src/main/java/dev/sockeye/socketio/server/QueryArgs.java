// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.BindingException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query behind the name of a namespace, with which clients of Socket.IO 2 say who they are:
 * {@code 40/admin?token=abc,}.
 */
final class QueryArgs implements Args {
  private final Map<String, String> parameters;

  private QueryArgs(Map<String, String> parameters) {
    this.parameters = Collections.unmodifiableMap(parameters);
  }

  static QueryArgs parse(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (!part.isEmpty()) {
        parameters.put(
            decoded(equals < 0 ? part : part.substring(0, equals)),
            equals < 0 ? "" : decoded(part.substring(equals + 1)));
      }
    }
    return new QueryArgs(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray percent sign
    }
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public @Nullable Object get(int index, Type type) {
    if (index != 0) {
      return Args.empty().get(index, type);
    }
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    if (raw == Object.class || raw == Map.class) {
      return parameters;
    }
    throw new BindingException(index, type, "it is a query, which can be had as a Map only");
  }
}
