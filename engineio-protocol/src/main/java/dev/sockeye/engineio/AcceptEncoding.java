// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which content codings a client accepts, and how much it likes each: the header {@code
 * Accept-Encoding} (RFC 9110, section 12.5.3), such as {@code gzip, br;q=0.9, *;q=0}. What makes no
 * sense in it is left out. Immutable.
 */
public final class AcceptEncoding {
  private static final Pattern LIST = Pattern.compile("[ \\t]*+,[ \\t]*+");
  private static final Pattern ELEMENT =
      Pattern.compile("([^; \\t]++)[ \\t]*+(?:;[ \\t]*+[qQ]=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?");

  private final List<Element> elements;

  /** What is said of one coding, or of all others. */
  private record Element(String coding, double weight) {}

  private AcceptEncoding(List<Element> elements) {
    this.elements = elements;
  }

  /** What the lines of the header say, taken together; no lines accept nothing in particular. */
  public static AcceptEncoding of(List<String> lines) {
    List<Element> elements = new ArrayList<>();
    for (String line : lines) {
      for (String element : LIST.split(line.trim(), -1)) {
        Matcher matcher = ELEMENT.matcher(element);
        if (matcher.matches()) {
          String weight = matcher.group(2);
          elements.add(
              new Element(matcher.group(1), weight == null ? 1 : Double.parseDouble(weight)));
        }
      }
    }
    return new AcceptEncoding(elements);
  }

  /**
   * How much the client likes a coding, from 0 (not at all) to 1: what it says of the coding by
   * name, else of {@code *}, else 0.
   *
   * @param coding its name, such as {@code gzip}; {@code identity} for none
   */
  public double weight(String coding) {
    int rank = rank(coding);
    return rank < elements.size() ? elements.get(rank).weight : 0;
  }

  /** Which place the client gives a coding, from 0 on; the last where it doesn't name it. */
  public int rank(String coding) {
    int named = indexOf(coding);
    return named < elements.size() ? named : indexOf("*");
  }

  private int indexOf(String name) {
    int index = 0;
    while (index < elements.size() && !elements.get(index).coding.equalsIgnoreCase(name)) {
      index++;
    }
    return index;
  }
}
