// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.postgres.PostgresAdapter;
import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import io.lettuce.core.RedisClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our server as a process of its own, which can be frozen. Its argument and its lines are those of
 * {@code interop/cluster/node.mjs}, of which it knows what is needed here.
 */
public final class JavaNodeProgram {
  private static final JsonMapper JSON = new JsonMapper();

  private JavaNodeProgram() {}

  /** Serves until its input ends. */
  public static void main(String[] args) throws IOException {
    PrintStream lines = System.out;
    System.setOut(System.err); // the log is not for who reads lines
    Map<?, ?> config = JSON.readValue(args[0], Map.class);
    JavaNode node = new JavaNode((String) config.get("name"), adapter(config));
    lines.println(JSON.writeValueAsString(Map.of("port", node.endpoint().url().getPort())));
    BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      Map<?, ?> command = JSON.readValue(line, Map.class);
      Map<String, Object> answer = new HashMap<>();
      answer.put("id", command.get("id"));
      answer.put("result", obey(node, command));
      lines.println(JSON.writeValueAsString(answer));
    }
    System.exit(0);
  }

  private static Object obey(JavaNode node, Map<?, ?> command) {
    switch ((String) command.get("do")) {
      case "emit" -> node.emit(Audience.ALL, ((List<?>) command.get("args")).toArray());
      case "serverCount" -> {
        return node.serverCount();
      }
      default -> throw new IllegalArgumentException("not understood: " + command);
    }
    return null;
  }

  private static AdapterFactory adapter(Map<?, ?> config) {
    String url = (String) config.get("url");
    return switch ((String) config.get("adapter")) {
      case "classic" -> RedisAdapter.pubSub(RedisClient.create(url));
      case "streams" -> RedisAdapter.streams(RedisClient.create(url));
      default -> {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:" + url.replaceFirst("//.*@", "//"));
        source.setUser(url.replaceAll(".*//|@.*", ""));
        yield PostgresAdapter.of(source);
      }
    };
  }
}
