// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A server in a process of its own: the official one, with one of the official adapters, or ours.
 */
final class JsNode implements ClusterNode {
  private final LineProcess process;
  private final int port;

  /**
   * @param config for {@code interop/cluster/node.mjs}
   */
  JsNode(Map<String, ?> config) {
    this(LineProcess.start("node.mjs", config));
  }

  private JsNode(LineProcess started) {
    process = started;
    port = ((Number) process.next("port")).intValue();
  }

  /** Our server, which can do no more than {@link JavaNodeProgram} says. */
  static JsNode java(Map<String, ?> config) {
    return new JsNode(LineProcess.start(JavaNodeProgram.class, config));
  }

  @Override
  public Endpoint endpoint() {
    return Endpoint.local(port, "/socket.io/");
  }

  private Object tell(String what, Audience audience, Map<String, ?> more) {
    return process.ask(what, with(audience, more)).join();
  }

  private static Map<String, Object> with(Audience audience, Map<String, ?> more) {
    Map<String, Object> options = new HashMap<>(more);
    options.put("rooms", audience.rooms());
    options.put("except", audience.except());
    options.put("flags", audience.flags());
    return options;
  }

  @Override
  public void emit(Audience audience, Object... event) {
    tell("emit", audience, Map.of("args", Arrays.asList(event)));
  }

  @Override
  public CompletableFuture<Answers> ask(Audience audience, int millis, Object... event) {
    Map<String, ?> more = Map.of("args", Arrays.asList(event), "timeout", millis);
    return process.ask("ask", with(audience, more)).thenApply(JsNode::answers);
  }

  @SuppressWarnings("unchecked") // as node.mjs says it
  private static Answers answers(Object result) {
    Map<String, Object> fields = (Map<String, Object>) result;
    return new Answers((List<Object>) fields.get("answers"), fields.get("error") == null);
  }

  @Override
  @SuppressWarnings("unchecked") // as node.mjs says it
  public List<Map<String, Object>> fetchSockets(Audience audience) {
    return (List<Map<String, Object>>) tell("fetchSockets", audience, Map.of());
  }

  @Override
  public void socketsJoin(Audience audience, String... rooms) {
    tell("socketsJoin", audience, Map.of("to", List.of(rooms)));
  }

  @Override
  public void socketsLeave(Audience audience, String... rooms) {
    tell("socketsLeave", audience, Map.of("from", List.of(rooms)));
  }

  @Override
  public void disconnectSockets(Audience audience, boolean close) {
    tell("disconnectSockets", audience, Map.of("close", close));
  }

  @Override
  public void serverSideEmit(Object... event) {
    process.ask("serverSideEmit", Map.of("args", Arrays.asList(event))).join();
  }

  @Override
  public CompletableFuture<Answers> serverSideAsk(Object... event) {
    return process
        .ask("serverSideAsk", Map.of("args", Arrays.asList(event)))
        .thenApply(JsNode::answers);
  }

  @Override
  public int serverCount() {
    return ((Number) process.ask("serverCount", Map.of()).join()).intValue();
  }

  @Override
  public void join(String sid, String... rooms) {
    process.ask("join", Map.of("sid", sid, "rooms", List.of(rooms))).join();
  }

  @Override
  @SuppressWarnings("unchecked") // as node.mjs says it
  public List<String> rooms(String sid) {
    return (List<String>) process.ask("rooms", Map.of("sid", sid)).join();
  }

  @Override
  @SuppressWarnings("unchecked") // as node.mjs says it
  public List<Object> heard() {
    return (List<Object>) process.next("heard");
  }

  /** The process, for what only this kind of node is told. */
  LineProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
