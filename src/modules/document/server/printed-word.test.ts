import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { everyPaper } from "../../../../tests/support/every-paper.ts";
import { libreOffice, printed } from "../../../../tests/support/libre-office.ts";
import type { LaidPaper } from "../laid-paper.ts";
import { layOut } from "../lay-out.ts";
import { renderDocx } from "./render-docx.ts";
import { renderPdf } from "./render-pdf.ts";

const names = Object.keys(everyPaper);
const flat = (text: string) => text.replace(/\s+/g, "");

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  return (await extractText(await getDocumentProxy(pdf.slice()))).text;
}

/** All that a paper says, one text after another. */
function saidIn({ left, right, title, body, recipients, signatures }: LaidPaper): string[] {
  const blocks = body.flatMap((block) => {
    if (block.kind === "text") return [block.runs.map(({ text }) => text).join("")];
    if (block.kind !== "table") return [];
    const cells = block.rows.flat().map(({ runs }) => runs.map(({ text }) => text).join(""));
    return [...block.titles, ...cells];
  });
  const signed = signatures.flatMap(({ lines, name }) => [...lines, name]);
  const lines = [...left, ...right, ...title, ...(recipients?.lines ?? []), ...signed];
  return [...lines.map(({ text }) => text), ...blocks].filter((text) => text !== "");
}

if (!libreOffice)
  console.log("skipped “a Word file that LibreOffice prints”: LibreOffice is not on this machine");

describe.runIf(libreOffice)("a Word file that LibreOffice prints", () => {
  let sheets: Map<string, Uint8Array>;
  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    for (const name of names) files.set(name, await renderDocx(everyPaper[name]!));
    sheets = await printed(files);
  }, 180_000);

  it.each(names)("%s says all that the paper says, with its tone marks", async (name) => {
    const text = flat((await pagesOf(sheets.get(name)!)).join());
    for (const said of saidIn(layOut(everyPaper[name]!))) expect(text).toContain(flat(said));
  });

  it.each(names)("%s breaks into pages as the PDF does, give or take a line", async (name) => {
    const pages = await pagesOf(sheets.get(name)!);
    const there = await pagesOf(await renderPdf(everyPaper[name]!));
    expect(Math.abs(pages.length - there.length)).toBeLessThanOrEqual(1);
  });
});

it.each(names.filter((name) => name.endsWith("_form")))("%s stands twice on one sheet", async (name) => {
  const pages = await pagesOf(await renderPdf(everyPaper[name]!));
  expect(pages.length).toBe(1);
  expect(flat(pages[0]!).split(flat(layOut(everyPaper[name]!).title[0]!.text)).length - 1).toBe(2);
});

it.each(names)("%s: no page has a signature alone", async (name) => {
  const pages = await pagesOf(await renderPdf(everyPaper[name]!));
  const last = flat(pages.at(-1)!).replace(/^\d+/, "");
  expect(last).not.toMatch(/^(Nơinhận|TM\.|T\/M)/u);
});
