// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// Sessions of the official client in Chromium, from ten homes, two at a time in each:
//   node browser-visits.mjs <network, such as 127.1.2> <port> <polling|upgrade> <sessions> <cookies|no-cookies>
// Half of the pages are the nodes' own, half are of another origin of the same site. Without cookies, all are.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { home } from "./addresses.mjs";
import { end } from "./end.mjs";
import { report } from "./visit.mjs";

const [network, port, transport, sessions, cookies] = process.argv.slice(2);
const HOMES = 10;
const withCredentials = cookies === "cookies";

const addresses = await Promise.all(Array.from({ length: HOMES }, (_, index) => home(network, index, Number(port))));
const names = ["MAP chat.example.test " + network + ".1", ...addresses.map((address, index) => `MAP home${index}.example.test ${address}`)];
const scripts = {
  "/scripts/visit.mjs": await file("./visit.mjs"),
  "/scripts/client.mjs": await file("./node_modules/socket.io-client/dist/socket.io.esm.min.js"),
};

function file(path) {
  return readFile(fileURLToPath(new URL(path, import.meta.url)), "utf8");
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", `--host-resolver-rules=${names.join(", ")}`],
});

/** All visits from one home, with a browser profile of its own. */
async function visits(index) {
  const url = `http://home${index}.example.test:${port}`;
  const isForeign = !withCredentials || index % 2 === 1;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/scripts/*", (route) => {
    const body = scripts[new URL(route.request().url()).pathname];
    return route.fulfill({ contentType: "text/javascript", body });
  });
  await page.goto(`${isForeign ? `http://chat.example.test:${port}` : url}/health`);
  const results = [];
  while (results.length < sessions / HOMES) {
    results.push(...(await page.evaluate(pair, [url, transport, { withCredentials }])));
  }
  await context.close();
  return results;
}

/** In the page. */
async function pair([url, transport, options]) {
  const { io } = await import("/scripts/client.mjs");
  const { Visit, together } = await import("/scripts/visit.mjs");
  return together([new Visit(io, url, transport, options), new Visit(io, url, transport, options)]);
}

const results = await Promise.all(Array.from(addresses.keys(), visits)).finally(() => browser.close());
end(report(results.flat()));
