import { io } from "/socket.io/socket.io.esm.min.js";

const byId = (id) => document.getElementById(id);
const STATES = { connecting: "Connecting", polling: "HTTP polling", websocket: "WebSocket", reconnecting: "Reconnecting" };
const TELL_EVERY = 30_000;

// The session's cookie goes along by itself: the page and the server have the same origin.
const socket = io();

function show(state) {
  byId("status").dataset.state = state;
  byId("status").textContent = STATES[state];
}

// Whoever logs out here is on the way already: to go elsewhere would lose the answer, which takes the cookie away.
let isLeaving = false;
byId("log-out").form.addEventListener("submit", () => (isLeaving = true));

function toLogin() {
  if (!isLeaving) {
    location.replace("/login");
  }
}

socket.io.on("open", () => {
  show(socket.io.engine.transport.name);
  socket.io.engine.on("upgrade", (transport) => show(transport.name));
});
socket.on("disconnect", () => (socket.active ? show("reconnecting") : toLogin()));
// A handshake that was refused tells its status; a server that isn't there has none.
socket.on("connect_error", (error) => {
  if (!socket.active || error.description === 401) {
    toLogin();
  }
});

// --- the note

const note = byId("note");
note.addEventListener("input", () => socket.emit("note", note.value));
socket.on("note", (text) => (note.value = text));
socket.on("welcome", (welcome) => {
  note.value = welcome.note;
  note.disabled = false;
  life = welcome.secondsLeft;
  extended();
});

// --- the session's life

let life = 0;
let end = 0;
let told = 0;

function extended() {
  told = Date.now();
  end = told + life * 1000;
  showLife();
}

function showLife() {
  const left = Math.max(0, Math.round((end - Date.now()) / 1000));
  byId("left").textContent = life ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "–";
  byId("bar").style.setProperty("--share", life ? left / life : 0);
}

/** Over WebSocket there are no more HTTP responses, so the page says that somebody is there. */
async function used() {
  if (Date.now() - told < TELL_EVERY) {
    return;
  }
  told = Date.now();
  const response = await fetch("/session", { method: "POST" });
  if (response.redirected) {
    toLogin();
  } else if (response.ok) {
    extended();
  }
}

setInterval(showLife, 1000);
for (const event of ["pointerdown", "keydown"]) {
  addEventListener(event, () => used().catch(() => {}));
}
byId("seen").textContent = document.cookie || "nothing";

// --- who is there

function list(id, items) {
  byId(id).replaceChildren(
    ...items.map(([text, detail]) => {
      const item = document.createElement("li");
      const small = document.createElement("small");
      small.textContent = detail;
      item.append(text, small);
      return item;
    }),
  );
  byId(id === "tabs" ? "tab-count" : "people-count").textContent = items.length;
}

const time = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
socket.on("tabs", (tabs) => list("tabs", tabs.map(({ id, since }) => [id === socket.id ? "This tab" : "Another tab", `since ${time.format(since)}`])));
socket.on("people", (people) => list("people", people.map((name) => [name, name === byId("user").textContent ? "you" : ""])));
