import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "#platform/server/project-root.ts";

// What a form or an address brings is whatever its sender wrote. A page or a form that took it apart by itself would fall
// over what is no JSON, or is another thing in JSON.

/** What this browser kept for itself. */
const ownStore = ["src/ui/kept-choices.svelte.ts"];

test("pages and forms take JSON apart by one function alone, which judges it", () => {
  const files = globSync("src/{routes,ui,modules/*/ui}/**/*.{ts,svelte}", { cwd: projectRoot });
  const parsing = files.filter((file) =>
    readFileSync(join(projectRoot, file), "utf8").includes("JSON.parse"),
  );
  expect(parsing.filter((file) => !file.endsWith(".test.ts"))).toEqual(ownStore);
});
