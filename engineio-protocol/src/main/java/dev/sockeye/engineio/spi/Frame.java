// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

import dev.sockeye.engineio.RawData;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket message to be sent, immutable, and the place where a host keeps its own form of it.
 *
 * <p>The payload is {@link #prefix()} (where there is one) followed by {@link #data()}. Keeping the
 * prefix (the digit of the Engine.IO packet type) apart saves copying every message just to put one
 * byte in front.
 *
 * <p>A {@link #isShared() shared} frame goes to many recipients: a host builds its wire form once,
 * with {@link #hostForm}, and writes that to each of them.
 */
public final class Frame {
  /** No prefix. */
  public static final int NO_PREFIX = -1;

  private final int prefix;
  private final RawData data;
  private final boolean compress;
  private final boolean shared;

  /**
   * The host's form; written once or, in a race, twice with equal values. Null until a host has
   * made it.
   */
  private volatile @Nullable Object hostForm;

  /** The host's compressed form; written once, under this object's lock. Null until then. */
  private volatile @Nullable Object compressedForm;

  /**
   * @param prefix the byte before the data, or {@link #NO_PREFIX}
   * @param data the data; it decides whether this is a text or a binary message
   * @param compress whether permessage-deflate may be used
   * @param shared whether the frame goes to more than one recipient
   */
  public Frame(int prefix, RawData data, boolean compress, boolean shared) {
    this.prefix = prefix;
    this.data = data;
    this.compress = compress;
    this.shared = shared;
  }

  /** Whether it is a binary message; a text message otherwise. */
  public boolean isBinary() {
    return data.isBinary();
  }

  /** The byte before the data, or {@link #NO_PREFIX}. */
  public int prefix() {
    return prefix;
  }

  /** The data after the prefix. */
  public RawData data() {
    return data;
  }

  /** The size of the payload in bytes, prefix included. */
  public int length() {
    return data.length() + (prefix == NO_PREFIX ? 0 : 1);
  }

  /** Whether permessage-deflate may be used for it. */
  public boolean compress() {
    return compress;
  }

  /** Whether the frame goes to more than one recipient, so that {@link #hostForm} pays. */
  public boolean isShared() {
    return shared;
  }

  /**
   * The host's own form of this frame, made by the first call. The form must be safe to use from
   * several threads and must need no release: it lives as long as the frame. One host type per
   * frame: it is the caller's to know the type.
   */
  @SuppressWarnings("unchecked")
  public <T> T hostForm(Function<Frame, T> make) {
    Object form = hostForm;
    if (form == null) {
      form = make.apply(this);
      hostForm = form;
    }
    return (T) form;
  }

  /**
   * The host's own compressed form of this frame, as {@link #hostForm}; made once, whatever the
   * number of threads that ask: compressing is dear, so the others wait.
   */
  @SuppressWarnings("unchecked")
  public <T> T compressedForm(Function<Frame, T> make) {
    Object form = compressedForm;
    if (form == null) {
      synchronized (this) {
        form = compressedForm;
        if (form == null) {
          form = make.apply(this);
          compressedForm = form;
        }
      }
    }
    return (T) form;
  }

  /** The payload as one text, for logs and tests. */
  @Override
  public String toString() {
    return (prefix == NO_PREFIX ? "" : String.valueOf((char) prefix)) + data;
  }
}
