/** Not written yet. */
@NullMarked
package dev.sockeye.json.jackson2;

import org.jspecify.annotations.NullMarked;
