// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the official JavaScript client, as a class loader finds them: those of the artifact
 * {@code sockeye-client-files}, or of a WebJar of {@code socket.io-client}. What has been read once
 * is kept. Its methods may block; safe for use from any thread.
 */
final class ClientFiles {
  /** The files, and nothing else, that a server serves. */
  static final Set<String> NAMES =
      Stream.of("socket.io", "socket.io.min", "socket.io.msgpack.min", "socket.io.esm.min")
          .flatMap(name -> Stream.of(name + ".js", name + ".js.map"))
          .collect(Collectors.toUnmodifiableSet());

  private static final String WEBJAR = "socket.io-client";
  private static final String BROTLI_SUFFIX = ".br";

  private final ClassLoader loader;
  private final String version;
  private final String folder;
  private final Set<ContentCoding> codings;
  private final Map<Variant, byte[]> read = new ConcurrentHashMap<>();

  private record Variant(String name, ContentCoding coding) {}

  private ClientFiles(ClassLoader loader, String version) {
    this.loader = loader;
    this.version = version;
    this.folder = "META-INF/resources/webjars/" + WEBJAR + "/" + version + "/dist/";
    boolean brotli = loader.getResource(folder + "socket.io.js" + BROTLI_SUFFIX) != null;
    EnumSet<ContentCoding> all = EnumSet.allOf(ContentCoding.class);
    this.codings =
        Collections.unmodifiableSet(
            brotli ? all : EnumSet.complementOf(EnumSet.of(ContentCoding.BR)));
  }

  /** Those that the thread's class loader finds, or that of this class; empty if none does. */
  static Optional<ClientFiles> onClassPath() {
    // An application server's thread may see another class path than this class does.
    ClassLoader own = ClientFiles.class.getClassLoader();
    return Stream.of(Thread.currentThread().getContextClassLoader(), own)
        .filter(Objects::nonNull)
        .flatMap(loader -> in(loader).stream())
        .findFirst();
  }

  /** Those that a class loader finds; empty if it finds none. */
  static Optional<ClientFiles> in(ClassLoader loader) {
    return version(loader)
        .map(version -> new ClientFiles(loader, version))
        .filter(files -> loader.getResource(files.folder + "socket.io.js") != null);
  }

  /** WebJars say their version in one of two places, as {@code webjars-locator-lite} has it. */
  private static Optional<String> version(ClassLoader loader) {
    String locator = "META-INF/resources/webjars-locator.properties";
    String pom = "META-INF/maven/org.webjars.npm/" + WEBJAR + "/pom.properties";
    return property(loader, locator, WEBJAR + ".version")
        .or(() -> property(loader, pom, "version"));
  }

  private static Optional<String> property(ClassLoader loader, String resource, String key) {
    try {
      for (URL url : Collections.list(loader.getResources(resource))) {
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
          properties.load(in);
        }
        @Nullable String value = properties.getProperty(key);
        if (value != null) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read", e);
    }
  }

  /** The client's version: {@code 4.8.4}. */
  String version() {
    return version;
  }

  /** How a file may be compressed; always as {@link ContentCoding#BR} too where it came so. */
  Set<ContentCoding> codings() {
    return codings;
  }

  /** The bytes of a file if they were read before; never blocks. */
  byte @Nullable [] known(String name, ContentCoding coding) {
    return read.get(new Variant(name, coding));
  }

  /**
   * The bytes of a file, not to be changed.
   *
   * @throws UncheckedIOException if it can't be read
   */
  byte[] bytes(String name, ContentCoding coding) {
    return read.computeIfAbsent(new Variant(name, coding), this::load);
  }

  private byte[] load(Variant variant) {
    return variant.coding() == ContentCoding.BR
        ? resource(variant.name() + BROTLI_SUFFIX)
        : variant.coding().compress(resource(variant.name()));
  }

  private byte[] resource(String name) {
    try (InputStream in = loader.getResourceAsStream(folder + name)) {
      if (in == null) {
        throw new IOException(folder + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the client's file " + name + " can't be read", e);
    }
  }

  @Override
  public String toString() {
    return List.of(folder, codings).toString();
  }
}
