// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.RecoveryOptions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client that comes back as the official one does: with its private id, and the last argument of
 * the last event that it got, if that is a string.
 */
final class ReturningClient {
  private static final Pattern CONNECTED =
      Pattern.compile("40\\{\"sid\":\"([A-Za-z0-9_-]{20})\",\"pid\":\"([A-Za-z0-9_-]{20})\"}");
  private static final Pattern OFFSET = Pattern.compile("\"([^\"]*)\"]$");

  private final TestServer server;

  TestClient connection;
  String id = "";
  String pid = "";
  @Nullable String offset;

  /** Whether the last connection was the one before, continued. */
  boolean recovered;

  ReturningClient(TestServer server) {
    this.server = server;
    this.connection = server.open();
    connect("40");
  }

  /** A server whose clients may come back, on the clock of its host. */
  static TestServer server(
      UnaryOperator<RecoveryOptions> recovery, Consumer<SocketIoServer.Builder> options) {
    TestServer[] server = new TestServer[1];
    RecoveryOptions clocked =
        RecoveryOptions.defaults()
            .nanoTime(() -> server[0] == null ? 0 : server[0].host.scheduler().nanoTime());
    server[0] =
        new TestServer(
            builder -> {
              builder.connectionStateRecovery(recovery.apply(clocked));
              options.accept(builder);
            });
    return server[0];
  }

  /** The connection is lost. */
  ReturningClient drop() {
    connection.wire.drop();
    return this;
  }

  /** Connects again; returns what came before the confirmation, without offsets. */
  List<String> comeBack() {
    connection = server.open();
    String at = offset == null ? "" : ",\"offset\":\"" + offset + "\"";
    return connect("40{\"pid\":\"" + pid + "\"" + at + "}");
  }

  private List<String> connect(String packet) {
    List<String> received = connection.send(packet).received();
    int last = received.size() - 1;
    assertThat(received).as("the answer to CONNECT").isNotEmpty();
    Matcher connected = CONNECTED.matcher(received.get(last));
    assertThat(connected.matches()).as(received.get(last)).isTrue();
    recovered = pid.equals(connected.group(2));
    id = connected.group(1);
    pid = connected.group(2);
    return received.subList(0, last).stream().map(this::heard).toList();
  }

  /** The events since the last call, without offsets. */
  List<String> received() {
    server.host.runPending();
    return connection.received().stream().map(this::heard).toList();
  }

  /** What is on its way to the client is lost with the connection. */
  ReturningClient dropUnread() {
    server.host.runPending();
    connection.received();
    return drop();
  }

  private String heard(String event) {
    Matcher last = OFFSET.matcher(event);
    if (!last.find()) {
      return event;
    }
    offset = last.group(1);
    return event.substring(0, last.start()).replaceFirst(",$", "") + "]";
  }
}
