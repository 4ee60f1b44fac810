import { globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "#platform/server/project-root.ts";

// A form shows what was refused of itself alone, and knows it by a name: where its page sends it to an act under another
// one, a refusal comes back and nothing is said.

const routes = join(projectRoot, "src", "routes");
const read = (path: string) => readFileSync(path, "utf8");
const imported = (path: string) =>
  [...read(path).matchAll(/from "((?:#modules|\.)[^"]+\.(?:svelte|ts))"/g)].map(([, from]) =>
    from!.startsWith("#modules")
      ? join(projectRoot, "src", "modules", from!.slice("#modules/".length))
      : resolve(dirname(path), from!),
  );

/** What each act that a page may send to is called, by the name of its object. */
const actNames = await (async () => {
  const names = new Map<string, string>();
  for (const path of globSync("src/modules/*/server/index.ts", { cwd: projectRoot })) {
    const exported = (await import(join(projectRoot, path))) as Record<string, unknown>;
    for (const [called, value] of Object.entries(exported)) if (isAct(value)) names.set(called, value.name);
  }
  return names;
})();

function isAct(value: unknown): value is { name: string } {
  return typeof value === "object" && value !== null && "name" in value && "input" in value && "may" in value;
}

/** The names under which refusals come back to a page: of each action the one that it gives, else its act's own. */
function given(server: string): Set<string> {
  const names = new Set<string>();
  for (const path of [server, ...imported(server).filter((each) => each.startsWith(routes))]) {
    const text = read(path);
    // Refusals that the page makes itself.
    for (const [, name] of text.matchAll(/\brefusal\b[^;]*?\{\s*form: "([^"]+)"/g)) names.add(name!);
    for (const { 1: act, index } of text.matchAll(/\b(?:formAction|actionOf)\(\s*(\w+)/g)) {
      const call = text.slice(index, endOfCall(text, index));
      const options = [...call.matchAll(/\b[a-z]\w*\b/gi)].flatMap(([word]) => literalOf(text, word));
      const named = /\bform: "([^"]+)"/.exec([call, ...options].join("\n"))?.[1];
      const name = named ?? actNames.get(act!);
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

function endOfCall(text: string, from: number): number {
  let open = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "(") open++;
    if (text[at] === ")" && --open === 0) return at;
  }
  return text.length;
}

/** What a constant of this name holds, where it is an object that stands in the file. */
const literalOf = (text: string, name: string) =>
  new RegExp(`\\bconst ${name} = \\{[\\s\\S]*?\\n\\};`).exec(text) ?? [];

/** The names by which a page and the parts that it is made of ask what was refused. */
function asked(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const names = [...read(path).matchAll(/\b(?:formState|refusalIn)\((?:form, )?"([^"]+)"/g)].map(
    ([, name]) => name!,
  );
  return [
    ...names,
    ...imported(path)
      .filter((each) => each.endsWith(".svelte"))
      .flatMap((each) => asked(each, seen)),
  ];
}

/** Pages that are sent to acts. */
const pages = globSync("**/+page.server.ts", { cwd: routes })
  .filter((server) => /\bactions\b/.test(read(join(routes, server))))
  .map((server) => join(dirname(server), "+page.svelte"));

test.each(pages)("%s asks for what was refused by the names that it comes back under", (page) => {
  const names = given(join(routes, dirname(page), "+page.server.ts"));
  const unknown = asked(join(routes, page)).filter((name) => !names.has(name));
  expect(unknown, `given: ${[...names].join(", ")}`).toEqual([]);
});
