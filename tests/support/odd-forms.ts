import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../src/routes", import.meta.url));

/** The fields that a route's page has in its source, also those that stand in it only after a first answer. */
export function namesWritten(route: string): string[] {
  const page = `${folder}${route}/+page.svelte`;
  const source = existsSync(page) ? readFileSync(page, "utf8") : "";
  return [...new Set([...source.matchAll(/\bname="([^"{}]+)"/g)].map(([, name]) => name!))];
}

const nonsense = ["", "{bad", "null", '{"a":1}', "[null]", '[{"a":{"b":1}}]', "]]>\u{fffe}", "9".repeat(400)];

/** What no page of ours sends, by what it is: of a form as it is filled in, and of the names that its page may send. */
export function* oddBodies(
  filled: URLSearchParams,
  written: readonly string[],
): Generator<[told: string, body: URLSearchParams | FormData]> {
  yield ["nothing", new URLSearchParams()];
  const names = [...new Set([...filled.keys(), ...written, "approve[]", "rows"])];
  for (const text of nonsense)
    yield [`all ${text.slice(0, 20)}`, new URLSearchParams(names.map((name) => [name, text]))];
  yield ["all files", asFiles(filled, names, names)];
  yield ["all twice", new URLSearchParams([...names, ...names].map((name) => [name, "x"]))];
  // Rows of one kind are one: what is missing in the first is missing in any.
  const kinds = new Map(
    [...filled.keys()].toReversed().map((name) => [name.replace(/\d+|[0-9a-f-]{36}/g, "#"), name]),
  );
  for (const name of kinds.values()) {
    yield [`without ${name}`, new URLSearchParams([...filled].filter(([other]) => other !== name))];
    yield [`${name} a file`, asFiles(filled, [...filled.keys()], [name])];
    yield [
      `${name} JSON`,
      new URLSearchParams([...filled].map(([one, text]) => [one, one === name ? "null" : text])),
    ];
  }
}

function asFiles(filled: URLSearchParams, names: readonly string[], files: readonly string[]): FormData {
  const body = new FormData();
  for (const name of new Set(names))
    body.append(name, files.includes(name) ? new File(["[]"], "a.json") : (filled.get(name) ?? ""));
  return body;
}
