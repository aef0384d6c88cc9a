import { io } from "./client/socket.io.esm.min.js";

const NOTES = 5;
const element = (id) => document.getElementById(id);

function log(text) {
  const entry = document.createElement("li");
  const time = document.createElement("time");
  time.textContent = new Date().toLocaleTimeString();
  entry.append(time, text);
  element("log").prepend(entry);
}

// The session of this page, which is upgraded, and comes back when its node goes.
const socket = io({ withCredentials: true });

socket.on("welcome", ({ node, cookie }) => {
  log(`on ${node}`);
  element("here").dataset.node = node;
  element("node").textContent = node;
  element("cookie").textContent = cookie || "none";
  element("sid").textContent = socket.io.engine.id;
});
socket.on("disconnect", (reason) => {
  log(`lost: ${reason}`);
  delete element("here").dataset.node;
  element("node").textContent = "looking for a node …";
});
socket.io.on("reconnect_error", (error) => log(`not yet back: ${error.message}`));
socket.io.on("open", () => {
  const { engine } = socket.io;
  const show = () => (element("transport").textContent = engine.transport.name);
  show();
  engine.on("upgrade", show);
});

// Further ones, one after the other, as a browser has six connections to a server at most.
const tally = { app01: 0, app02: 0, app03: 0 };
let unknown = 0;

function showTally() {
  const most = Math.max(10, ...Object.values(tally));
  const rows = Object.entries(tally).map(([node, count]) => {
    const row = document.createElement("li");
    const meter = Object.assign(document.createElement("meter"), { max: most, value: count });
    row.dataset.node = node;
    row.append(node, meter, String(count));
    return row;
  });
  element("tally").replaceChildren(...rows);
  element("unknown").hidden = unknown === 0;
  element("unknown").textContent = `Session ID unknown: ${unknown}`;
}

async function visit() {
  const session = io({ withCredentials: true, forceNew: true, transports: ["polling"], reconnection: false });
  const failure = new Promise((_, reject) => {
    session.on("connect_error", reject);
    session.on("disconnect", (reason, details) => reject(details ?? new Error(reason)));
  });
  failure.catch(() => {}); // closing it in the end is one, too
  const work = async () => {
    const { node } = await new Promise((resolve) => session.once("welcome", resolve));
    for (let number = 0; number < NOTES; number++) {
      await session.emitWithAck("note", { id: `${session.id}.${number}` });
    }
    tally[node]++;
  };
  try {
    await Promise.race([work(), failure]);
  } catch (error) {
    const answer = error.context?.responseText ?? "";
    unknown += answer.includes("Session ID unknown") ? 1 : 0;
    log(`a session failed: ${error.message} ${answer}`);
  } finally {
    session.close();
  }
}

element("more").addEventListener("click", async ({ target }) => {
  target.disabled = true;
  for (let i = 0; i < 10; i++) {
    await visit();
    showTally();
  }
  target.disabled = false;
});

showTally();
