import { setTimeout as wait } from "node:timers/promises";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { describe, expect, it } from "vitest";
import { toldReadings } from "#acts/readings.ts";
import { askNamed } from "../../../../tests/support/asking.ts";
import { buildCast, noon, today } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { governmentNotice, partyPlan } from "../../../../tests/support/sample-papers.ts";
import type { Paper } from "../document-model.ts";
import {
  documentsAbout,
  draftPaper,
  findDocument,
  issueDocument,
  listDocuments,
  officeOf,
  setOffice,
  type Issue,
} from "./index.ts";

const { db } = await testDatabase();
const cast = await buildCast(db);
const by = { actor: cast.system, post: null, now: noon, today };
const subject = { kind: "conference", id: cast.unit("A-1") };
const draft: Paper = {
  ...governmentNotice(),
  header: { ...governmentNotice().header, symbol: null, date: null },
};
const plan: Paper = { ...partyPlan, header: { ...partyPlan.header, symbol: null, date: null } };

const inUnit = (unit: string, changes: Partial<Issue>): Issue => ({
  unitId: cast.unit(unit),
  paper: draft,
  issuedOn: "2026-02-05",
  subject,
  by,
  ...changes,
});
const issue = (unit: string, changes: Partial<Issue> = {}) =>
  db.transaction().execute((trx) => issueDocument(trx, inUnit(unit, changes)));

describe("numbers", () => {
  it("run through the year, per type and unit, and begin again on 1 January", async () => {
    expect((await issue("A", { issuedOn: "2025-12-30" })).symbol).toBe("01/TB-UBND");
    expect((await issue("A", { issuedOn: "2025-12-31" })).symbol).toBe("02/TB-UBND");
    expect((await issue("A", { issuedOn: "2026-01-01" })).symbol).toBe("01/TB-UBND");
    expect((await issue("A", { issuedOn: "2025-12-31" })).symbol).toBe("03/TB-UBND");
    expect((await issue("A", { paper: { ...draft, kind: "minutes" } })).symbol).toBe("01/BB-UBND");
    expect((await issue("A", { paper: { ...draft, kind: "reply_letter" } })).symbol).toBe("01/UBND-VP");
    expect((await issue("A", { paper: { ...draft, side: "front", kind: "plan" } })).symbol).toBe(
      "01/KH-MTTQ-BTT",
    );
    expect((await issue("C")).symbol).toBe("01/TB-UBND");
  });

  it("of the Party run through the term, over the years in it", async () => {
    const on = async (issuedOn: string) => (await issue("A", { paper: plan, issuedOn })).symbol;
    expect(await on("2024-12-31")).toBe("01-KH/ĐU");
    expect(await on("2025-01-02")).toBe("02-KH/ĐU");
    expect(await on("2025-06-30")).toBe("03-KH/ĐU");
    expect(await on("2025-07-01")).toBe("01-KH/ĐU");
    expect(await on("2026-01-05")).toBe("02-KH/ĐU");
  });

  it("that a paper already bears are entered, and the next one follows the highest", async () => {
    const minutes: Paper = { ...draft, kind: "minutes" };
    expect((await issue("C", { paper: minutes, symbol: "Số: 45 / BB-UBND" })).symbol).toBe("45/BB-UBND");
    expect((await issue("C", { paper: minutes, symbol: "7a/BB-UBND" })).symbol).toBe("07a/BB-UBND");
    expect((await issue("C", { paper: minutes })).symbol).toBe("46/BB-UBND");
    const old = await issue("C", {
      paper: plan,
      symbol: "101-KH/HU",
      issuedOn: "2019-03-04",
      period: "2015-2020",
    });
    expect(old.symbol).toBe("101-KH/HU");
  });

  it("that are used are refused with the document that has them, until another year", async () => {
    await issue("B", { symbol: "12/TB-UBND" });
    await expect(issue("B", { symbol: "012/TB-UBND" })).rejects.toThrow(
      "Số 12/TB-UBND (2026) đã cấp cho văn bản “Kết luận của Chủ tịch",
    );
    expect((await issue("B", { symbol: "12/TB-UBND", issuedOn: "2025-02-05" })).symbol).toBe("12/TB-UBND");
    expect((await issue("B", { symbol: "12a/TB-UBND" })).symbol).toBe("12a/TB-UBND");
  });

  it("are not given to forms, by a side that does not write such papers, or on a day to come", async () => {
    const refused = (changes: Partial<Issue>, code: string) =>
      expect(issue("A", changes)).rejects.toMatchObject({ definition: { code: `document.${code}` } });
    await refused({ paper: { ...draft, kind: "ballot_form" } }, "not_numbered");
    await refused({ paper: { ...draft, side: "front" } }, "wrong_side");
    await refused({ issuedOn: "2026-03-03" }, "issued_in_the_future");
    await refused({ symbol: "12-TB/ĐU" }, "symbol_unreadable");
    await refused({ paper: plan, issuedOn: "2009-01-01" }, "no_term");
  });
});

describe("two at once", () => {
  const minutesOf = (trx: Transaction<DB>, changes: Partial<Issue> = {}) =>
    issueDocument(trx, inUnit("T", { paper: { ...draft, kind: "minutes" }, ...changes }));

  it("the second waits for the first, and gets the next number", async () => {
    const order: string[] = [];
    let second: Promise<{ symbol: string }> | undefined;
    const first = await db.transaction().execute(async (trx) => {
      const issued = await minutesOf(trx);
      second = db.transaction().execute(async (other) => {
        const late = await minutesOf(other);
        order.push("second");
        return late;
      });
      await wait(150);
      order.push("first");
      return issued;
    });
    expect([first.symbol, (await second!).symbol]).toEqual(["01/BB-UBND", "02/BB-UBND"]);
    expect(order).toEqual(["first", "second"]);
  });

  it("the second gets the same number when the first fails: none is skipped", async () => {
    const failing = db.transaction().execute(async (trx) => {
      expect((await minutesOf(trx)).symbol).toBe("03/BB-UBND");
      throw new Error("stopped");
    });
    await expect(failing).rejects.toThrow("stopped");
    expect((await db.transaction().execute((trx) => minutesOf(trx))).symbol).toBe("03/BB-UBND");
  });

  it("one of two with the same number is refused", async () => {
    const both = await Promise.allSettled(
      [1, 2].map(() => db.transaction().execute((trx) => minutesOf(trx, { symbol: "90/BB-UBND" }))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")!.reason.definition.code).toBe(
      "document.number_used",
    );
  });

  it("twenty get twenty numbers without a gap", async () => {
    const paper: Paper = { ...draft, kind: "announcement" };
    const all = await Promise.all(Array.from({ length: 20 }, () => issue("K", { paper })));
    const numbers = all.map(({ symbol }) => Number(symbol.split("/")[0]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

describe("what was issued", () => {
  it("is kept as it was, with its number and date, and nobody changes it", async () => {
    const { id, paper } = await issue("A-KT", { paper: { ...draft, kind: "invitation" } });
    expect(paper.header).toMatchObject({ symbol: "01/GM-PKT", date: "2026-02-05" });
    const kept = await findDocument(db, cast.system, id, today);
    expect(kept.paper).toEqual(paper);
    expect(kept).toMatchObject({ unitName: "Phòng Kinh tế xã An", subject, backEntered: false, version: 1 });
    await expect(
      db.updateTable("issued_document").set({ number: 9 }).where("id", "=", id).execute(),
    ).rejects.toThrow();
    await expect(db.deleteFrom("issued_document").where("id", "=", id).execute()).rejects.toThrow();
  });

  it("is replaced once, by the next version", async () => {
    const first = await issue("T", { paper: { ...draft, kind: "invitation" } });
    const second = await issue("T", { paper: { ...draft, kind: "invitation" }, replaces: first.id });
    expect(await findDocument(db, cast.system, second.id, today)).toMatchObject({
      version: 2,
      replaces: first.id,
    });
    expect(await findDocument(db, cast.system, first.id, today)).toMatchObject({ replacedBy: second.id });
    await expect(issue("T", { replaces: first.id })).rejects.toThrow("đã có văn bản khác thay thế");
  });

  it("is found by its words without tone marks, by unit, side, kind and year", async () => {
    const found = (filter: Parameters<typeof listDocuments>[2]) =>
      listDocuments(db, cast.system, filter, today);
    expect((await found({ words: "ket luan cua chu tich", unit: "B" })).total).toBe(3);
    expect((await found({ words: "101-kh" })).lines.map(({ symbol }) => symbol)).toEqual(["101-KH/HU"]);
    for (const words of ["101–KH", "101‑kh/hu", "101KHHU", "101 KH HU"])
      expect(
        (await found({ words })).lines.map(({ symbol }) => symbol),
        words,
      ).toEqual(["101-KH/HU"]);
    expect((await found({ unit: "B", year: 2025 })).total).toBe(1);
    expect((await found({ unit: "A", side: "party", kind: "plan" })).total).toBe(5);
    expect((await found({ words: "%" })).total).toBe(0);
    expect((await documentsAbout(db, cast.system, subject, today)).length).toBe((await found({})).total);
  });

  it.each([
    ["office_secretary", "A", true],
    ["chairperson", "T", true],
    ["front_officer", "A", true],
    ["office_secretary", "B", false],
    ["agency_head", "A-KT", false],
    ["village_head", "A-1", false],
    ["administrator", "A", false],
    ["chairperson", "K", false],
  ] as const)("%s of %s reads the documents of A: %s", async (capacity, unit, reads) => {
    const reader = await cast.holder(capacity, unit);
    const { lines } = await listDocuments(db, reader, { unit: "A" }, today, 1, 1);
    expect(lines.length > 0).toBe(reads);
    const [document] = (await listDocuments(db, cast.system, { unit: "A" }, today, 1, 1)).lines;
    const opened = findDocument(db, reader, document!.id, today);
    if (reads) expect((await opened).id).toBe(document!.id);
    else await expect(opened).rejects.toMatchObject({ definition: { code: "document.not_found" } });
  });

  it("is told by the API as it promises", async () => {
    const asked = async (name: string, given: object) => {
      const { answer } = toldReadings.find((one) => one.name === name)!.api;
      return answer.parse(await askNamed(db, name, given, cast.system));
    };
    const list = await asked("documents.list", { unit: "B", size: "2" });
    expect(list).toMatchObject({
      total: 3,
      documents: [{ unit_name: "Xã Bình" }, { issued_on: "2026-02-05" }],
    });
    const [{ id }] = (list as { documents: [{ id: string }] }).documents;
    expect(await asked("documents.find", { document: id })).toMatchObject({
      id,
      paper: { side: "government", header: { blankSymbol: "/TB-UBND" } },
    });
  });

  it("a transfer slip is for the reviewer alone", async () => {
    const { id } = await issue("A", { paper: { ...draft, kind: "transfer_slip" } });
    const [reviewer, office] = [
      await cast.holder("complaint_reviewer", "A"),
      await cast.holder("office_secretary", "A"),
    ];
    expect((await findDocument(db, reviewer, id, today)).symbol).toBe("01/PC-UBND");
    await expect(findDocument(db, office, id, today)).rejects.toMatchObject({
      definition: { code: "document.not_found" },
    });
    expect((await listDocuments(db, office, { kind: "transfer_slip" }, today)).total).toBe(0);
  });
});

describe("an office", () => {
  const given = {
    unit: "A",
    side: "party",
    superior: "Đảng bộ huyện Cũ",
    issuer: "Đảng ủy xã An",
    place: "An",
    suffix: "ĐU",
    signers: [{ authority: "T/M Đảng ủy", title: "Phó Bí thư", name: "Lê Thị Mận" }],
    recipients: ["Các chi bộ"],
    terms: [{ name: "2023-2028", from_on: "2023-01-01" }],
  };

  it("has papers that its unit's name suggests, signed by whoever heads the side today", async () => {
    await cast.holder("chairperson", "B");
    const office = await officeOf(db, cast.unit("B"), "government", today);
    expect(office).toMatchObject({ isSet: false, issuer: "Ủy ban nhân dân\nXã Bình", place: "Bình" });
    expect(office.signers[0]).toMatchObject({ title: "Chủ tịch", name: "chairperson B" });
  });

  it("sets them; the present ones count, the earlier ones are kept, papers issued stay as they were", async () => {
    const secretary = await cast.holder("office_secretary", "A");
    await cast.perform(setOffice, { ...given, place: "Xã An" }, { actor: secretary, now: noon });
    await cast.perform(setOffice, given, { actor: secretary, now: noon.add({ hours: 1 }) });
    const paper = await draftPaper(
      db,
      cast.unit("A"),
      { side: "party", kind: "plan", abstract: "năm 2026", body: [] },
      today,
    );
    expect(paper.header).toMatchObject({
      issuer: "Đảng ủy xã An",
      place: "An",
      blankSymbol: "-KH/ĐU",
      symbol: null,
    });
    expect(paper).toMatchObject({
      title: "Kế hoạch",
      recipients: ["Các chi bộ"],
      signature: { name: "Lê Thị Mận" },
    });
    expect((await issue("A", { paper })).symbol).toBe("01-KH/ĐU");
    const kept = await db
      .selectFrom("office_setting")
      .select("id")
      .where("unit_id", "=", cast.unit("A"))
      .execute();
    expect(kept).toHaveLength(2);
  });

  it.each([
    ["office_secretary", "A", true],
    ["administrator", "A", true],
    ["administrator", "T", true],
    ["office_secretary", "T", false],
    ["office_secretary", "B", false],
    ["administrator", "B", false],
    ["chairperson", "A", false],
    ["agency_head", "A-KT", false],
  ] as const)("%s of %s sets those of A: %s", async (capacity, unit, may) => {
    const setting = cast.perform(setOffice, given, { actor: await cast.holder(capacity, unit), now: noon });
    if (may) expect((await setting).id).toMatch(/^[0-9a-f-]{36}$/);
    else await expect(setting).rejects.toMatchObject({ definition: { code: "act.not_permitted" } });
  });

  it.each([
    [{ suffix: "U BND" }, "suffix"],
    [{ issuer: " " }, "issuer"],
    [{ signers: [{ title: "" }] }, "signers.0.title"],
    [{ terms: [{ name: "2020-2025", from_on: "2020-02-30" }] }, "terms.0.from_on"],
    [{ terms: [1, 2].map((day) => ({ name: "2020-2025", from_on: `2020-01-0${day}` })) }, "terms"],
  ])("%o is refused at %s", async (changes, field) => {
    const setting = cast.perform(setOffice, { ...given, ...changes }, { actor: cast.system, now: noon });
    await expect(setting).rejects.toMatchObject({ faults: [expect.objectContaining({ field })] });
  });
});
