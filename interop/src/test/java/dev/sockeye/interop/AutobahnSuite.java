// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import me.normanmaurer.maven.autobahntestsuite.AutobahnTestSuite;
import org.json.simple.JSONObject;
import org.python.core.Py;

/**
 * Autobahn's suite, which is written in Python and runs on Jython. It sees its own jars only: with
 * Netty in sight Jython takes Python's module {@code io} for the package of that name.
 */
final class AutobahnSuite {
  private AutobahnSuite() {}

  /** What came of a case: OK, NON-STRICT, INFORMATIONAL, FAILED and so on. */
  record Verdict(String caseName, String behaviour) {}

  /** Runs cases against an echo server. */
  static List<Verdict> run(String url, List<String> cases) throws Exception {
    URL[] jars = {
      jarOf(AutobahnTestSuite.class), jarOf(Py.class), jarOf(JSONObject.class),
    };
    try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      Thread thread = Thread.currentThread();
      ClassLoader usual = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        return verdicts(
            loader
                .loadClass(AutobahnTestSuite.class.getName())
                .getMethod(
                    "runFuzzingClient",
                    String.class,
                    String.class,
                    Map.class,
                    List.class,
                    List.class)
                .invoke(null, "sockeye", url, Map.of(), cases, List.of()));
      } finally {
        thread.setContextClassLoader(usual);
      }
    }
  }

  private static List<Verdict> verdicts(Object results) throws ReflectiveOperationException {
    List<Verdict> verdicts = new ArrayList<>();
    for (Object result : (List<?>) results) {
      verdicts.add(new Verdict(text(result, "caseName"), text(result, "behavior")));
    }
    return verdicts;
  }

  private static String text(Object result, String method) throws ReflectiveOperationException {
    Method accessor = result.getClass().getMethod(method);
    return accessor.invoke(result).toString();
  }

  private static URL jarOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
