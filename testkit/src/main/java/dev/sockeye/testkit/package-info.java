/** Not written yet. */
@NullMarked
package dev.sockeye.testkit;

import org.jspecify.annotations.NullMarked;
