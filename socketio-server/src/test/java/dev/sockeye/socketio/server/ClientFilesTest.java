// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the client's files are found: our artifact is on the class path, WebJars are made here. */
class ClientFilesTest {
  private static final String DIST = "META-INF/resources/webjars/socket.io-client/4.7.5/dist/";

  @TempDir Path root;

  @Test
  void ourArtifactHasThemAll() {
    ClientFiles files = ClientFiles.onClassPath().orElseThrow();
    assertThat(ClientFiles.NAMES)
        .hasSize(8)
        .allSatisfy(
            name -> assertThat(files.bytes(name, ContentCoding.IDENTITY)).hasSizeGreaterThan(9999));
  }

  @Test
  void itsVersionIsWhatTheFilesSay() {
    ClientFiles files = ClientFiles.onClassPath().orElseThrow();
    assertThat(new String(files.bytes("socket.io.js", ContentCoding.IDENTITY), UTF_8))
        .contains("Socket.IO v" + files.version());
  }

  @Test
  void theLicenceComesAlong() throws IOException {
    String name = "META-INF/LICENSE-socket.io-client.txt";
    try (InputStream in = ClientFiles.class.getClassLoader().getResourceAsStream(name)) {
      assertThat(new String(in.readAllBytes(), UTF_8))
          .startsWith("socket.io-client 4.")
          .contains("The MIT License", "engine.io-client 6.", "notepack.io 2.");
    }
  }

  @Test
  void aWebJarFromNpmWillDo() throws IOException {
    write("META-INF/maven/org.webjars.npm/socket.io-client/pom.properties", "version=4.7.5\n");
    write(DIST + "socket.io.js", "an older client");
    ClientFiles files = find().orElseThrow();
    assertThat(files.version()).isEqualTo("4.7.5");
    assertThat(files.bytes("socket.io.js", ContentCoding.IDENTITY)).asString().contains("older");
  }

  @Test
  void whatComesWithoutBrotliIsCompressedByTheJdkOnly() throws IOException {
    write("META-INF/resources/webjars-locator.properties", "socket.io-client.version=4.7.5\n");
    write(DIST + "socket.io.js", "an older client");
    ClientFiles files = find().orElseThrow();
    assertThat(files.codings()).doesNotContain(ContentCoding.BR).contains(ContentCoding.GZIP);
    byte[] gzip = files.bytes("socket.io.js", ContentCoding.GZIP);
    assertThat(new GZIPInputStream(new java.io.ByteArrayInputStream(gzip)).readAllBytes())
        .asString()
        .isEqualTo("an older client");
  }

  @Test
  void aVersionWithoutFilesIsNone() throws IOException {
    write("META-INF/resources/webjars-locator.properties", "socket.io-client.version=4.7.5\n");
    assertThat(find()).isEmpty();
  }

  @Test
  void withoutAWebJarThereIsNothing() throws IOException {
    write("META-INF/resources/webjars-locator.properties", "jquery.version=3.7.1\n");
    assertThat(find()).isEmpty();
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    write("META-INF/resources/webjars-locator.properties", "socket.io-client.version=4.7.5\n");
    write(DIST + "socket.io.js", "an older client");
    ClientFiles files = find().orElseThrow();
    assertThatThrownBy(() -> files.bytes("socket.io.min.js", ContentCoding.IDENTITY))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("socket.io.min.js");
  }

  @Test
  void whatWasReadOnceIsKept() {
    ClientFiles files = ClientFiles.onClassPath().orElseThrow();
    assertThat(files.known("socket.io.js", ContentCoding.BR)).isNull();
    byte[] bytes = files.bytes("socket.io.js", ContentCoding.BR);
    assertThat(files.known("socket.io.js", ContentCoding.BR)).isSameAs(bytes);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Optional<ClientFiles> find() throws IOException {
    return ClientFiles.in(new URLClassLoader(new URL[] {root.toUri().toURL()}, null));
  }
}
