// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.Headers;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The head of a request, apart from Netty's objects.
 *
 * @param method the method, as sent
 * @param path the target up to the question mark, without scheme and host
 * @param query the target after the question mark
 * @param headers the header lines in their order
 * @param hasBody whether a body is announced
 * @param isHttp10 whether the client speaks HTTP/1.0
 * @param keepAlive whether the client wants the connection to stay open
 * @param expectsContinue whether the client waits for a 100 before it sends the body
 * @param asksForWebSocket whether it is a GET that wants to be upgraded to a WebSocket
 */
record RequestHead(
    String method,
    String path,
    String query,
    Headers headers,
    boolean hasBody,
    boolean isHttp10,
    boolean keepAlive,
    boolean expectsContinue,
    boolean asksForWebSocket) {

  /** No refusal. */
  static final int OK = 0;

  /** The status with which the host itself refuses a request, or {@link #OK}. */
  static int refusal(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      Throwable cause = request.decoderResult().cause();
      return cause instanceof TooLongHttpLineException
          ? 414
          : cause instanceof TooLongHttpHeaderException ? 431 : 400;
    }
    HttpVersion version = request.protocolVersion();
    if (version.majorVersion() != 1) {
      return 505;
    }
    int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
    if (hosts > 1 || (hosts == 0 && version.minorVersion() > 0)) {
      return 400;
    }
    int framing = framingRefusal(request);
    if (framing != OK || !isTarget(request)) {
      return framing != OK ? framing : 400;
    }
    boolean foreignExpectation =
        request.headers().contains(HttpHeaderNames.EXPECT)
            && !HttpUtil.is100ContinueExpected(request);
    return foreignExpectation && version.minorVersion() > 0 ? 417 : OK;
  }

  /** What the decoder lets pass about the length of a body, and a proxy may see otherwise. */
  private static int framingRefusal(HttpRequest request) {
    if (request.headers().contains("Sec-WebSocket-Key1")) {
      // A WebSocket of the first drafts, behind whose head the decoder expects eight bytes.
      return 400;
    }
    List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    boolean isKnown =
        codings.isEmpty()
            || (codings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0).trim()));
    return isKnown ? OK : 501;
  }

  /** Whether the target has one of the forms of RFC 9112, section 3.2, but for a proxy's. */
  private static boolean isTarget(HttpRequest request) {
    String target = request.uri();
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) == 0x7f) {
        return false;
      }
    }
    if (target.startsWith("/")) {
      return true;
    }
    if (target.equals("*")) {
      return HttpMethod.OPTIONS.equals(request.method());
    }
    int host = target.indexOf("//") + 2;
    return isAbsolute(target) && host < target.length() && "/?#".indexOf(target.charAt(host)) < 0;
  }

  /**
   * @throws IllegalArgumentException if a header is not one
   */
  static RequestHead of(HttpRequest request) {
    String target = originForm(request.uri());
    int mark = target.indexOf('?');
    boolean hasBody =
        HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0;
    boolean isHttp10 = request.protocolVersion().minorVersion() == 0;
    return new RequestHead(
        request.method().name(),
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        copy(request),
        hasBody,
        isHttp10,
        HttpUtil.isKeepAlive(request),
        HttpUtil.is100ContinueExpected(request),
        !hasBody && !isHttp10 && asksForWebSocket(request));
  }

  private static boolean asksForWebSocket(HttpRequest request) {
    return HttpMethod.GET.equals(request.method())
        && request
            .headers()
            .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        && request
            .headers()
            .containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true);
  }

  private static Headers copy(HttpRequest request) {
    Headers headers = Headers.create();
    Iterator<Map.Entry<CharSequence, CharSequence>> lines =
        request.headers().iteratorCharSequence();
    while (lines.hasNext()) {
      Map.Entry<CharSequence, CharSequence> line = lines.next();
      headers.add(line.getKey().toString(), line.getValue().toString());
    }
    return headers;
  }

  /** Clients of proxies send the whole address; RFC 9112, section 3.2.2, wants it understood. */
  private static String originForm(String target) {
    if (!isAbsolute(target)) {
      return target;
    }
    int host = target.indexOf("//") + 2;
    for (int i = host; i < target.length(); i++) {
      if (target.charAt(i) == '/') {
        return target.substring(i);
      }
      if (target.charAt(i) == '?') {
        return "/" + target.substring(i);
      }
    }
    return "/";
  }

  private static boolean isAbsolute(String target) {
    return hasScheme(target, "http://") || hasScheme(target, "https://");
  }

  private static boolean hasScheme(String target, String scheme) {
    return target.regionMatches(true, 0, scheme, 0, scheme.length());
  }
}
