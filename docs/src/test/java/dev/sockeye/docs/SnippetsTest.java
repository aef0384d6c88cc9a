// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the pages show is what is compiled and run, here or in the example of a page.
 *
 * <p>A page names the source of a code block in the line before it: {@code <!-- snippet:
 * File.java#tag -->}. The source marks the region with {@code // tag::tag[]} and {@code //
 * end::tag[]}. Every block of code has to have its source; what is not run, as XML, configuration
 * and shell commands, needs none.
 */
class SnippetsTest {
  private static final List<Path> SOURCES =
      List.of(Path.of("src/test"), Path.of("../examples/nats-adapter/src"));

  private static final Pattern BLOCK =
      Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern UNTESTED =
      Pattern.compile("(?m)^(?!<!-- snippet: ).*\\n```(java|js|javascript|html)\\n");

  @TestFactory
  Stream<DynamicTest> aPageShowsWhatIsCompiled() throws IOException {
    return pages().stream()
        .flatMap(
            page ->
                blocks(page)
                    .map(
                        block ->
                            DynamicTest.dynamicTest(
                                page.getFileName() + ": " + block.group(1) + "#" + block.group(2),
                                () ->
                                    assertThat(block.group(3))
                                        .isEqualTo(region(block.group(1), block.group(2))))));
  }

  @TestFactory
  Stream<DynamicTest> aPageShowsNoCodeThatIsNotTested() throws IOException {
    return pages().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getFileName().toString(),
                    () ->
                        assertThat(UNTESTED.matcher(Files.readString(page)).results()).isEmpty()));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("."))) {
      return Stream.concat(Stream.of(Path.of("../README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static Stream<MatchResult> blocks(Path page) {
    try {
      Matcher matcher = BLOCK.matcher(Files.readString(page));
      return matcher.results().toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String region(String file, String tag) throws IOException {
    List<String> lines = Files.readAllLines(source(file));
    int from = indexOf(lines, "tag::" + tag + "[]", file);
    int to = indexOf(lines, "end::" + tag + "[]", file);
    return String.join("\n", lines.subList(from + 1, to)).stripTrailing().stripIndent() + "\n";
  }

  private static Path source(String file) throws IOException {
    for (Path folder : SOURCES) {
      try (Stream<Path> sources = Files.walk(folder)) {
        Optional<Path> source = sources.filter(path -> path.endsWith(file)).findFirst();
        if (source.isPresent()) {
          return source.get();
        }
      }
    }
    throw new IOException(file + " is missing");
  }

  private static int indexOf(List<String> lines, String marker, String file) throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(marker)) {
        return i;
      }
    }
    throw new IOException("no " + marker + " in " + file);
  }
}
