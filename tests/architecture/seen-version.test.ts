import { projectRoot } from "#platform/server/project-root.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// A form against which somebody else may record is refused once, shows what was recorded, and can be sent again. That
// holds where its version comes from the refusal, and the page is read again when it is refused.

const files = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => !name.startsWith("paraglide"))
  .map((name) => ({ name: `src/${name}`, path: join(projectRoot, "src", name) }));
const read = (ending: RegExp) =>
  files
    .filter(({ name }) => ending.test(name))
    .map(({ name, path }) => ({ name, text: readFileSync(path, "utf8") }));
const components = read(/\.svelte$/);

test("the version that was seen is carried by one part alone", () => {
  const own = components.filter(({ text }) => /name="expected_version"/.test(text)).map(({ name }) => name);
  expect(own).toEqual(["src/ui/SeenVersion.svelte"]);
});

const forms = components.filter(({ text }) => text.includes("<SeenVersion"));

test("every form that carries it reads the page again when it is refused", () => {
  expect(forms.length).toBeGreaterThan(10);
  const asItWas = forms
    .filter(({ text }) => !/<ActForm|use:sendForm=\{(?:keepAndRefresh|refreshIfChanged)\}/.test(text))
    .map(({ name }) => name);
  expect(asItWas).toEqual([]);
});

test("every form gives it its own refusal", () => {
  const without = forms.flatMap(({ name, text }) =>
    [...text.matchAll(/<SeenVersion[^>]*>/g)].filter(([tag]) => !/\brefusal\b/.test(tag)).map(() => name),
  );
  expect(without).toEqual([]);
});

test("an act that looks at it tells the present one with its refusal", () => {
  const acts = read(/\/server\/.+\.ts$/).filter(({ name }) => !name.includes(".test."));
  const thrown = acts.flatMap(({ name, text }) =>
    [...text.matchAll(/new Problem\(problems\.(?!quota)\w*meanwhile,([^;]*);/g)].map(([, extra]) => ({
      name,
      extra,
    })),
  );
  expect(thrown.length).toBeGreaterThan(6);
  expect(thrown.filter(({ extra }) => !extra!.includes("details: { version"))).toEqual([]);
});
