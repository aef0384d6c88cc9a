// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

/** A Java client that takes part in {@code ./bench client}. */
enum ClientKind {
  SOCKEYE("sockeye-client", "Sockeye's client, its listeners on the I/O thread", SockeyeEchoClient.class, 10_000),
  OFFICIAL(
      "socket.io-client-java",
      "io.socket:socket.io-client 2.1.2 on OkHttp 3.12, its limit of 64 connections lifted",
      OfficialEchoClient.class,
      500);

  private final String title;
  private final String description;
  private final Class<?> main;
  private final int idleConnections;

  ClientKind(String title, String description, Class<?> main, int idleConnections) {
    this.title = title;
    this.description = description;
    this.main = main;
    this.idleConnections = idleConnections;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  Class<?> main() {
    return main;
  }

  /** How many connections its process can hold while they do nothing. */
  int idleConnections() {
    return idleConnections;
  }
}
