// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// Starts the cluster for a try-out, until Ctrl-C: node run.mjs [--port N]
import { createInterface } from "node:readline";
import { Cluster } from "./cluster.mjs";

const [option, value, ...more] = process.argv.slice(2);
const port = option === undefined ? 3000 : Number(value);
if ((option !== undefined && option !== "--port") || more.length || !Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error("usage: run [--port N], with a number from 1 to 65535");
  process.exit(2);
}

const starting = Cluster.start({ address: "127.0.0.1", port, log: console.log });
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    const cluster = await starting.catch(() => undefined);
    await cluster?.close();
    process.exit(0);
  });
}

const cluster = await starting.catch((error) => {
  console.error(error.message);
  process.exit(1);
});
console.log(`\nThe cluster is at http://localhost:${port}`);
console.log("Ctrl-C ends it; kill or start, and java-1, java-2 or node-1, do that to a node.");

// Does what is written on the console, for as long as there is one.
for await (const line of createInterface({ input: process.stdin })) {
  const [word, node] = line.trim().split(/ +/);
  try {
    if (word === "kill" || word === "start") {
      await cluster[word](node);
    } else {
      console.log("kill or start, and java-1, java-2 or node-1");
    }
  } catch (error) {
    console.log(error.message);
  }
}
