// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.MemoryAdapter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What servers of a cluster say to each other, here over a cable between two in one process. */
class ServerSideEmitTest {
  /** The two ends of each namespace's cable. */
  private final Map<String, List<LocalNamespace>> cables = new HashMap<>();

  private final TestServer here = new TestServer(options -> options.adapter(this::cabled));
  private final TestServer there = new TestServer(options -> options.adapter(this::cabled));
  private final List<Object> heard = new ArrayList<>();

  record Order(String item) {}

  @Test
  void theOtherServersHearItAndTheSenderDoesNot() {
    here.io.onServerSide("hi", args -> heard.add("here"));
    there.io.onServerSide("hi", args -> heard.add("there " + args));
    here.io.serverSideEmit("hi", 1, new Order("tea"));
    assertThat(heard).containsExactly("there [1,{\"item\":\"tea\"}]");
  }

  @Test
  void argumentsBindToTypes() {
    there.io.onServerSide("order", args -> heard.add(args.get(0, Order.class)));
    here.io.serverSideEmit("order", Map.of("item", "tea"));
    assertThat(heard).containsExactly(new Order("tea"));
  }

  @Test
  void onlyTheListenersOfTheEventHearIt() {
    there.io.onServerSide("a", args -> heard.add("a"));
    there.io.onServerSide("b", args -> heard.add("b"));
    here.io.serverSideEmit("b");
    assertThat(heard).containsExactly("b");
  }

  @Test
  void namespacesStayApart() {
    there.io.of("/admin").onServerSide("a", args -> heard.add("admin"));
    here.io.of("/admin");
    here.io.serverSideEmit("a");
    here.io.of("/admin").serverSideEmit("a");
    assertThat(heard).containsExactly("admin");
  }

  @Test
  void answersComeBack() {
    there.io.onServerSideRequest("count", args -> 7);
    assertThat(here.io.serverSideEmitWithAck("count").join().get(0).integer(0)).isEqualTo(7);
  }

  @Test
  void anAnswerMayTakeItsTime() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    there.io.onServerSideRequest("ask", args -> answer);
    var answers = here.io.serverSideEmitWithAck("ask");
    assertThat(answers).isNotDone();
    answer.complete("yes");
    assertThat(answers.join().get(0).string(0)).isEqualTo("yes");
  }

  @Test
  void onlyTheFirstAnswerCounts() {
    there.io.onServerSide("ask", args -> heard.add("no answer"));
    there.io.onServerSideRequest("ask", args -> "first");
    there.io.onServerSideRequest("ask", args -> "second");
    assertThat(here.io.serverSideEmitWithAck("ask").join().get(0).string(0)).isEqualTo("first");
  }

  @Test
  void aListenerThatFailsStopsNobody() {
    there.io.onServerSide(
        "a",
        args -> {
          throw new IllegalStateException("oops");
        });
    there.io.onServerSide("a", args -> heard.add("heard"));
    here.io.serverSideEmit("a");
    assertThat(heard).containsExactly("heard");
  }

  @Test
  void aListenerCanBeTakenAway() {
    there.io.onServerSide("a", args -> heard.add("heard")).cancel();
    here.io.serverSideEmit("a");
    assertThat(heard).isEmpty();
  }

  @Test
  void aServerAloneGetsNoAnswers() {
    assertThat(new TestServer().io.serverSideEmitWithAck("ask").join()).isEmpty();
  }

  @Test
  void reservedNamesAreRefused() {
    for (String name : List.of("connect", "connection", "new_namespace")) {
      assertThatThrownBy(() -> here.io.serverSideEmit(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("\"" + name + "\" is a reserved event name");
      assertThatThrownBy(() -> here.io.onServerSide(name, args -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Adapter cabled(LocalNamespace end) {
    List<LocalNamespace> ends = cables.computeIfAbsent(end.name(), name -> new ArrayList<>());
    ends.add(end);
    Adapter alone = new MemoryAdapter(end);
    return (Adapter)
        Proxy.newProxyInstance(
            Adapter.class.getClassLoader(),
            new Class<?>[] {Adapter.class},
            (proxy, method, args) ->
                method.getName().equals("serverSideEmit")
                    ? send(ends, end, (List<?>) args[0])
                    : method.invoke(alone, args));
  }

  private static CompletableFuture<List<Object>> send(
      List<LocalNamespace> ends, LocalNamespace from, List<?> event) {
    CompletableFuture<List<Object>> answers = new CompletableFuture<>();
    for (LocalNamespace end : ends) {
      if (end != from) {
        end.onServerSideEmit(event, answer -> answers.complete(List.of(answer)));
      }
    }
    return answers;
  }
}
