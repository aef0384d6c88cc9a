// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Where static files come from. Its methods may block; safe for use from any thread. */
@FunctionalInterface
interface FileSource {
  /** More is not sent: the whole of a file is in memory while it is. */
  int MAX_BYTES = 64 * 1024 * 1024;

  /** A file: its version, which changes when the bytes do, and a way to the bytes. */
  record File(String version, Bytes bytes) {}

  /** The bytes of a file, read when they are asked for. */
  interface Bytes {
    byte[] read() throws IOException;
  }

  /** The file with a name: plain names, separated by slashes. */
  Optional<File> find(String name) throws IOException;

  /** The files below a directory as they are at the time; links out of it lead nowhere. */
  static FileSource directory(Path root) {
    return name -> {
      Path file;
      try {
        file = root.resolve(name);
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
      if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root.toRealPath())) {
        return Optional.empty();
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      checkSize(name, attributes.size());
      String version =
          Long.toHexString(attributes.lastModifiedTime().toMillis())
              + "-"
              + Long.toHexString(attributes.size());
      return Optional.of(new File(version, () -> Files.readAllBytes(file)));
    };
  }

  /** Resources of the class path, which don't change: each is read once and kept. */
  static FileSource resources(ClassLoader loader, String root) {
    Map<String, File> cache = new ConcurrentHashMap<>();
    return name -> {
      File known = cache.get(name);
      if (known != null) {
        return Optional.of(known);
      }
      URL url = loader.getResource(root + name);
      if (url == null || isDirectory(loader, root + name, url)) {
        return Optional.empty();
      }
      try (InputStream in = url.openStream()) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        checkSize(name, bytes.length);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        String version = Long.toHexString(checksum.getValue()) + "-" + bytes.length;
        File file = new File(version, () -> bytes);
        cache.put(name, file);
        return Optional.of(file);
      }
    };
  }

  /** Class loaders find directories too, and answer with lists of what is in them. */
  private static boolean isDirectory(ClassLoader loader, String name, URL url) {
    return url.getProtocol().equals("file")
        ? Files.isDirectory(Path.of(URI.create(url.toString())))
        : loader.getResource(name + "/") != null;
  }

  private static void checkSize(String name, long size) throws IOException {
    if (size > MAX_BYTES) {
      throw new IOException(
          name + " has " + size + " bytes; static files above " + MAX_BYTES + " are not served");
    }
  }
}
