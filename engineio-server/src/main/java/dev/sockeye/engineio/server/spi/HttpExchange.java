// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.spi.Scheduler;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a host gives for one HTTP request: the request, and the one place where its response goes.
 *
 * <p>The host calls the engine on {@link #scheduler()}'s thread, and so come all callbacks. {@link
 * #respond} may be called from any thread, once. A host that pipelines requests of one connection
 * sends their responses in the order of the requests.
 */
public interface HttpExchange {
  /** The method, as sent: {@code GET}. */
  String method();

  /** The path, as sent, before the {@code ?}: {@code /socket.io/}. */
  String path();

  /** The query, as sent, after the {@code ?}; empty if there is none. */
  String query();

  /** The request's headers; valid for as long as the exchange. */
  Headers headers();

  /** The other end of the TCP connection. */
  InetSocketAddress remoteAddress();

  /** Whether the connection is encrypted. */
  boolean isSecure();

  /**
   * The certificates that the other end of the connection has shown, its own first, which the host
   * has verified; empty if it has shown none, or was not asked to. Default: empty.
   */
  default List<X509Certificate> clientCertificates() {
    return List.of();
  }

  /** The thread of this exchange. */
  Scheduler scheduler();

  /**
   * Asks for the request's body; called once at most, on the exchange's thread. A body that nobody
   * asks for is read and thrown away, or the connection closed after the response, as the host sees
   * fit.
   */
  void readBody(BodyReader reader);

  /**
   * Sets what runs, on the exchange's thread, if the connection is lost before the response was
   * written; at once if it is lost already. The last one set counts.
   */
  void onAbort(Runnable action);

  /**
   * Sends the response; ignored if the connection is lost.
   *
   * @throws IllegalStateException if there was a response already
   */
  void respond(HttpResponse response);

  /** Takes the body of a request as it arrives. Its methods are called on the exchange's thread. */
  interface BodyReader {
    /**
     * Some bytes of the body; they are the reader's to keep.
     *
     * @return false to stop reading: the host discards the rest and closes the connection after the
     *     response
     */
    boolean onChunk(byte[] chunk);

    /**
     * The body is complete. Not called once {@code onChunk} has answered false or the connection
     * was lost.
     */
    void onEnd();
  }
}
