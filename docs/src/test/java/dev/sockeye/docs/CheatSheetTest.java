// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.server.Middleware;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.ReceivedEvent;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Each entry of docs/coming-from-nodejs.md does in Java what it does in Node.js.
 *
 * <p>Six clients, each in its rooms, answer every event with their names. {@code cheat-sheet.txt}
 * says who hears what of each entry, and what its answers are: one test asks the original server
 * whether that is so, the others ask Sockeye.
 */
@Timeout(60)
class CheatSheetTest {
  private static final Map<String, List<String>> ROOMS =
      new TreeMap<>(
          Map.of(
              "a", List.of("room1"),
              "b", List.of("room1", "room2"),
              "c", List.of("room2"),
              "d", List.of("room1", "room3"),
              "m", List.of(),
              "n", List.of("room1")));

  @Test
  void theOriginalDoesWhatTheSheetSays() throws Exception {
    Path script = script();
    Process node =
        new ProcessBuilder("node", script.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD) // it has no cluster, and says so
            .start();
    assertThat(new String(node.getInputStream().readAllBytes(), UTF_8).lines().toList())
        .isEqualTo(sheet());
  }

  @TestFactory
  Stream<DynamicTest> soDoesSockeye() throws IOException {
    return sheet().stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> assertThat(run(line)).isEqualTo(line)));
  }

  @Test
  void eachEntryIsTranslated() throws IOException {
    List<String> names =
        sheet().stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
    assertThat(Stream.of(CheatSheet.class.getDeclaredMethods()))
        .filteredOn(method -> !Modifier.isPrivate(method.getModifiers()))
        .extracting(Method::getName)
        .containsExactlyInAnyOrderElementsOf(names);
  }

  private static List<String> sheet() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/cheat-sheet.txt"));
  }

  /** Where Node.js finds the original: the build has installed it there. */
  private static Path script() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/cheat-sheet"));
    Path modules = folder.resolve("node_modules");
    if (!Files.exists(modules)) {
      Files.createSymbolicLink(modules, Path.of("../interop/node/node_modules").toRealPath());
    }
    for (String file : List.of("cheat-sheet.mjs", "cheat-sheet-run.mjs")) {
      Files.copy(
          Path.of("src/test/resources", file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return folder.resolve("cheat-sheet-run.mjs");
  }

  /** Runs an entry and says who heard what, taking what is expected first. */
  private static String run(String line) throws Exception {
    String entry = line.substring(0, line.indexOf(':'));
    List<String> expected = List.of(line.substring(entry.length() + 1).strip().split(" \\| "));
    BlockingQueue<String> log = new LinkedBlockingQueue<>();
    SocketIoServer io = server();
    try (TestHost host = TestHost.of(io.service())) {
      Map<String, TestClient> clients = new TreeMap<>();
      ROOMS.keySet().forEach(name -> clients.put(name, connect(host, name)));
      CheatSheet sheet =
          new CheatSheet(
              io,
              io.of("/").socket(clients.get("a").id()).orElseThrow(),
              clients.get("c").id(),
              log::add);
      Method method = CheatSheet.class.getDeclaredMethod(entry);
      CompletableFuture<Object> done = CompletableFuture.supplyAsync(() -> invoke(method, sheet));

      List<String> heard = new ArrayList<>();
      for (String each : expected) {
        if (each.startsWith("log ")) {
          heard.add("log " + log.poll(20, TimeUnit.SECONDS));
        } else if (!each.isEmpty()) {
          heard.add(each.charAt(0) + " " + hear(clients.get(each.substring(0, 1)), each));
        }
      }
      done.join();
      io.emit("end");
      io.of("/myNamespace").emit("end");
      clients.forEach((name, client) -> heard.addAll(rest(name, client)));
      return (entry + ": " + String.join(" | ", heard)).strip();
    }
  }

  private static Object invoke(Method method, CheatSheet sheet) {
    try {
      method.invoke(sheet);
      return "done";
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SocketIoServer server() {
    SocketIoServer io = SocketIoServer.create();
    Middleware letIn =
        socket -> {
          String name = (String) socket.handshake().auth().get("name");
          socket.data().put("name", name);
          socket.join(ROOMS.get(name).toArray(String[]::new));
        };
    io.use(letIn);
    io.of("/myNamespace").use(letIn);
    io.onConnection(socket -> socket.emit("begin"));
    io.of("/myNamespace").onConnection(socket -> socket.emit("begin"));
    return io;
  }

  private static TestClient connect(TestHost host, String name) {
    String namespace = name.compareTo("m") < 0 ? "/" : "/myNamespace";
    TestClient client = host.connect(namespace, Map.of("name", name));
    client.receive("begin");
    return client;
  }

  private static String hear(TestClient client, String expected) {
    if (expected.endsWith(" left")) {
      client.awaitDisconnect();
      return "left";
    }
    ReceivedEvent event = client.receive();
    if (event.isAnswerWanted()) {
      event.reply(expected.substring(0, 1), 42);
    }
    return text(event);
  }

  /** What a client has heard that nobody has expected. */
  private static List<String> rest(String name, TestClient client) {
    if (client.isConnected()) {
      client.receive("end");
    }
    return client.unread().stream().map(event -> name + " " + text(event)).toList();
  }

  private static String text(ReceivedEvent event) {
    return event.name()
        + event.args().toList().stream()
            .map(
                arg ->
                    arg instanceof byte[] bytes
                        ? "<" + HexFormat.of().formatHex(bytes) + ">"
                        : String.valueOf(arg))
            .toList();
  }
}
