import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** A text is a sentence, or a sentence per plural form with its parameters declared. */
type Variants = { declarations: string[]; match: Record<string, string> };
type Text = string | Variants[];

const root = fileURLToPath(new URL("../../", import.meta.url));

function readMessages(language: string): Map<string, Text> {
  const file = JSON.parse(readFileSync(`${root}src/messages/${language}.json`, "utf8")) as Record<
    string,
    Text
  >;
  return new Map(Object.entries(file).filter(([key]) => key !== "$schema"));
}

const sentencesOf = (text: Text): string[] =>
  typeof text === "string" ? [text] : text.flatMap((each) => Object.values(each.match));

function parametersOf(text: Text): string[] {
  const used = sentencesOf(text).flatMap((sentence) =>
    [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!),
  );
  const declared = typeof text === "string" ? [] : text.flatMap((each) => each.declarations);
  const inputs = declared
    .filter((each) => each.startsWith("input "))
    .map((each) => each.slice("input ".length));
  return [...new Set([...used, ...inputs])].sort();
}

function keysUsed(): Set<string> {
  const files = globSync("src/**/*.{svelte,ts}", { cwd: root, exclude: ["src/paraglide/**"] });
  const sources = files.map((file) => readFileSync(root + file, "utf8"));
  const speaking = sources.filter((source) => source.includes("#paraglide/messages.js"));
  return new Set(
    speaking.flatMap((source) => [...source.matchAll(/\bm\.([a-z]\w*)/g)].map((found) => found[1]!)),
  );
}

const vietnamese = readMessages("vi");
const english = readMessages("en");

/** Names that are the same in both languages. */
const sameInBoth = new Set(["product_name"]);

describe("texts", () => {
  test("every text asked for exists in Vietnamese", () => {
    expect([...keysUsed()].filter((key) => !vietnamese.has(key))).toEqual([]);
  });

  test("every text is used somewhere", () => {
    const used = keysUsed();
    expect([...vietnamese.keys()].filter((key) => !used.has(key))).toEqual([]);
  });

  test("both languages have the same texts, in the same order, sorted by noun", () => {
    expect([...english.keys()]).toEqual([...vietnamese.keys()]);
    expect([...vietnamese.keys()]).toEqual([...vietnamese.keys()].sort());
  });

  test("both languages take the same parameters", () => {
    const differing = [...vietnamese].filter(
      ([key, text]) => String(parametersOf(text)) !== String(parametersOf(english.get(key) ?? "")),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("no text was left untranslated", () => {
    const same = [...vietnamese].filter(([key, text]) => !sameInBoth.has(key) && text === english.get(key));
    expect(same.map(([key]) => key)).toEqual([]);
  });

  test("keys are flat and in snake case, and no sentence is empty", () => {
    expect([...vietnamese.keys()].filter((key) => !/^[a-z]+(_[a-z0-9]+)+$/.test(key))).toEqual([]);
    const empty = [...vietnamese, ...english].filter(([, text]) =>
      sentencesOf(text).some((each) => each.trim() === ""),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  test("people are addressed as an office addresses them", () => {
    const files = globSync("src/**/{problems,words,*-words,*-faults,moves/*}.ts", { cwd: root });
    const sentences = [
      ...[...vietnamese].flatMap(([key, text]) => sentencesOf(text).map((each) => [key, each])),
      ...files.flatMap((file) =>
        readFileSync(root + file, "utf8")
          .split("\n")
          .map((line) => [file, line]),
      ),
    ];
    expect(files.length).toBeGreaterThan(10);
    expect(sentences.filter(([, sentence]) => /(?<!\p{L})bạn(?!\p{L})/iu.test(sentence!))).toEqual([]);
  });
});
