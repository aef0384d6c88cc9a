// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ListFromEndTest {
  private static List<String> all(String... lines) {
    ListFromEnd list = new ListFromEnd(List.of(lines));
    List<String> elements = new ArrayList<>();
    for (String next = list.next(); next != null; next = list.next()) {
      elements.add(next);
    }
    return elements;
  }

  @Test
  void theLastElementComesFirst() {
    assertThat(all("a, b ,c", "d")).containsExactly("d", "c", "b", "a");
  }

  @Test
  void emptyElementsAndLinesAreSkipped() {
    assertThat(all("", ",a,,", " ", ",")).containsExactly("a");
    assertThat(all()).isEmpty();
  }

  @Test
  void aCommaWithinQuotesIsPartOfTheElement() {
    assertThat(all("a=\"b,c\", \"d\\\",e\"")).containsExactly("\"d\\\",e\"", "a=\"b,c\"");
  }

  @Test
  void anElementThatEndsBeyondTheLimitIsNotRead() {
    String longest = "a".repeat(ListFromEnd.MAX_CHARS - 1);
    assertThat(all(longest)).containsExactly(longest);
    assertThat(all("b", longest)).containsExactly(longest);
    assertThat(all("a" + longest)).isEmpty();
  }

  @Test
  void whatIsJoinedIsSplitAgain() {
    for (long seed : LongStream.range(0, 2000).toArray()) {
      List<String> elements = elements(new SplittableRandom(seed));
      List<String> read = all(String.join(" , ", elements));
      Collections.reverse(read);
      assertThat(read).as("seed %d", seed).isEqualTo(elements);
    }
  }

  private static List<String> elements(SplittableRandom random) {
    String[] pieces = {"a", "\"\"", "\",\"", "\"\\\"\"", "\"\\\\\"", ";", "=", "\"x y\""};
    List<String> elements = new ArrayList<>();
    for (int left = random.nextInt(6); left > 0; left--) {
      StringBuilder element = new StringBuilder("e");
      for (int more = random.nextInt(6); more > 0; more--) {
        element.append(pieces[random.nextInt(pieces.length)]);
      }
      elements.add(element.toString());
    }
    return elements;
  }
}
