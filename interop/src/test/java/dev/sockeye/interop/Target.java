// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;

/** The servers that a conformance suite is run against, for the time of a test class. */
interface Target extends BeforeAllCallback, AfterAllCallback {

  /** Set up as the official suite asks: a ping each 300 ms, to be answered within 200 ms. */
  Endpoint asListed();

  /**
   * As many pings, with so much time to answer that a busy machine does: for the rules about who
   * answers.
   */
  Endpoint patient();

  /**
   * The same with a heartbeat so slow that no test sees it: for the rules that aren't about the
   * heartbeat, which must not depend on how fast the machine is.
   */
  Endpoint unhurried();
}
