// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.websocket.DeflateTerms;
import dev.sockeye.websocket.WebSocketException;
import dev.sockeye.websocket.WebSocketProtocol;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks in the handshake of a WebSocket, and which answers it takes (RFC 6455, section
 * 4.1; RFC 7692, section 7.1).
 *
 * <p>Compression without memory from one message to the next is offered, so that an idle connection
 * costs nothing for it. A server that can't do without for its own messages is put up with.
 */
final class HandshakeRules {
  private static final String OFFER =
      String.join(
          "; ",
          DeflateTerms.EXTENSION,
          DeflateTerms.SERVER_NO_TAKEOVER,
          DeflateTerms.CLIENT_NO_TAKEOVER);

  /** Fast: messages are compressed on event loops. */
  private static final int LEVEL = 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  private HandshakeRules() {}

  /** A value for {@code Sec-WebSocket-Key}. */
  static String newKey() {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return Base64.getEncoder().encodeToString(nonce);
  }

  /** The headers of the handshake itself. */
  static Headers request(WebSocketCall call, String key) {
    Headers headers =
        Headers.create()
            .add("Upgrade", "websocket")
            .add("Connection", "Upgrade")
            .add("Sec-WebSocket-Version", "13")
            .add("Sec-WebSocket-Key", key);
    if (!call.protocols().isEmpty()) {
      headers.add("Sec-WebSocket-Protocol", String.join(", ", call.protocols()));
    }
    if (call.terms().offerDeflate()) {
      headers.add("Sec-WebSocket-Extensions", OFFER);
    }
    return headers;
  }

  /**
   * Checks the headers of a 101.
   *
   * @return what was agreed on compression; null if nothing was
   * @throws WebSocketException if the answer is none to what was asked
   */
  static @Nullable DeflateTerms check(WebSocketCall call, String key, Headers answer)
      throws WebSocketException {
    check(has(answer, "Upgrade", "websocket"), "its Upgrade is not websocket");
    check(has(answer, "Connection", "upgrade"), "its Connection is not Upgrade");
    check(
        answer.all("Sec-WebSocket-Accept").equals(List.of(WebSocketProtocol.accept(key))),
        "its Sec-WebSocket-Accept doesn't fit the key");
    List<String> chosen = answer.all("Sec-WebSocket-Protocol");
    check(
        chosen.isEmpty() || (chosen.size() == 1 && call.protocols().contains(chosen.get(0).trim())),
        "its subprotocol " + chosen + " was not offered");
    List<String> extensions = values(answer, "Sec-WebSocket-Extensions").toList();
    if (extensions.isEmpty()) {
      return null;
    }
    check(
        call.terms().offerDeflate() && extensions.size() == 1,
        "its extensions " + extensions + " were not offered");
    return deflate(extensions.get(0), call.terms().deflateThreshold());
  }

  private static DeflateTerms deflate(String extension, int threshold) throws WebSocketException {
    List<String> parts = Arrays.stream(extension.split(";")).map(String::trim).toList();
    check(parts.get(0).equals(DeflateTerms.EXTENSION), "its extension was not offered");
    Set<String> names = new HashSet<>();
    for (String parameter : parts.subList(1, parts.size())) {
      boolean known =
          parameter.equals(DeflateTerms.SERVER_NO_TAKEOVER)
              || parameter.equals(DeflateTerms.CLIENT_NO_TAKEOVER)
              || parameter.matches(DeflateTerms.SERVER_WINDOW + "\\s*=\\s*\"?([89]|1[0-5])\"?");
      check(
          known && names.add(parameter.split("[\\s=]", 2)[0]),
          "its parameter " + parameter + " of " + DeflateTerms.EXTENSION + " was not offered");
    }
    boolean remembers = !names.contains(DeflateTerms.SERVER_NO_TAKEOVER);
    return new DeflateTerms(threshold, LEVEL, false, remembers, 0);
  }

  private static boolean has(Headers answer, String name, String token) {
    return values(answer, name).anyMatch(token::equalsIgnoreCase);
  }

  /** The members of a header's list, in small letters where they are tokens. */
  private static Stream<String> values(Headers answer, String name) {
    return answer.all(name).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(value -> value.trim().toLowerCase(Locale.ROOT))
        .filter(value -> !value.isEmpty());
  }

  private static void check(boolean ok, String otherwise) throws WebSocketException {
    if (!ok) {
      throw new WebSocketException(
          WebSocketProtocol.PROTOCOL_ERROR,
          "the server's answer to the WebSocket handshake is none: " + otherwise);
    }
  }
}
