// The JavaScript of docs/cookies.md, run by ClientCookiesTest: node cookies.mjs <url>
import { io } from "socket.io-client";

const [url] = process.argv.slice(2);

function withJar() {
  // tag::jar[]
  const socket = io(url, { withCredentials: true });
  // end::jar[]
  return socket;
}

function withHeader(sessionId) {
  // tag::header[]
  const socket = io(url, { extraHeaders: { cookie: `sid=${sessionId}` } });
  // end::header[]
  return socket;
}

const cookies = (socket) =>
  new Promise((resolve, reject) => {
    socket.io.on("error", reject);
    socket.io.engine.on("upgrade", () => socket.emit("cookies", "", (names) => resolve(socket.disconnect() && names)));
  });

console.log(await cookies(withJar()), await cookies(withHeader("123")));
