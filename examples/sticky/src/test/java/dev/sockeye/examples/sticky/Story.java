// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A script of {@code e2e}: it may ask for something to be done, and ends with a report in JSON. */
final class Story {
  private static final Path CHROMIUM =
      Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"));

  private final List<String> command;

  Story(String script, Object... arguments) {
    needs(Path.of("e2e/node_modules/socket.io-client"), "run npm ci in examples/sticky/e2e");
    needs(CHROMIUM, "install chromium, or name it in the environment variable CHROMIUM");
    command = new ArrayList<>(List.of("node", "e2e/" + script));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
  }

  private static void needs(Path path, String remedy) {
    assertThat(path).as("%s is missing: %s; ./check does it", path, remedy).exists();
  }

  /** Plays a story that asks for nothing. */
  <T> T play(Class<T> report) throws IOException {
    return play(
        report,
        asked -> {
          throw new AssertionError("the story asks for: " + asked);
        });
  }

  /**
   * Plays the story to its end.
   *
   * @param wishes does what the story asks for
   */
  <T> T play(Class<T> report, Consumer<String> wishes) throws IOException {
    Path errors = Files.createTempFile("story", ".txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (BufferedReader says = process.inputReader();
        BufferedWriter answers = process.outputWriter()) {
      String line = says.readLine();
      for (; line != null && !line.startsWith("{"); line = says.readLine()) {
        wishes.accept(line);
        answers.write("done\n");
        answers.flush();
      }
      assertThat(line).as("%s%n%s", command, Files.readString(errors)).isNotNull();
      return JsonMapper.shared().readValue(line, report);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(errors);
    }
  }
}
