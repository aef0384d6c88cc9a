// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.time.Duration.ofMillis;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.ConnectionError;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.Message;
import dev.sockeye.engineio.server.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An engine on a local host, whose sessions and errors are recorded. */
final class TestEngine {
  /** Between the packets of a payload. */
  static final String RS = "\u001e";

  final SessionRecorder recorder = new SessionRecorder();
  final List<ConnectionError> errors = new ArrayList<>();
  final EngineServer engine;
  final LocalHost host;

  private TestEngine(EngineOptions options, int threads) {
    engine = EngineServer.create(options);
    ManualScheduler[] schedulers = new ManualScheduler[threads];
    for (int i = 0; i < threads; i++) {
      schedulers[i] = new ManualScheduler();
    }
    host = LocalHost.of(engine, schedulers);
    engine.onConnection(recorder);
    engine.onConnectionError(errors::add);
  }

  static TestEngine create() {
    return with(options -> {});
  }

  static TestEngine with(Consumer<EngineOptions.Builder> settings) {
    return onThreads(1, settings);
  }

  static TestEngine onThreads(int threads, Consumer<EngineOptions.Builder> settings) {
    EngineOptions.Builder options = EngineOptions.builder();
    settings.accept(options);
    return new TestEngine(options.build(), threads);
  }

  /** The server of the official suites: 300 ms, 200 ms, and each message comes back. */
  static TestEngine ofTheSuite(Consumer<EngineOptions.Builder> settings) {
    return with(options -> {
          options.pingInterval(ofMillis(300)).pingTimeout(ofMillis(200));
          settings.accept(options);
        })
        .echo();
  }

  TestEngine echo() {
    recorder.onMessage((session, data) -> session.send(Message.of(data)));
    return this;
  }

  RawPeer peer() {
    return host.peer();
  }

  Session session() {
    return recorder.session();
  }

  /** Sends texts to the newest session, from a thread that is not its own. */
  void send(String... texts) {
    for (String text : texts) {
      session().send(message(text));
    }
    host.runPending();
  }

  static Message message(String text) {
    return Message.of(RawData.text(text));
  }

  static Message volatileMessage(String text) {
    return Message.of(List.of(RawData.text(text)), true, true, false);
  }

  /** Does something on the sessions' thread. */
  void onThread(Runnable action) {
    host.scheduler().call(action);
    host.runPending();
  }

  void advance(Duration time) {
    host.advance(time);
  }

  ConnectionError error() {
    return errors.get(errors.size() - 1);
  }
}
