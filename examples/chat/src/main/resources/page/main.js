import { Chat } from "./chat.js";
import { connect } from "./connection.js";
import { byId, randomId } from "./dom.js";

// The identity belongs to one tab: it survives a reload, and a second window is a second person. The key proves to the server
// that a name is still ours when we come back before it noticed that we were gone; nobody else gets to see it.
const IDENTITY = "sockeye-chat";

function welcome(problem = "") {
  byId("chat").hidden = true;
  byId("welcome").hidden = false;
  byId("name-problem").textContent = problem;
  byId("name").focus();
}

function join(identity) {
  const socket = connect(identity);
  socket.on("connect_error", (error) => {
    // An active socket tries again by itself; one that the server refused doesn't.
    if (!socket.active) {
      sessionStorage.removeItem(IDENTITY);
      welcome(error.message);
    }
  });
  socket.once("connect", () => {
    sessionStorage.setItem(IDENTITY, JSON.stringify(identity));
    byId("welcome").hidden = true;
    byId("chat").hidden = false;
    new Chat(socket, identity.name);
  });
}

byId("join").addEventListener("submit", (event) => {
  event.preventDefault();
  byId("name-problem").textContent = "";
  join({ name: byId("name").value.trim().replace(/\s+/g, " "), key: randomId() });
});

const known = sessionStorage.getItem(IDENTITY);
if (known) {
  join(JSON.parse(known));
} else {
  welcome();
}
