import { saidActs } from "#acts/said/said-of.ts";
import { readCarried } from "#acts/said/carry.ts";
import { saidInWords, type What } from "#acts/said/said.ts";
import { sentences } from "#acts/said/sentences.ts";
import { registry } from "#acts/registry.ts";
import { heardOfMoves } from "#modules/recommendation/moves/move-rows.ts";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (file: string) => readFileSync(root + file, "utf8");
/** A sentence with what it names in braces. */
function vietnamese(what: string): string {
  const named = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
  const sentence = sentences[what as What] as (inputs: object, options: { locale: "vi" }) => string;
  return sentence(named, { locale: "vi" });
}

/** What concerns oneself and this browser alone: there is no other name to say. */
const ofOneself = new Set(["accepted_invitation", "language", "second_factor_begin", "sign_in", "sign_out"]);

describe("every act is heard", () => {
  test("of each act of the product it can be said what it has done", () => {
    expect(saidActs.toSorted()).toEqual(registry.map(({ name }) => name).toSorted());
  });

  test("every sentence names what the act was done to", () => {
    const nameless = Object.keys(sentences).filter(
      (what) => !ofOneself.has(what) && !/\{\w+\}/.test(vietnamese(what)),
    );
    expect(nameless).toEqual([]);
  });

  test("every sentence is said somewhere, and no two are alike", () => {
    const sources = globSync("src/{acts,routes}/**/*.ts", { cwd: root }).map(read).join("\n");
    const ofMoves = new Set([...heardOfMoves.keys()].map((move): string => `matter_${move}`));
    const unsaid = Object.keys(sentences).filter(
      (what) => !ofMoves.has(what) && !sources.includes(`"${what}"`),
    );
    expect(unsaid).toEqual([]);
    const said = Object.keys(sentences).map((what) => vietnamese(what));
    expect(new Set(said).size).toBe(said.length);
  });

  test("every route that takes a form says what was done", () => {
    const routes = globSync("src/routes/**/+{page.server,server}.ts", { cwd: root });
    const taking = routes.filter((file) => /const (actions|POST)\b/.test(read(file)));
    const silent = taking.filter(
      (file) => !/(?:formAction|actionOf)\(|carrySaid\(|= (\w+Actions|keepList);/.test(read(file)),
    );
    expect(silent.toSorted()).toEqual([
      // The recording page says of each entry that it sent what became of it.
      "src/routes/conferences/[id]/room/entries/+server.ts",
      // What was typed without a session, shown before signing in.
      "src/routes/sign-in/kept/+page.server.ts",
    ]);
    expect(taking.length).toBeGreaterThan(70);
    const performing = routes.filter((file) => /\bperform\(/.test(read(file)) && !silent.includes(file));
    expect(performing.filter((file) => !/carrySaid\(/.test(read(file)))).toEqual([]);
  });

  test("no page has a word of its own for it: a notice of success beside it only stands", () => {
    const parts = globSync("src/{routes,modules,ui}/**/*.svelte", { cwd: root });
    const notices = parts.flatMap((file) =>
      [...read(file).matchAll(/<Notice[^>]*kind="success"[^>]*/g)].map(([notice]) => [file, notice] as const),
    );
    const speaking = notices.filter(([, notice]) => !/\bstanding\b/.test(notice)).map(([file]) => file);
    // Rows that were pasted into a form stand in it, and nothing is written.
    expect(speaking).toEqual(["src/modules/planning/ui/PasteLines.svelte"]);
    expect(notices.length).toBeGreaterThan(5);
  });

  test("an address says nothing that was done: it would say it again", () => {
    const files = globSync("src/routes/**/*.ts", { cwd: root });
    expect(
      files.filter((file) => /[?&](done|saved|granted|refused|issued|welcome)\b/.test(read(file))),
    ).toEqual([]);
  });
});

describe("what a cookie says", () => {
  const good = { what: "matter_close", values: { code: "MC-0012" }, at: "/x", aim: "", id: "1", of: "a" };

  test("is a sentence of the product", () => {
    const carried = readCarried(JSON.stringify(good))!;
    expect(saidInWords(carried, "vi")).toBe("Đã kết thúc theo dõi kiến nghị MC-0012.");
    expect(saidInWords(carried, "en")).toBe("Matter MC-0012 is closed.");
  });

  test.each([
    ["no JSON", "xin chào"],
    ["nothing", "null"],
    ["a sentence of somebody else's", JSON.stringify({ ...good, what: "toString" })],
    ["values that are none", JSON.stringify({ ...good, values: { code: { vi: {}, en: "x" } } })],
    ["less than the sentence names", JSON.stringify({ ...good, values: {} })],
    ["a value longer than acts write", JSON.stringify({ ...good, values: { code: "x".repeat(121) } })],
    ["no session", JSON.stringify({ ...good, of: undefined })],
    ["no place", JSON.stringify({ ...good, at: 7 })],
    ["more than a cookie holds", JSON.stringify({ ...good, values: { code: "x".repeat(5000) } })],
  ])("and else nothing: %s", (_, text) => {
    expect(readCarried(text)).toBeNull();
  });

  test("cuts a name that is as long as a page", () => {
    const values = { code: "a".repeat(2000) };
    expect(saidInWords({ what: "matter_close" satisfies What, values }, "vi").length).toBeLessThan(200);
  });
});
