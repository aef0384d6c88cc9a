/** JSON for Socket.IO on Jackson 3. */
@NullMarked
package dev.sockeye.json.jackson;

import org.jspecify.annotations.NullMarked;
