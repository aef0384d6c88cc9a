// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The official servers on Node.js: what passes on them is a rule, not our reading of one. */
final class ReferenceServer implements Target {
  private final String suite;
  private final String path;

  /** Set before the first test. */
  private Process process;

  /** Set before the first test. */
  private Endpoint asListed;

  /** Set before the first test. */
  private Endpoint patient;

  /** Set before the first test. */
  private Endpoint unhurried;

  ReferenceServer(String suite, String path) {
    this.suite = suite;
    this.path = path;
  }

  @Override
  public Endpoint asListed() {
    return asListed;
  }

  @Override
  public Endpoint patient() {
    return patient;
  }

  @Override
  public Endpoint unhurried() {
    return unhurried;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    process = PeerProcess.node("reference-server.mjs", suite).start();
    try {
      BufferedReader ports = process.inputReader();
      asListed = Endpoint.local(Integer.parseInt(ports.readLine()), path);
      patient = Endpoint.local(Integer.parseInt(ports.readLine()), path);
      unhurried = Endpoint.local(Integer.parseInt(ports.readLine()), path);
    } catch (IOException | NumberFormatException e) {
      process.destroyForcibly();
      throw new IOException("the reference server did not start; see its errors above", e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    process.destroy();
  }
}
