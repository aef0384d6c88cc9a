// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// Sessions of the official client on Node.js, each from an address of its own:
//   node node-visits.mjs <network, such as 127.1.2> <port> <polling|upgrade> <sessions> <cookies|no-cookies>
import { io } from "socket.io-client";
import { from } from "./addresses.mjs";
import { end } from "./end.mjs";
import { Visit, report, together } from "./visit.mjs";

const [network, port, transport, sessions, cookies] = process.argv.slice(2);
const AT_A_TIME = 40;
const results = [];

async function visitor() {
  while (results.length < Number(sessions)) {
    const index = results.push(undefined) - 1;
    const agent = from(network, index);
    const visit = new Visit(io, `http://${network}.1:${port}`, transport, { agent, withCredentials: cookies === "cookies" });
    [results[index]] = await together([visit]);
    agent.destroy();
  }
}

await Promise.all(Array.from({ length: AT_A_TIME }, visitor));
end(report(results));
