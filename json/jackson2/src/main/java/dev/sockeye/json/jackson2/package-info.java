/** JSON for Socket.IO on Jackson 2. */
@NullMarked
package dev.sockeye.json.jackson2;

import org.jspecify.annotations.NullMarked;
