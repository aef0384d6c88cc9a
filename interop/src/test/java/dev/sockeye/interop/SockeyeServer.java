// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.spi.Listening;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The servers of {@link ConformanceServer}. */
final class SockeyeServer implements Target {
  private final ConformanceSuite suite;

  /** Set before the first test. */
  private Listening asListed;

  /** Set before the first test. */
  private Listening patient;

  /** Set before the first test. */
  private Listening unhurried;

  SockeyeServer(ConformanceSuite suite) {
    this.suite = suite;
  }

  @Override
  public Endpoint asListed() {
    return Endpoint.local(asListed.port(), suite.path());
  }

  @Override
  public Endpoint patient() {
    return Endpoint.local(patient.port(), suite.path());
  }

  @Override
  public Endpoint unhurried() {
    return Endpoint.local(unhurried.port(), suite.path());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    asListed = ConformanceServer.start(suite, 0, Pace.AS_LISTED);
    patient = ConformanceServer.start(suite, 0, Pace.PATIENT);
    unhurried = ConformanceServer.start(suite, 0, Pace.UNHURRIED);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    asListed.close();
    patient.close();
    unhurried.close();
  }
}
