// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the limit server: looks at the few bytes that tell the messages of the
 * scenarios apart.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // What fails closes the connection, and that is noticed.
final class LimitConnection extends ChannelInboundHandlerAdapter implements FrameReader.Sink {
  private static final int ACKS = 90;
  private static final byte[] OPEN =
      Frames.unmasked(
          "0{\"sid\":\"lv_VI97HAXpY6yYWAAAC\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
  private static final byte[] CONNECTED = Frames.unmasked("40{\"sid\":\"lv_VI97HAXpY6yYWAAAC\"}");
  private static final byte[] CLOSE = Frames.unmasked(Frames.CLOSE, new byte[] {3, (byte) 0xe8});
  private static final byte[][] ECHOES = new byte[ACKS][];
  private static final byte[][] JOINED = new byte[ACKS][];
  private static final byte[][] BLOBS = new byte[ACKS][];

  static {
    for (int i = 0; i < ACKS; i++) {
      int ack = Wire.FIRST_ACK + i;
      ECHOES[i] = Frames.unmasked(Wire.ack(ack, Note.json(Exchange.noteId(i))));
      JOINED[i] = Frames.unmasked(Wire.ack(ack, ""));
      BLOBS[i] =
          Frames.concat(
              Frames.unmasked(Wire.blobAck(ack)), Frames.unmasked(Frames.BINARY, Wire.blob()));
    }
  }

  private final LimitRooms rooms;
  private final FrameReader reader = new FrameReader();
  private boolean upgraded;

  /** The members of this connection's room, itself included. */
  private List<LimitConnection> room = List.of();

  /** The ack of the binary event whose attachment comes next. */
  private int blobAck;

  /** What this read loop has to say; null if nothing yet. */
  private @Nullable ByteBuf out;

  /** Whether something was forwarded to this connection since its last flush. */
  private boolean forwarded;

  private @Nullable ChannelHandlerContext context;

  LimitConnection(LimitRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message)
      throws NoSuchAlgorithmException {
    context = ctx;
    var in = (ByteBuf) message;
    if (upgraded) {
      reader.read(in, this);
      return;
    }
    String request = in.toString(ISO_8859_1);
    in.release();
    if (!request.endsWith("\r\n\r\n")) {
      ctx.close();
      return;
    }
    upgraded = true;
    rooms.enter(this);
    say(Wire.ascii(handshake(request)));
    say(OPEN);
  }

  private static String handshake(String request) throws NoSuchAlgorithmException {
    int key = request.indexOf("Sec-WebSocket-Key: ") + 19;
    byte[] challenge =
        Wire.ascii(
            request.substring(key, request.indexOf('\r', key))
                + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    String accept =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(challenge));
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
        + accept
        + "\r\n\r\n";
  }

  @Override
  public void frame(int opcode, ByteBuf bytes, int offset, int length, int mask) {
    if (opcode == Frames.BINARY) {
      say(BLOBS[blobAck]);
    } else if (opcode == Frames.CLOSE) {
      say(CLOSE);
      flush();
      context().close();
    } else if (length > 5) {
      event(bytes, offset, length, mask);
    } else if (length == 2) {
      say(CONNECTED);
    }
  }

  private void event(ByteBuf bytes, int offset, int length, int mask) {
    if (at(bytes, offset, 1, mask) == '5') {
      blobAck = number(bytes, offset, Wire.BINARY_ACK_OFFSET, 2, mask) - Wire.FIRST_ACK;
    } else if (at(bytes, offset, 2, mask) == '[') {
      forward(bytes, offset, length, mask);
    } else {
      int ack = number(bytes, offset, Wire.ACK_OFFSET, 2, mask) - Wire.FIRST_ACK;
      if (at(bytes, offset, 6, mask) == 'j') {
        room = rooms.join(text(bytes, offset, length, mask), this);
        say(JOINED[ack]);
      } else {
        say(ECHOES[ack]);
      }
    }
  }

  private void forward(ByteBuf bytes, int offset, int length, int mask) {
    ByteBuf frame = unmask(bytes, offset, length, mask);
    if (at(bytes, offset, 4, mask) == 'n') {
      rooms.toEverybody(frame);
    } else {
      rooms.toOthers(frame, room, this);
    }
  }

  /**
   * Writes a frame that is shared with others, without a flush.
   *
   * @return whether this connection needs a flush that nobody has asked for yet
   */
  boolean forward(ByteBuf frame) {
    if (!context().channel().isWritable()) {
      return false;
    }
    context().write(frame.retainedDuplicate(), context().voidPromise());
    boolean first = !forwarded;
    forwarded = true;
    return first;
  }

  void flushForwarded() {
    forwarded = false;
    context().flush();
  }

  /** A frame of this payload as the server sends it. */
  private ByteBuf unmask(ByteBuf bytes, int offset, int length, int mask) {
    ByteBuf frame = context().alloc().buffer(length + 8).writeByte(0x81);
    if (length < 126) {
      frame.writeByte(length);
    } else {
      frame.writeByte(126).writeShort(length);
    }
    int i = 0;
    long wide = (mask & 0xffffffffL) << 32 | (mask & 0xffffffffL);
    for (; i + 8 <= length; i += 8) {
      frame.writeLong(bytes.getLong(offset + i) ^ wide);
    }
    for (; i < length; i++) {
      frame.writeByte(at(bytes, offset, i, mask));
    }
    return frame;
  }

  private static String text(ByteBuf bytes, int offset, int length, int mask) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) at(bytes, offset, i, mask));
    }
    return text.toString();
  }

  private static int at(ByteBuf bytes, int offset, int index, int mask) {
    return (bytes.getByte(offset + index) ^ mask >> (24 - 8 * (index & 3))) & 0xff;
  }

  private static int number(ByteBuf bytes, int offset, int index, int digits, int mask) {
    int number = 0;
    for (int i = index; i < index + digits; i++) {
      number = number * 10 + at(bytes, offset, i, mask) - '0';
    }
    return number;
  }

  private void say(byte[] frame) {
    if (out == null) {
      out = context().alloc().directBuffer(frame.length * 16);
    }
    out.writeBytes(frame);
  }

  private void flush() {
    if (out != null) {
      context().writeAndFlush(out, context().voidPromise());
      out = null;
    }
  }

  private ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("nothing has been read yet");
    }
    return context;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (context != null) {
      flush();
      rooms.flush();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    reader.release();
    if (upgraded) {
      rooms.leave(this, room);
    }
  }

  /** The benchmark ends its connections as it likes. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
