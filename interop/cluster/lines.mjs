// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// JSON lines between a test and a program: {"id":1,"do":"emit",…} comes, {"id":1,"result":…} or {"id":1,"error":"…"} goes.
// Bytes are {"$bytes":"<base64>"} both ways.
import { createInterface } from "node:readline";

export function say(line) {
  process.stdout.write(JSON.stringify(disguise(line)) + "\n");
}

/** Calls what each line asks for; the program ends with its input. */
export function obey(commands) {
  const lines = createInterface({ input: process.stdin });
  lines.on("line", async (line) => {
    const { id, do: name, ...options } = reveal(JSON.parse(line));
    try {
      say({ id, result: (await commands[name](options)) ?? null });
    } catch (error) {
      say({ id, error: error.message });
    }
  });
  lines.on("close", () => process.exit(0));
}

function disguise(value) {
  if (ArrayBuffer.isView(value)) {
    return { $bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64") };
  }
  return mapped(value, disguise);
}

function reveal(value) {
  if (value && typeof value.$bytes === "string") {
    return Buffer.from(value.$bytes, "base64");
  }
  return mapped(value, reveal);
}

function mapped(value, change) {
  if (Array.isArray(value)) {
    return value.map(change);
  }
  if (value && typeof value === "object" && !Buffer.isBuffer(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]));
  }
  return value;
}
