// Two users chat in Chromium: node chat.mjs <url> <folder for screenshots>
// Asks whoever started it to stop and start the server by writing that word on a line, and waits for a line in return.
import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { User } from "./user.mjs";

const [url, folder] = process.argv.slice(2);
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ask = async (word) => {
  console.log(word);
  await answers.next();
};
const step = (text) => console.error(`chat: ${text}`);
const picture = async (user, name) => {
  await user.page.mouse.move(640, 400);
  await user.page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const ada = await User.open(browser, url, { width: 1280, height: 800 });
  const grace = await User.open(browser, url, { width: 390, height: 844 });
  const margaret = await User.open(browser, `${url}/#no%20such%20room`, { width: 1024, height: 700 });

  step("a name is needed, and nobody takes another's");
  await picture(ada, "welcome");
  await ada.join("Ada Lovelace");
  await ada.sees("#people", "Ada Lovelace (you)");
  await grace.join("ada lovelace");
  await grace.sees("#name-problem", "called");
  await grace.join("Grace Hopper");

  step("each sees the other");
  await ada.sees("#people", "Grace Hopper");
  await grace.has("#people", "Ada Lovelace");
  await ada.sees("#log .note", "Grace Hopper came in");

  step("the transport starts as polling and is upgraded");
  await ada.is("websocket");
  await grace.is("websocket");
  assert.deepEqual((await ada.states()).slice(0, 3), ["connecting", "polling", "websocket"]);
  await ada.sees("#latency", "ms");

  step("typing shows, and ends with the message");
  await grace.types("Good morning, Ada. Is the engine running?");
  await ada.sees("#typing", "Grace Hopper is typing");
  await grace.sends();
  await ada.hears("Grace Hopper", "Good morning, Ada. Is the engine running?");
  await ada.seesNothingIn("#typing");

  step("a message is confirmed, and is shown as text, whatever is in it");
  await ada.says("It is. It went from polling to a WebSocket before I had sat down.");
  await grace.hears("Ada Lovelace", "It is. It went from polling to a WebSocket before I had sat down.");
  await ada.sees(".own .receipt", "Sent");
  await ada.says("And <b>markup</b> stays text, as it should be.");
  await grace.hears("Ada Lovelace", "And <b>markup</b> stays text, as it should be.");
  assert.equal(await grace.page.locator("#log b").count(), 0);
  await grace.says("Then let us put some bugs in front of it.");
  await grace.says("I brought a moth 🦋");
  await ada.hears("Grace Hopper", "I brought a moth 🦋");

  step("the history is there after a reload");
  await grace.page.reload();
  await grace.hears("Ada Lovelace", "It is. It went from polling to a WebSocket before I had sat down.");
  await grace.sees(".group.own", "I brought a moth 🦋");
  await ada.sees("#people", "Grace Hopper");

  step("what is said in another room counts as unread");
  await ada.enters("java");
  await ada.seesNothingBut("#people", "Ada Lovelace (you)");
  await margaret.join("Margaret Hamilton");
  await margaret.sees("#room", "lobby");
  await margaret.enters("fishing");
  await margaret.says("The sockeye are on their way up the river.");
  await margaret.enters("lobby");
  await margaret.says("Did you find it before or after the landing?");
  await grace.says("Relay 70, panel F. The first actual case of one being found.");
  await ada.sees('[data-room="lobby"] .badge', "2");
  await ada.creates("Compilers & Moths");
  await grace.has("#rooms", "compilers-moths");
  await ada.says("For everything that flies.");
  await grace.sees("#elsewhere", "2");
  await ada.page.keyboard.press("Alt+ArrowDown");
  await ada.hears("Grace Hopper", "Relay 70, panel F. The first actual case of one being found.");

  step("a phone's page is no wider than the phone");
  await grace.is("websocket");
  assert.equal(await grace.page.evaluate(() => document.documentElement.scrollWidth), 390);
  await ada.types("The moth is in the log book now.");
  await grace.sees("#typing", "Ada Lovelace is typing");
  await picture(grace, "phone-light");
  await grace.page.emulateMedia({ colorScheme: "dark" });
  await picture(grace, "phone-dark");
  await grace.page.click("#open-side");
  await grace.sees("#side", "Rooms");
  await picture(grace, "phone-drawer");
  await grace.page.keyboard.press("Escape");
  await grace.hides("#side");

  step("what is written offline is sent when the server is back");
  await ada.sends();
  await grace.hears("Ada Lovelace", "The moth is in the log book now.");
  await grace.types("With the time, 15:45");
  await ada.sees("#typing", "Grace Hopper is typing");
  await picture(ada, "desktop-light");
  await ada.page.emulateMedia({ colorScheme: "dark" });
  await picture(ada, "desktop-dark");
  await ask("stop");
  await ada.is("reconnecting");
  await ada.says("Is anybody there?");
  await ada.sees("#banner", "1 message will be sent");
  await ada.sees(".receipt", "Waiting");
  await picture(ada, "offline");
  await ask("start");
  await ada.sees("#banner", "Back online");
  await ada.sees(".own .receipt", "Sent");
  await grace.hears("Ada Lovelace", "Is anybody there?");

  assert.deepEqual([ada, grace, margaret].flatMap((user) => user.problems), []);
  step("done");
} finally {
  await browser.close();
}
process.exit(0);
