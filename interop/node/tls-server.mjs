// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official server behind TLS: node tls-server.mjs <certificate> <key>. Prints its port, and ends when its
// standard input does.
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { servePeers } from "./peer-server.mjs";

const [cert, key] = process.argv.slice(2).map((file) => readFileSync(file));
const https = createServer({ cert, key }, (request, response) => response.writeHead(404).end());
servePeers(https, {});
https.listen(0, () => console.log(https.address().port));
process.stdin.on("end", () => process.exit()).resume();
