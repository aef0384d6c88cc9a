// Two people log in, in two profiles of Chromium: node login.mjs <url> <folder for screenshots>
// Asks whoever started it to let 20 minutes pass by writing a line, and waits for a line in return.
import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [url, folder] = process.argv.slice(2);
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const twentyMinutesPass = async () => {
  console.log("20 minutes pass");
  await answers.next();
};
const step = (text) => console.error(`login: ${text}`);
const problems = [];

/** A profile of its own: its cookies are nobody else's. */
const newProfile = (viewport) => browser.newContext({ viewport, locale: "en-GB", colorScheme: "light" });

async function openTab(profile) {
  const page = await profile.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(url);
  return page;
}

async function logIn(page, name, password) {
  await page.fill("#name", name);
  await page.fill("#password", password);
  await page.press("#password", "Enter");
}

const sees = (page, selector, text) => page.locator(selector).filter({ hasText: text }).first().waitFor();
const isAt = (page, path) => page.waitForURL(url + path);
const picture = (page, name) => page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
const handshake = (page) =>
  page.evaluate(async () => {
    const response = await fetch("/socket.io/?EIO=4&transport=polling");
    return [response.status, await response.text()];
  });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const adas = await newProfile({ width: 1100, height: 800 });
  const graces = await newProfile({ width: 390, height: 844 });

  step("without a session there is the form, and no handshake");
  const ada = await openTab(adas);
  await isAt(ada, "/login");
  assert.deepEqual(await handshake(ada), [401, '{"code":4,"message":"no session"}']);
  await picture(ada, "login");

  step("a wrong password opens nothing");
  await logIn(ada, "ada", "difference engine");
  await sees(ada, "#problem", "Name or password is wrong.");
  await picture(ada, "login-problem");
  await ada.emulateMedia({ colorScheme: "dark" });
  await picture(ada, "login-dark");
  await ada.emulateMedia({ colorScheme: "light" });

  step("the right one does, and scripts don't see the cookie");
  await logIn(ada, "ada", "analytical engine");
  await isAt(ada, "/");
  await sees(ada, "#status", "WebSocket");
  const [cookie] = (await adas.cookies()).filter(({ name }) => name === "sid");
  assert.deepEqual([cookie.httpOnly, cookie.sameSite, cookie.secure, cookie.path], [true, "Lax", false, "/"]);
  await sees(ada, "#seen", "nothing");

  step("a second tab has the same session");
  const second = await openTab(adas);
  await isAt(second, "/");
  await sees(ada, "#tabs", "Another tab");
  await ada.fill("#note", "The engine weaves algebraical patterns.");
  await second.waitForFunction(() => document.getElementById("note").value === "The engine weaves algebraical patterns.");

  step("a second profile has its own");
  const grace = await openTab(graces);
  await isAt(grace, "/login");
  await logIn(grace, "grace", "first actual bug");
  await sees(ada, "#people", "grace");
  await sees(grace, "#people", "ada");
  assert.equal(await grace.inputValue("#note"), "");
  await sees(grace, "#status", "WebSocket");
  await picture(ada, "home");
  await ada.emulateMedia({ colorScheme: "dark" });
  await picture(ada, "home-dark");
  await picture(grace, "home-phone");
  assert.equal(await grace.evaluate(() => document.documentElement.scrollWidth), 390);

  step("who comes back in time stays, who doesn't is logged out in the open tab");
  await twentyMinutesPass();
  await ada.reload();
  await sees(ada, "#status", "WebSocket");
  await twentyMinutesPass();
  await isAt(grace, "/login");
  await ada.reload();
  await sees(ada, "#status", "WebSocket");
  await sees(second, "#people", "ada");

  step("logging out in one tab disconnects the other");
  await ada.click("#log-out");
  await isAt(ada, "/login");
  await isAt(second, "/login");
  assert.equal((await adas.cookies()).some(({ name }) => name === "sid"), false);

  step("the cookie that was is worth nothing");
  await adas.addCookies([cookie]);
  assert.deepEqual(await handshake(ada), [401, '{"code":4,"message":"no session"}']);

  assert.deepEqual(problems, []);
  step("done");
} finally {
  await browser.close();
}
process.exit(0);
