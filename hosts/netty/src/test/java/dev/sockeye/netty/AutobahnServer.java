// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

/** The echo server that the Autobahn test suite drives: {@code mvn -Pautobahn verify}. */
public final class AutobahnServer {
  /** The largest messages of section 9 have 16 MiB. */
  private static final int MAX_MESSAGE = 16 * 1024 * 1024;

  private AutobahnServer() {}

  /**
   * @param args the port
   */
  @SuppressWarnings("resource") // it lives as long as the build
  public static void main(String[] args) {
    NettyHost.builder()
        .port(Integer.parseInt(args[0]))
        .handler(new EchoHandler(MAX_MESSAGE))
        .start();
  }
}
