// Exit code 0 when node_modules holds the very packages of package-lock.json. Argument: the checkout.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2];
const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;
const wanted = Object.entries(packagesOf("package-lock.json")).filter(
  ([path, entry]) => path && !entry.optional,
);
const present = packagesOf("node_modules/.package-lock.json");
process.exit(wanted.every(([path, entry]) => present[path]?.version === entry.version) ? 0 : 1);
