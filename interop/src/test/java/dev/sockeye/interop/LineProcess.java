// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A program, mostly one of {@code interop/cluster}, which does what lines of JSON say. */
final class LineProcess implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("basedir", "."), "cluster");
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PATIENCE_SECONDS = 30;

  private final Process process;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Object>> asked = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<Object>> said = new ConcurrentHashMap<>();

  private LineProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "lines of a peer");
    reader.setDaemon(true);
    reader.start();
  }

  static LineProcess start(String script, Map<String, ?> config) {
    if (!Files.isDirectory(HOME.resolve("node_modules"))) {
      throw new AssertionError(
          "the npm packages of interop/cluster are missing: run ./check, which installs them");
    }
    return start(new ProcessBuilder("node", script, JSON.writeValueAsString(config)), HOME);
  }

  /** A program of this class path. */
  static LineProcess start(Class<?> program, Map<String, ?> config) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return start(
        new ProcessBuilder(
            java, "-cp", classes, program.getName(), JSON.writeValueAsString(config)),
        Path.of("."));
  }

  private static LineProcess start(ProcessBuilder command, Path folder) {
    try {
      return new LineProcess(
          command
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        onLine((Map<?, ?>) revealed(JSON.readValue(line, Map.class)));
      }
    } catch (IOException e) {
      // it was killed
    }
    asked.values().forEach(each -> each.completeExceptionally(new IOException("the peer ended")));
  }

  private void onLine(Map<?, ?> line) {
    if (line.get("id") instanceof Integer id) {
      CompletableFuture<Object> answer = asked.remove(id);
      if (line.get("error") != null) {
        answer.completeExceptionally(new AssertionError(line.get("error")));
      } else {
        answer.complete(line.get("result"));
      }
      return;
    }
    line.forEach((name, value) -> queue(String.valueOf(name)).add(value));
  }

  private BlockingQueue<Object> queue(String name) {
    return said.computeIfAbsent(name, key -> new LinkedBlockingQueue<>());
  }

  /** Tells it to do something; its result follows. */
  CompletableFuture<Object> ask(String what, Map<String, ?> options) {
    int id = ids.incrementAndGet();
    CompletableFuture<Object> answer = new CompletableFuture<>();
    asked.put(id, answer);
    Map<String, Object> command = new HashMap<>(options);
    command.put("id", id);
    command.put("do", what);
    try {
      process.outputWriter(UTF_8).write(JSON.writeValueAsString(disguised(command)) + "\n");
      process.outputWriter(UTF_8).flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** What it says next under a name of its own accord. */
  Object next(String name) {
    try {
      Object next = queue(name).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("the peer didn't say \"" + name + "\"");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for a peer", e);
    }
  }

  private static Object disguised(Object value) {
    if (value instanceof byte[] bytes) {
      return Map.of("$bytes", Base64.getEncoder().encodeToString(bytes));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(LineProcess::disguised).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(key, disguised(each)));
      return copy;
    }
    return value;
  }

  private static Object revealed(Object value) {
    if (value instanceof Map<?, ?> map && map.get("$bytes") instanceof String bytes) {
      return Base64.getDecoder().decode(bytes);
    }
    if (value instanceof List<?> list) {
      list.replaceAll(LineProcess::unchecked);
    }
    if (value instanceof Map<?, ?> map) {
      map.replaceAll((key, each) -> unchecked(each));
    }
    return value;
  }

  @SuppressWarnings("unchecked") // what JSON is read into takes any value
  private static <T> T unchecked(Object value) {
    return (T) revealed(value);
  }

  /** Lets it do nothing until {@link #resume}. */
  void freeze() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while signalling", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
