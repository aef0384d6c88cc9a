// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import dev.sockeye.engineio.spi.Utf8;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the frames of a peer apart, whatever way the network cut them, and puts the messages
 * together: each payload is unmasked straight into the array that is handed on. Passive, and for
 * one thread; of no use any more once it has thrown.
 */
final class WebSocketReader {
  /** What was read. The arrays are the sink's to keep. */
  interface Sink {
    void onText(byte[] utf8);

    void onBinary(byte[] bytes);

    void onPing(byte[] payload);

    /** Nothing more is read after it. */
    void onClose(int code);
  }

  /**
   * A message larger than this gets its memory as it arrives: the length that a header claims costs
   * the sender nothing.
   */
  private static final int MAX_TRUSTED_LENGTH = 8 * 1024;

  private static final byte[] EMPTY = {};

  private final Side side;
  private final int maxMessage;

  /** Null if compression was not agreed on. */
  private final @Nullable MessageInflater inflater;

  /** The bytes of a header that came in pieces; null most of the time. */
  private @Nullable ByteBuf header;

  // The frame being read, if inFrame.
  private boolean inFrame;
  private boolean closed;
  private int flags;
  private int mask;
  private int frameLength;
  private int framePosition;
  private byte[] control = EMPTY;

  // The message being read; its opcode is CONTINUATION (0) when there is none.
  private int messageOpcode;
  private boolean compressed;
  private byte[] message = EMPTY;
  private int messageLength;

  /**
   * @param side which end reads; only what servers read is masked
   * @param maxMessage the size of the largest message that is accepted
   * @param inflater for compressed messages; null if there must not be any
   */
  WebSocketReader(Side side, int maxMessage, @Nullable MessageInflater inflater) {
    this.side = side;
    this.maxMessage = maxMessage;
    this.inflater = inflater;
  }

  /** Reads nothing more, and lets the memory go. To be called once. */
  void close() {
    closed = true;
    if (inflater != null) {
      inflater.release();
    }
  }

  /** Reads all there is. */
  void read(ByteBuf in, Sink sink) throws WebSocketException {
    while (!closed && (inFrame || readHeader(in))) {
      if (!readPayload(in)) {
        return;
      }
      inFrame = false;
      endFrame(sink);
    }
  }

  private boolean readHeader(ByteBuf in) throws WebSocketException {
    ByteBuf source = header == null ? in : header;
    while (true) {
      int needed = headerSize(source);
      if (source.readableBytes() >= needed) {
        parseHeader(source);
        header = null;
        return true;
      }
      if (!in.isReadable()) {
        return false;
      }
      if (header == null) {
        header = Unpooled.buffer(WebSocketProtocol.MAX_HEADER);
        source = header;
      }
      in.readBytes(header, Math.min(needed - header.readableBytes(), in.readableBytes()));
    }
  }

  /** The size of the header as far as its first bytes tell; they are checked on the way. */
  private int headerSize(ByteBuf source) throws WebSocketException {
    if (source.readableBytes() < 2) {
      return 2;
    }
    int first = source.getByte(source.readerIndex());
    int second = source.getByte(source.readerIndex() + 1);
    int length = second & WebSocketProtocol.LENGTH;
    checkFlags(first, length);
    side.checkMask((second & WebSocketProtocol.MASK) != 0);
    return (side == Side.SERVER ? 2 + Integer.BYTES : 2)
        + (length == WebSocketProtocol.LENGTH_16
            ? Short.BYTES
            : length == WebSocketProtocol.LENGTH_64 ? Long.BYTES : 0);
  }

  private void checkFlags(int first, int length) throws WebSocketException {
    int opcode = first & WebSocketProtocol.OPCODE;
    int reserved = first & WebSocketProtocol.RSV;
    boolean begins = opcode == WebSocketProtocol.TEXT || opcode == WebSocketProtocol.BINARY;
    check(
        reserved == 0 || (reserved == WebSocketProtocol.RSV1 && begins && inflater != null),
        "a reserved bit is set");
    switch (opcode) {
      case WebSocketProtocol.CONTINUATION ->
          check(messageOpcode != 0, "there is no message to be continued");
      case WebSocketProtocol.TEXT, WebSocketProtocol.BINARY ->
          check(messageOpcode == 0, "the message before is not complete");
      case WebSocketProtocol.CLOSE, WebSocketProtocol.PING, WebSocketProtocol.PONG -> {
        check((first & WebSocketProtocol.FIN) != 0, "a control frame is fragmented");
        check(length <= WebSocketProtocol.MAX_CONTROL, "a control frame is longer than 125 bytes");
      }
      default -> throw protocolError("opcode " + opcode + " is reserved");
    }
  }

  private void parseHeader(ByteBuf in) throws WebSocketException {
    flags = in.readByte();
    int opcode = flags & WebSocketProtocol.OPCODE;
    long length = in.readByte() & WebSocketProtocol.LENGTH;
    if (length == WebSocketProtocol.LENGTH_16) {
      length = in.readUnsignedShort();
      check(length >= WebSocketProtocol.LENGTH_16, "a length is longer than it need be");
    } else if (length == WebSocketProtocol.LENGTH_64) {
      length = in.readLong();
      check(length < 0 || length > 0xffff, "a length is longer than it need be");
      check(length >= 0, "a length is negative");
    }
    mask = side == Side.SERVER ? in.readInt() : 0;
    framePosition = 0;
    inFrame = true;
    if (WebSocketProtocol.isControl(opcode)) {
      frameLength = (int) length;
      control = length == 0 ? EMPTY : new byte[(int) length];
      return;
    }
    if (opcode != WebSocketProtocol.CONTINUATION) {
      messageOpcode = opcode;
      compressed = (flags & WebSocketProtocol.RSV1) != 0;
    }
    if (length > maxReceived() - messageLength) {
      throw new WebSocketException(
          WebSocketProtocol.TOO_BIG,
          "a message of "
              + (length + messageLength)
              + " bytes or more is over the limit of "
              + maxMessage);
    }
    frameLength = (int) length;
  }

  private int maxReceived() {
    return compressed && inflater != null ? inflater.maxCompressed() : maxMessage;
  }

  /** Reads what there is of the payload; true if that was the rest of it. */
  private boolean readPayload(ByteBuf in) {
    int length = Math.min(frameLength - framePosition, in.readableBytes());
    byte[] target;
    int offset;
    if (WebSocketProtocol.isControl(flags)) {
      target = control;
      offset = framePosition;
    } else {
      ensureCapacity(length);
      target = message;
      offset = messageLength;
      messageLength += length;
    }
    in.readBytes(target, offset, length);
    WebSocketProtocol.unmask(target, offset, length, mask, framePosition);
    framePosition += length;
    return framePosition == frameLength;
  }

  /** Makes room for some more bytes of the message, exactly its size if that is known. */
  private void ensureCapacity(int more) {
    int needed = messageLength + more;
    if (needed <= message.length) {
      return;
    }
    int known = messageLength + frameLength - framePosition;
    boolean isLast = (flags & WebSocketProtocol.FIN) != 0;
    int capacity;
    if (isLast && known <= Math.max(needed, MAX_TRUSTED_LENGTH)) {
      capacity = known;
    } else {
      int grown = (int) Math.min(maxReceived(), Math.max(needed, 2L * message.length));
      capacity = isLast ? Math.min(known, grown) : grown;
    }
    message = Arrays.copyOf(message, capacity);
  }

  private void endFrame(Sink sink) throws WebSocketException {
    int opcode = flags & WebSocketProtocol.OPCODE;
    switch (opcode) {
      case WebSocketProtocol.CLOSE -> {
        closed = true;
        sink.onClose(closeCode(control));
      }
      case WebSocketProtocol.PING -> sink.onPing(control);
      case WebSocketProtocol.PONG -> {}
      default -> {
        if ((flags & WebSocketProtocol.FIN) != 0) {
          endMessage(sink);
        }
      }
    }
    control = EMPTY;
  }

  private void endMessage(Sink sink) throws WebSocketException {
    byte[] bytes = messageBytes();
    boolean isText = messageOpcode == WebSocketProtocol.TEXT;
    message = EMPTY;
    messageLength = 0;
    messageOpcode = 0;
    if (!isText) {
      sink.onBinary(bytes);
    } else if (Utf8.isValid(bytes, 0, bytes.length)) {
      sink.onText(bytes);
    } else {
      throw new WebSocketException(WebSocketProtocol.INVALID_DATA, "a text is not valid UTF-8");
    }
  }

  private byte[] messageBytes() throws WebSocketException {
    if (compressed && inflater != null) {
      return inflater.inflate(message, messageLength);
    }
    return message.length == messageLength ? message : Arrays.copyOf(message, messageLength);
  }

  private static int closeCode(byte[] payload) throws WebSocketException {
    if (payload.length == 0) {
      return WebSocketProtocol.NO_CODE;
    }
    check(payload.length >= 2, "half a close code");
    int code = (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
    check(WebSocketProtocol.isCloseCode(code), "close code " + code + " must not be sent");
    if (!Utf8.isValid(payload, 2, payload.length - 2)) {
      throw new WebSocketException(
          WebSocketProtocol.INVALID_DATA, "the reason of a close is not valid UTF-8");
    }
    return code;
  }

  private static void check(boolean ok, String otherwise) throws WebSocketException {
    if (!ok) {
      throw protocolError(otherwise);
    }
  }

  private static WebSocketException protocolError(String message) {
    return new WebSocketException(WebSocketProtocol.PROTOCOL_ERROR, message);
  }
}
