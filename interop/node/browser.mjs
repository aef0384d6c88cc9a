// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// A client of npm in Chromium: node browser.mjs <url> <transport> <client> [extension], which plays every
// scenario; the extension is what its WebSockets must have agreed on.
import { readFile, rm, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { oldScenarios } from "./old-scenarios.mjs";
import { scenarios } from "./scenarios.mjs";

const [url, transport, name, extension] = process.argv.slice(2);
const clients = {
  "socket.io-client 4": { file: "socket.io-client/dist/socket.io.min.js", plays: "scenarios" },
  "socket.io-client 2": { file: "socket.io-client-2/dist/socket.io.js", plays: "oldScenarios" },
};
const { file: bundle, plays } = clients[name];

// The scripts come from the server's own origin, without the server knowing of it. The page itself
// must be the server's, or Chromium counts it among the strangers that may not reach localhost: any
// answer will do.
const page = "/socket.io/?EIO=4&transport=polling";
const scripts = {
  "/scripts/scenarios.mjs": await file("./scenarios.mjs"),
  "/scripts/old-scenarios.mjs": await file("./old-scenarios.mjs"),
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
  await tab.addScriptTag({ content: await file(`./node_modules/${bundle}`) });
  for (const scenario of Object.keys({ scenarios, oldScenarios }[plays])) {
    console.log(scenario);
    await tab.evaluate(play, [url, transport, extension, plays, scenario]);
  }
} catch (failure) {
  console.log(failure.message);
  process.exitCode = 1;
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

/** In the page. */
async function play([url, transport, extension, plays, scenario]) {
  const { Peer, scenarios } = await import("/scripts/scenarios.mjs");
  const { oldScenarios } = await import("/scripts/old-scenarios.mjs");
  const peer = new Peer({ io: window.io }, url, transport, extension);
  try {
    await { scenarios, oldScenarios }[plays][scenario](peer);
  } finally {
    peer.close();
  }
}
