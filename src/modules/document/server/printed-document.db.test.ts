import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { sql } from "kysely";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { governmentNotice } from "../../../../tests/support/sample-papers.ts";
import { paragraphsOf, partsOf } from "../../../../tests/support/word-file.ts";
import { paragraph, type Paper } from "../document-model.ts";
import type { PaperEnding } from "../paper-endings.ts";
import { findDocument, issueDocument, printed, printedDocument } from "./index.ts";

// What was made of an issued paper goes out again as it is; whoever is told less than was frozen gets a file of their own.
const { db } = await testDatabase();
let cast: Cast;
let conference: string;
beforeAll(async () => {
  cast = await buildCast(db);
  const given = { unit: "A", form: "periodic", held_on: "2026-03-20", chairs: [] };
  ({ id: conference } = (await act("conference.prepare", given)) as { id: string });
});

const system: Actor = { kind: "system", name: "tests" };
const act = (name: string, input: object) =>
  cast.perform(actNamed(name)!, input, { actor: system, now: noon });

async function issued(paper: Paper = governmentNotice(), replaces: string | null = null): Promise<string> {
  const by = { actor: system, post: null, now: noon, today };
  const draft = { ...paper, header: { ...paper.header, symbol: null, date: null } };
  const subject = { kind: "conference", id: conference };
  const issue = { unitId: cast.unit("A"), paper: draft, issuedOn: "2026-02-05", subject, replaces, by };
  return (await db.transaction().execute((trx) => issueDocument(trx, issue))).id;
}

const read = async (id: string, actor: Actor = system) => (await findDocument(db, actor, id, today)).paper;
const fileOf = async (id: string, ending: PaperEnding, actor: Actor = system) =>
  printedDocument(db, { document: id, paper: await read(id, actor), ending }, noon);
const keptOf = (id: string) =>
  db.selectFrom("printed_document").selectAll().where("document_id", "=", id).orderBy("ending").execute();
const textOf = async (file: Uint8Array) =>
  (await extractText(await getDocumentProxy(file.slice()), { mergePages: true })).text;

/** As if the template had been another when the file was made. */
async function keptBefore(id: string, file: string): Promise<void> {
  await sql`insert into printed_document (document_id, ending, file, made_at)
    values (${id}, 'pdf', ${Buffer.from(file)}, ${noon.toString()})`.execute(db);
}

describe("the file of an issued document", () => {
  test("is kept as PDF and as Word once it was made, and is that of its paper", async () => {
    const id = await issued();
    const [pdf, docx] = [await fileOf(id, "pdf"), await fileOf(id, "docx")];
    expect(await textOf(pdf)).toContain("Bến Nước, ngày 05 tháng 02 năm 2026");
    expect(paragraphsOf(partsOf(docx).get("word/document.xml")!).join("\n")).toContain("TB-UBND");
    const kept = await keptOf(id);
    expect(kept.map(({ ending }) => ending)).toEqual(["docx", "pdf"]);
    expect([docx, pdf].map((file, index) => kept[index]!.file.equals(file))).toEqual([true, true]);
  });

  test("goes out again as it was, whatever has become of the template", async () => {
    const id = await issued();
    await keptBefore(id, "made in another year");
    expect(Buffer.from(await fileOf(id, "pdf")).toString()).toBe("made in another year");
  });

  test("is made once for all who ask for it at one moment", async () => {
    const id = await issued();
    const files = await Promise.all([1, 2, 3].map(() => fileOf(id, "docx")));
    expect(new Set(files.map((file) => Buffer.from(file).toString("base64"))).size).toBe(1);
    expect(await keptOf(id)).toHaveLength(1);
  });

  test("is final, as the document is", async () => {
    const id = await issued();
    await keptBefore(id, "x");
    await expect(
      db
        .updateTable("printed_document")
        .set({ file: Buffer.from("y") })
        .execute(),
    ).rejects.toThrow();
    await expect(db.deleteFrom("printed_document").execute()).rejects.toThrow();
  });

  test("of a corrected paper is its own; that of the paper it replaced stays", async () => {
    const first = await issued();
    await fileOf(first, "pdf");
    const notice = governmentNotice();
    const corrected = { ...notice, body: [...notice.body, paragraph("Đính chính: thời hạn là 25/02.")] };
    const second = await issued(corrected, first);
    expect(await textOf(await fileOf(second, "pdf"))).toContain("Đính chính");
    expect(await textOf(await fileOf(first, "pdf"))).not.toContain("Đính chính");
    expect([await keptOf(first), await keptOf(second)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test("is not kept of a draft, nor of another paper under a document's name", async () => {
    const id = await issued();
    const other = governmentNotice(5);
    const file = await printedDocument(db, { document: id, paper: other, ending: "pdf" }, noon);
    expect(Buffer.from(file).equals(Buffer.from(await printed("pdf", other)))).toBe(true);
    expect(await keptOf(id)).toEqual([]);
  });
});

describe("a name that is withheld after the paper was issued", () => {
  let id: string;
  let above: Actor;
  beforeAll(async () => {
    const said = {
      text: "Sửa cống đầu xóm",
      field: "giao_thong",
      kind: "recommendation",
      received_on: "2026-02-03",
    };
    const raised = { ...said, raised_by: "Lò Thị Pằng", naming: "named" };
    const { kind: _, ...given } = raised;
    const matter = { ...given, unit: "A", conference, channel: "collected_beforehand" };
    const { code } = (await act("recommendation.receive", matter)) as { code: string };
    id = await issued({ ...governmentNotice(), body: [paragraph("Trả lời bà Lò Thị Pằng về cái cống.")] });
    await fileOf(id, "pdf");
    const withheld = { ...raised, naming: "secretariat_only", reason: "Bà xin không nêu tên" };
    await act("recommendation.correct", { ...withheld, recommendation: code });
    above = await cast.holder("chairperson", "T");
  });

  test("is in no file of those who are not to know it, and what is kept stays what went out", async () => {
    expect(JSON.stringify(await read(id, above))).not.toContain("Pằng");
    const theirs = await textOf(await fileOf(id, "pdf", above));
    expect(theirs).toContain("cái cống");
    expect(theirs).not.toContain("Pằng");
    expect(await textOf(await fileOf(id, "pdf"))).toContain("Pằng");
    expect(await keptOf(id)).toHaveLength(1);
  });
});
