// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official client in Chromium: node browser.mjs <url> <transport> [extension], which plays every
// scenario; the extension is what its WebSockets must have agreed on.
import { readFile, rm, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { scenarios } from "./scenarios.mjs";

const [url, transport, extension] = process.argv.slice(2);

// The scripts come from the server's own origin, without the server knowing of it. The page itself
// must be the server's, or Chromium counts it among the strangers that may not reach localhost: any
// answer will do.
const page = "/socket.io/?EIO=4&transport=polling";
const scripts = {
  "/scripts/scenarios.mjs": await file("./scenarios.mjs"),
  "/scripts/client.mjs": await file("./node_modules/socket.io-client/dist/socket.io.esm.min.js"),
};

function file(path) {
  return readFile(fileURLToPath(new URL(path, import.meta.url)), "utf8");
}

const profile = await mkdtemp(join(tmpdir(), "sockeye-chromium-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const tab = await browser.newPage();
  tab.on("console", (message) => console.log(`  ${message.text()}`));
  await tab.route("**/scripts/*", (route) => {
    const body = scripts[new URL(route.request().url()).pathname];
    return route.fulfill({ contentType: "text/javascript", body });
  });
  await tab.goto(url + page);
  for (const scenario of Object.keys(scenarios)) {
    console.log(scenario);
    await tab.evaluate(play, [url, transport, scenario, extension]);
  }
} catch (failure) {
  console.log(failure.message);
  process.exitCode = 1;
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

/** In the page. */
async function play([url, transport, scenario, extension]) {
  const { io } = await import("/scripts/client.mjs");
  const { Peer, scenarios } = await import("/scripts/scenarios.mjs");
  const peer = new Peer(io, url, transport, extension);
  try {
    await scenarios[scenario](peer);
  } finally {
    peer.close();
  }
}
