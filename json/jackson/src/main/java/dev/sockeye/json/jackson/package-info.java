/** Not written yet. */
@NullMarked
package dev.sockeye.json.jackson;

import org.jspecify.annotations.NullMarked;
