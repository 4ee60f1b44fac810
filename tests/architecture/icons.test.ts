import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "#platform/server/project-root.ts";
import { drawIcons } from "../../bin/draw-icons.ts";

test("the file of icons holds every icon that pages name, as the collection draws it", () => {
  expect(readFileSync(join(projectRoot, "src/ui/icons/icons.svg"), "utf8")).toBe(drawIcons());
});
