// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** Engine.IO packets and their codecs, and what both sides ask of a network. Without I/O. */
@NullMarked
module dev.sockeye.engineio {
  requires static transitive org.jspecify;

  exports dev.sockeye.engineio;
  exports dev.sockeye.engineio.spi;
}
