// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.PerMessageDeflate;
import dev.sockeye.websocket.DeflateTerms;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client's offers of permessage-deflate, the preferred one first, and takes the first that
 * is valid (RFC 6455, section 9.1; RFC 7692, section 7.1):
 *
 * <pre>
 *   Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits
 *   Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=10, permessage-deflate
 *   Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover
 * </pre>
 *
 * <p>An offer with a parameter that is unknown, given twice or out of range is passed over.
 */
final class DeflateOffers {
  private static final String TOKEN = "([!#$%&'*+.^_`|~0-9A-Za-z-]+)";
  private static final Pattern NAME = Pattern.compile("[ \\t,]*+" + TOKEN + "[ \\t]*+");
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";[ \\t]*+"
              + TOKEN
              + "[ \\t]*+(?:=[ \\t]*+(?:"
              + TOKEN
              + "|\""
              + TOKEN
              + "\")[ \\t]*+)?");
  private static final String NO_VALUE = "";

  private DeflateOffers() {}

  /** The value of the response's {@code Sec-WebSocket-Extensions}. */
  static String response(DeflateTerms terms) {
    return DeflateTerms.EXTENSION
        + (terms.sendTakeover() ? "" : "; " + DeflateTerms.SERVER_NO_TAKEOVER)
        + (terms.receiveTakeover() ? "" : "; " + DeflateTerms.CLIENT_NO_TAKEOVER)
        + (terms.sendWindowBits() == 0
            ? ""
            : "; " + DeflateTerms.SERVER_WINDOW + "=" + terms.sendWindowBits());
  }

  /** What is agreed on; null if the client offers nothing that will do. */
  static @Nullable DeflateTerms accept(Headers request, PerMessageDeflate settings) {
    for (String line : request.all("Sec-WebSocket-Extensions")) {
      Matcher matcher = NAME.matcher(line);
      int at = 0;
      while (find(matcher, NAME, at)) {
        String name = matcher.group(1);
        at = matcher.end();
        Map<String, String> parameters = new HashMap<>();
        boolean valid = true;
        while (find(matcher, PARAMETER, at)) {
          valid &= parameters.put(matcher.group(1), value(matcher)) == null;
          at = matcher.end();
        }
        if (at < line.length() && line.charAt(at) != ',') {
          break;
        }
        if (valid && name.equals(DeflateTerms.EXTENSION)) {
          DeflateTerms terms = accept(parameters, settings);
          if (terms != null) {
            return terms;
          }
        }
      }
    }
    return null;
  }

  private static boolean find(Matcher matcher, Pattern pattern, int from) {
    return matcher.usePattern(pattern).region(from, matcher.regionEnd()).lookingAt();
  }

  private static String value(Matcher parameter) {
    String token = parameter.group(2);
    String quoted = parameter.group(3);
    return token != null ? token : quoted != null ? quoted : NO_VALUE;
  }

  private static @Nullable DeflateTerms accept(
      Map<String, String> parameters, PerMessageDeflate settings) {
    boolean serverTakeover = settings.serverContextTakeover();
    boolean clientTakeover = settings.clientContextTakeover();
    int window = 0;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String value = parameter.getValue();
      boolean valid;
      switch (parameter.getKey()) {
        case DeflateTerms.SERVER_NO_TAKEOVER -> {
          valid = value.equals(NO_VALUE);
          serverTakeover = false;
        }
        case DeflateTerms.CLIENT_NO_TAKEOVER -> {
          valid = value.equals(NO_VALUE);
          clientTakeover = false;
        }
        case DeflateTerms.SERVER_WINDOW -> {
          window = windowBits(value);
          valid = window > 0;
        }
        // The inflater takes any window: the client may keep the one that it has in mind.
        case DeflateTerms.CLIENT_WINDOW -> valid = value.equals(NO_VALUE) || windowBits(value) > 0;
        default -> valid = false;
      }
      if (!valid) {
        return null;
      }
    }
    // A smaller window can be kept only within a message: see Deflation.
    boolean wholeWindow = window == 0 || window == DeflateTerms.MAX_WINDOW_BITS;
    return new DeflateTerms(
        settings.threshold(),
        settings.level(),
        serverTakeover && wholeWindow,
        clientTakeover,
        window);
  }

  /** The size of a window; 0 if it is none. */
  private static int windowBits(String value) {
    int bits = value.matches("[89]|1[0-5]") ? Integer.parseInt(value) : 0;
    return bits >= DeflateTerms.MIN_WINDOW_BITS && bits <= DeflateTerms.MAX_WINDOW_BITS ? bits : 0;
  }
}
