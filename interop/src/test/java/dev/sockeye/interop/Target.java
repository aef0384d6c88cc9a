// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;

/** The servers that a conformance suite is run against, for the time of a test class. */
interface Target extends BeforeAllCallback, AfterAllCallback {

  /** At {@link Pace#AS_LISTED}. */
  Endpoint asListed();

  /** At {@link Pace#PATIENT}: for the rules about who answers. */
  Endpoint patient();

  /**
   * At {@link Pace#UNHURRIED}: for the rules that aren't about time, which must not depend on how
   * fast the machine is.
   */
  Endpoint unhurried();
}
