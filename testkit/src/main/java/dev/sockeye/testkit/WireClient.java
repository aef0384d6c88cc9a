// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import javax.net.SocketFactory;

/**
 * A blocking TCP connection over which a test says literal bytes and reads what comes back. Knows
 * just enough of HTTP and WebSocket to find the end of a response or a frame. Reads fail after a
 * while instead of hanging. For one thread.
 */
public final class WireClient implements AutoCloseable {
  /** A server that doesn't answer within this has failed the test. */
  private static final int PATIENCE_MILLIS = 20_000;

  /** The key of {@link #upgrade}; any would do, as clients don't check each other. */
  private static final byte[] MASK = {0x11, 0x22, 0x33, 0x44};

  private final Socket socket;
  private final InputStream in;

  private WireClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** A frame as it was received; compressed if its first reserved bit is set. */
  public record Frame(int opcode, boolean fin, boolean compressed, byte[] payload) {
    /** The payload as text. */
    public String text() {
      return new String(payload, UTF_8);
    }

    /** The close code of a close frame; 1005 if it has none. */
    public int closeCode() {
      return payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
    }
  }

  /** A response as it was received, the header lines with their CRLFs. */
  public record Response(int status, String head, byte[] body) {
    /** The body as text. */
    public String text() {
      return new String(body, UTF_8);
    }

    /** The value of the first line of a header, or an empty text. */
    public String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).trim())
          .findFirst()
          .orElse("");
    }
  }

  /** Connects. */
  public static WireClient connect(InetSocketAddress address) {
    return connect(address, SocketFactory.getDefault());
  }

  /** Connects with a factory's sockets: for TLS. */
  public static WireClient connect(InetSocketAddress address, SocketFactory factory) {
    return connect(address, factory, 0);
  }

  /** Connects with a receive buffer of a given size, so that it is soon full when nobody reads. */
  public static WireClient connectSlowly(InetSocketAddress address, int receiveBuffer) {
    return connect(address, SocketFactory.getDefault(), receiveBuffer);
  }

  private static WireClient connect(
      InetSocketAddress address, SocketFactory factory, int receiveBuffer) {
    return checked(
        () -> {
          Socket socket = factory.createSocket();
          if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
          }
          socket.setTcpNoDelay(true);
          socket.setSoTimeout(PATIENCE_MILLIS);
          socket.connect(
              address.getAddress().isAnyLocalAddress()
                  ? new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort())
                  : address);
          return new WireClient(socket);
        });
  }

  /** Sends a text, each character as one byte. */
  public WireClient send(String text) {
    return send(text.getBytes(ISO_8859_1));
  }

  /** Sends bytes. */
  public WireClient send(byte... bytes) {
    return checked(
        () -> {
          socket.getOutputStream().write(bytes);
          return this;
        });
  }

  /** Sends bytes, each in a segment of its own. */
  public WireClient sendSingly(byte... bytes) {
    for (byte b : bytes) {
      send(new byte[] {b});
    }
    return this;
  }

  /** Sends a GET. */
  public WireClient get(String target) {
    return send("GET " + target + " HTTP/1.1\r\nHost: test\r\n\r\n");
  }

  /** Sends a POST. */
  public WireClient post(String target, String body) {
    int length = body.getBytes(ISO_8859_1).length;
    return send(
        "POST "
            + target
            + " HTTP/1.1\r\nHost: test\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body);
  }

  /** Reads a response with a body of a declared length. */
  public Response response() {
    return checked(
        () -> {
          String head = readHead();
          Response response =
              new Response(Integer.parseInt(head.substring(9, 12)), head, new byte[0]);
          String length = response.header("Content-Length");
          return length.isEmpty()
              ? response
              : new Response(response.status(), head, exactly(Integer.parseInt(length)));
        });
  }

  /** Reads the response to a HEAD: its length describes a body that doesn't come. */
  public Response headResponse() {
    return checked(
        () -> {
          String head = readHead();
          return new Response(Integer.parseInt(head.substring(9, 12)), head, new byte[0]);
        });
  }

  private String readHead() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      head.write(exactly(1));
    }
    return head.toString(ISO_8859_1);
  }

  /** The head of a valid WebSocket handshake; additional header lines end with CRLF each. */
  public static String handshake(String target, String headerLines) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + headerLines
        + "\r\n";
  }

  /** Asks for a WebSocket and reads the answer. */
  public Response upgrade(String target) {
    return send(handshake(target, "")).response();
  }

  /** Sends a text message in one frame. */
  public WireClient sendText(String text) {
    return send(frame(0x81, text.getBytes(UTF_8)));
  }

  /** Sends a frame. */
  public WireClient sendFrame(int firstByte, byte... payload) {
    return send(frame(firstByte, payload));
  }

  /** Sends a close frame. */
  public WireClient sendClose(int code) {
    return sendFrame(0x88, (byte) (code >> 8), (byte) code);
  }

  /** A masked frame; {@code 0x81} begins a text message of one frame. */
  public static byte[] frame(int firstByte, byte... payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(firstByte);
    if (payload.length < 126) {
      out.write(0x80 | payload.length);
    } else if (payload.length <= 0xffff) {
      out.write(0x80 | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    } else {
      out.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) payload.length >> shift));
      }
    }
    out.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      out.write(payload[i] ^ MASK[i & 3]);
    }
    return out.toByteArray();
  }

  /** Reads a frame. */
  public Frame frame() {
    return checked(
        () -> {
          byte[] start = exactly(2);
          int length = start[1] & 0x7f;
          if (length == 126) {
            byte[] more = exactly(2);
            length = (more[0] & 0xff) << 8 | (more[1] & 0xff);
          } else if (length == 127) {
            byte[] more = exactly(8);
            length =
                (more[4] & 0xff) << 24
                    | (more[5] & 0xff) << 16
                    | (more[6] & 0xff) << 8
                    | (more[7] & 0xff);
          }
          return new Frame(
              start[0] & 0x0f, (start[0] & 0x80) != 0, (start[0] & 0x40) != 0, exactly(length));
        });
  }

  /** Reads to the end of the stream and answers what came; a reset counts as an end. */
  public byte[] untilClosed() {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    return checked(
        () -> {
          try {
            in.transferTo(rest);
          } catch (SocketException e) {
            // Reset by the peer: an end as good as any.
          }
          return rest.toByteArray();
        });
  }

  /** Says that nothing more will be sent. */
  public WireClient endOutput() {
    return checked(
        () -> {
          socket.shutdownOutput();
          return this;
        });
  }

  /** Closes the connection with a reset. */
  public void reset() {
    checked(
        () -> {
          socket.setSoLinger(true, 0);
          socket.close();
          return this;
        });
  }

  @Override
  public void close() {
    checked(
        () -> {
          socket.close();
          return this;
        });
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the server closed the connection");
    }
    return bytes;
  }

  private interface Action<T> {
    T run() throws IOException;
  }

  private static <T> T checked(Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
