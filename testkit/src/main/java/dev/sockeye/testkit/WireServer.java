// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A server that follows a script, literally: each connection runs it in a thread of its own. The
 * counterpart of {@link WireClient}.
 */
public final class WireServer implements AutoCloseable {
  /** What the server does with a connection, which is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    /** Acts; what fails ends the connection only. */
    void run(Peer peer) throws IOException;
  }

  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket socket;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final Queue<Peer> peers = new ConcurrentLinkedQueue<>();

  private WireServer(ServerSocket socket, Script script) {
    this.socket = socket;
    this.script = script;
    Thread acceptor = new Thread(this::accept, "a scripted server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** Listens on a free port of the loopback address. */
  public static WireServer start(Script script) {
    return start(ServerSocketFactory.getDefault(), script);
  }

  /** Listens with a factory's sockets: for TLS. */
  public static WireServer start(ServerSocketFactory factory, Script script) {
    try {
      return start(factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Listens on a socket, which it closes. */
  public static WireServer start(ServerSocket socket, Script script) {
    return new WireServer(socket, script);
  }

  private void accept() {
    try {
      while (true) {
        Socket accepted = socket.accept();
        connections.incrementAndGet();
        Thread thread = new Thread(() -> serve(accepted), "a scripted connection");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket accepted) {
    try (accepted) {
      accepted.setTcpNoDelay(true);
      accepted.setSoTimeout(PATIENCE_MILLIS);
      Peer peer = new Peer(accepted);
      peers.add(peer);
      script.run(peer);
    } catch (IOException e) {
      // The client is gone, or the script's patience is at an end; the test sees what comes of it.
    }
  }

  /** The port. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** How many connections there were. */
  public int connections() {
    return connections.get();
  }

  /** Stops listening, and closes what is open. */
  @Override
  public void close() {
    try {
      socket.close();
      for (Peer peer : peers) {
        peer.socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The other end of one connection. */
  public static final class Peer {
    private final Socket socket;
    private final InputStream in;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Where the client is. */
    public InetAddress address() {
      return socket.getInetAddress();
    }

    /** Reads the head of a request and returns it, with its blank line. */
    public String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) readByte());
      }
      return head.toString();
    }

    /** Reads a request with its body, if a length is given, and returns both. */
    public String request() throws IOException {
      String head = head();
      String length = header(head, "Content-Length");
      return head
          + new String(
              read(length.isEmpty() ? 0 : Integer.parseInt(length)), StandardCharsets.ISO_8859_1);
    }

    /** The value of the first line of a header, or an empty text. */
    public static String header(String head, String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).trim())
          .findFirst()
          .orElse("");
    }

    /** Reads so many bytes. */
    public byte[] read(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException();
      }
      return bytes;
    }

    private int readByte() throws IOException {
      return read(1)[0] & 0xff;
    }

    /** Says a text, each character as one byte. */
    public Peer say(String text) throws IOException {
      return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says bytes. */
    public Peer say(byte... bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      return this;
    }

    /** Answers with 200 and a body. */
    public Peer ok(String body) throws IOException {
      return say("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Accepts a WebSocket, with further header lines, each with its CRLF. */
    public Peer accept(String head, String lines) throws IOException {
      return say(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + proof(header(head, "Sec-WebSocket-Key"))
              + "\r\n"
              + lines
              + "\r\n");
    }

    private static String proof(String key) {
      try {
        byte[] text =
            (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1);
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-1", e);
      }
    }

    /** Reads a frame and returns its first byte and its unmasked payload. */
    public byte[] frame() throws IOException {
      int first = readByte();
      int length = readByte() & 0x7f;
      if (length == 126) {
        length = readByte() << 8 | readByte();
      } else if (length == 127) {
        read(4);
        length = readByte() << 24 | readByte() << 16 | readByte() << 8 | readByte();
      }
      byte[] mask = read(4);
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.write(first);
      byte[] payload = read(length);
      for (int i = 0; i < length; i++) {
        frame.write(payload[i] ^ mask[i & 3]);
      }
      return frame.toByteArray();
    }

    /** Sends a short frame. */
    public Peer sendFrame(int first, String payload) throws IOException {
      return say((byte) first, (byte) payload.length()).say(payload);
    }

    /**
     * Passes on what comes to a server of this machine, and what that says to the client, until one
     * of them ends.
     */
    public void passOn(int port) throws IOException {
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        Thread back = new Thread(() -> passBack(server), "a scripted connection, back");
        back.setDaemon(true);
        back.start();
        in.transferTo(server.getOutputStream());
      }
    }

    private void passBack(Socket server) {
      try (socket) {
        server.getInputStream().transferTo(socket.getOutputStream());
      } catch (IOException e) {
        // One of them is gone.
      }
    }

    /** Waits until the client closes the connection, and throws away what it still sends. */
    public void awaitEnd() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    /** Resets the connection. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
