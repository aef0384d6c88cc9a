// Packs the official client's files as a WebJar, each also compressed with Brotli: node pack.mjs <root of the class path>
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

process.chdir(import.meta.dirname);
const [root] = process.argv.slice(2);
const age = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

const lock = "package-lock.json";
const installed = "node_modules/.package-lock.json";
if (age(installed) < age(lock)) {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit" });
}

// Written last, so that it is newer than what it is made from only if all the rest is there.
const locator = join(root, "META-INF/resources/webjars-locator.properties");
if (age(locator) <= Math.max(age(lock), age(basename(import.meta.filename)))) {
  const client = "node_modules/socket.io-client";
  const { version } = JSON.parse(readFileSync(`${client}/package.json`));
  const webjar = join(root, "META-INF/resources/webjars/socket.io-client");
  const dist = join(webjar, version, "dist");
  rmSync(webjar, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(`${client}/dist`)) {
    const bytes = readFileSync(`${client}/dist/${name}`);
    copyFileSync(`${client}/dist/${name}`, join(dist, name));
    writeFileSync(join(dist, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }
  writeFileSync(join(root, "META-INF/LICENSE-socket.io-client.txt"), licences());
  writeFileSync(locator, `socket.io-client.version=${version}\n`);
}

/** The licence of the client, and those of what it is made from. */
function licences() {
  const packages = Object.entries(JSON.parse(readFileSync(lock)).packages).filter(([folder]) => folder);
  const client = ([folder]) => Number(folder.endsWith("/socket.io-client"));
  return packages
    .sort((one, other) => client(other) - client(one))
    .map(([folder, { version }]) => {
      const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      return `${folder.slice("node_modules/".length)} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
