import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { bookOf, draftMatterPaper, matterFilter } from "#modules/recommendation/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { findDocument, officeOf } from "./index.ts";

// A paper takes names, place and signers of its own day; what goes out today goes out of the unit that is there today.
// Under T: A is renamed on 15 February; O goes over into N on 1 February; Z ends then and nobody follows.
const { db } = await testDatabase();
let cast: Cast;
const system: Actor = { kind: "system", name: "tests" };

type Done = { id: string; code: string; document: string; symbol: string };
const act = (name: string, input: object, actor: Actor = system, now = noon) =>
  cast.perform(actNamed(name)!, input, { actor, now }) as Promise<Done>;
const at = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);

async function chair(unit: string, name: string, from: string, until?: string): Promise<void> {
  const { id: person } = await act("organization.add_person", { unit, full_name: name });
  const { id: post } = await act("organization.appoint", { person, unit, capacity: "chairperson", from });
  if (until) await act("organization.end_post", { post, until });
}

async function holding(unit: string): Promise<Actor> {
  const { id: unitId } = await unitByCode(db, unit);
  const { id: personId } = await act("organization.add_person", { unit, full_name: `Văn thư ${unit}` });
  const held = { person: personId, unit, capacity: "office_secretary", from: "2026-02-01" };
  const { id } = await act("organization.appoint", held);
  const posts = [{ id, unitId, capacity: "office_secretary" as const, acting: false }];
  return { kind: "person", personId, name: unit, posts };
}

async function assigned(unit: string, lead: string): Promise<string> {
  const said = { unit, text: "Sửa đường vào xóm", field: "giao_thong", received_on: "2026-01-05" };
  const { code } = await act("recommendation.receive", said);
  const work = { recommendation: code, on: "2026-01-06", lead, due: "2026-03-28" };
  await act("recommendation.assign", work);
  return code;
}

const letter = (recommendation: string, issued_on: string, more: object = {}) => ({
  recommendation,
  paper: "assignment_letter",
  issued_on,
  ...more,
});

beforeAll(async () => {
  cast = await buildCast(db);
  await act("organization.create_unit", {
    code: "N",
    kind: "commune",
    parent: "T",
    from: "2026-02-01",
    name: "Phường Mới",
  });
  for (const [code, name] of [
    ["O", "Phường Cũ"],
    ["Z", "Phường Hết"],
  ])
    await act("organization.create_unit", { code, kind: "commune", parent: "T", from: "2020-01-01", name });
});

describe("a unit that was renamed", () => {
  let code: string;

  beforeAll(async () => {
    code = await assigned("A", "A-KT");
    await chair("A", "Ông Trước", "2025-01-01", "2026-02-14");
    await chair("A", "Bà Sau", "2026-02-15");
    await act("organization.rename_unit", { unit: "A", name: "Phường An", on: "2026-02-15" });
  });

  test.each([
    ["2026-02-10", "Ủy ban nhân dân\nXã An", "Ông Trước"],
    ["2026-02-20", "Ủy ban nhân dân\nPhường An", "Bà Sau"],
  ])("writes on %s as it was called then, signed by whoever headed it", async (day, issuer, name) => {
    const asked = { code, kind: "assignment_letter", side: "government" } as const;
    const paper = await draftMatterPaper(db, system, asked, { day, today });
    expect([paper.header.issuer, paper.signature?.name]).toEqual([issuer, name]);
    const issued = await act("recommendation.issue_paper", letter(code, day));
    const kept = await findDocument(db, system, issued.document, today);
    expect([kept.paper.header.issuer, kept.paper.signature?.name]).toEqual([issuer, name]);
  });

  test("is the one that gave the work before, whatever it is called now", async () => {
    for (const kind of ["assignment_letter", "reminder_letter"] as const) {
      const asked = { code, kind, side: "government" } as const;
      const { body } = await draftMatterPaper(db, system, asked, { day: "2026-02-20", today });
      expect(JSON.stringify(body)).not.toContain("; nay");
      expect(JSON.stringify(body)).not.toContain("tiếp tục");
    }
  });

  test("keeps what its office had set before; its own name and signer follow the day", async () => {
    const given = {
      unit: "A",
      side: "government",
      issuer: "Ủy ban nhân dân\nXã An",
      place: "An Thượng",
      suffix: "UBND",
      signers: [
        { authority: "TM. Ủy ban nhân dân", title: "Chủ tịch", name: "Ông Trước" },
        { authority: "KT. Chủ tịch", title: "Phó Chủ tịch", name: "Ông Phó" },
      ],
      recipients: ["Các thôn"],
      terms: [],
    };
    await act("document.set_office", given, system, at("2026-01-20"));
    const on = async (day: string) => {
      const { issuer, place, signers, recipients } = await officeOf(db, cast.unit("A"), "government", day);
      return { issuer, place, signers: signers.map(({ name }) => name), recipients };
    };
    const before = {
      issuer: given.issuer,
      place: "An Thượng",
      signers: ["Ông Trước", "Ông Phó"],
      recipients: ["Các thôn"],
    };
    expect(await on("2026-02-10")).toEqual(before);
    expect(await on("2026-01-10")).toEqual(before);
    expect(await on("2026-02-20")).toEqual({
      issuer: "Ủy ban nhân dân\nPhường An",
      place: "An",
      signers: ["Bà Sau", "Ông Phó"],
      recipients: ["Các thôn"],
    });
    await act("document.set_office", { ...given, place: "An Hạ" }, system, at("2026-02-25"));
    expect(await on("2026-02-10")).toEqual(before);
    expect(await on("2026-03-01")).toMatchObject({ place: "An Hạ" });
  });
});

test("a name that is entered after the office set something, for an earlier day, is the unit's, and so is its head", async () => {
  await act("organization.create_unit", {
    code: "R",
    kind: "commune",
    parent: "T",
    from: "2020-01-01",
    name: "Xã Rộc",
  });
  await chair("R", "Ông Trước", "2025-01-01");
  await act("document.set_office", {
    unit: "R",
    side: "government",
    issuer: "Ủy ban nhân dân\nXã Rộc",
    place: "Rộc",
    suffix: "UBND",
    signers: [{ authority: "TM. Ủy ban nhân dân", title: "Chủ tịch", name: "Ông Trước" }],
    recipients: [],
    terms: [],
  });
  await act("organization.rename_unit", { unit: "R", name: "Phường Rộc", on: "2026-02-20" });
  const on = async (day: string) =>
    (await officeOf(db, (await unitByCode(db, "R")).id, "government", day)).issuer;
  expect([await on("2026-02-10"), await on("2026-02-25"), await on(today)]).toEqual([
    "Ủy ban nhân dân\nXã Rộc",
    "Ủy ban nhân dân\nPhường Rộc",
    "Ủy ban nhân dân\nPhường Rộc",
  ]);
});

describe("a unit that went over into another", () => {
  let code: string;
  let office: Actor;

  beforeAll(async () => {
    code = await assigned("O", "O");
    await chair("N", "Bà Mới", "2026-02-01");
    const from = ["O"];
    await act("organization.arrange_units", { kind: "merge", on: "2026-02-01", from, to: ["N"] });
    office = await holding("N");
  });

  test("issues nothing any more: its successor does, on its own letterhead and in its own series", async () => {
    const own = await act("recommendation.issue_paper", letter(await assigned("A", "A-KT"), "2026-02-20"));
    const issued = await act("recommendation.issue_paper", letter(code, "2026-02-20"), office);
    const { unitName, paper } = await findDocument(db, system, issued.document, today);
    expect([unitName, paper.header.issuer, paper.signature?.name]).toEqual([
      "Phường Mới",
      "Ủy ban nhân dân\nPhường Mới",
      "Bà Mới",
    ]);
    expect(issued.symbol).toBe("01/UBND-VP");
    expect(own.symbol).not.toBe(issued.symbol);
  });

  test("draws no new number for a day on which it was there: its own paper has one, its successor's day is another", async () => {
    await expect(act("recommendation.issue_paper", letter(code, "2026-01-20"), office)).rejects.toMatchObject(
      {
        definition: { code: "document.ended_without_number" },
      },
    );
  });

  test("what it issued itself before is entered with its own number and name", async () => {
    const old = await act(
      "recommendation.issue_paper",
      letter(code, "2026-01-20", { symbol: "07/UBND-VP" }),
      office,
    );
    const { unitName, paper } = await findDocument(db, system, old.document, today);
    expect([unitName, paper.header.issuer]).toEqual(["Phường Cũ", "Ủy ban nhân dân\nPhường Cũ"]);
  });

  test("a paper before the hand-over is of the unit that kept the matter then", async () => {
    await act("handover.record", { from: "O", on: "2026-02-10", to: "N" });
    const asked = { code, kind: "assignment_letter", side: "government" } as const;
    const issuers = ["2026-01-20", "2026-02-20"].map(
      async (day) => (await draftMatterPaper(db, office, asked, { day, today })).header.issuer,
    );
    expect(await Promise.all(issuers)).toEqual(["Ủy ban nhân dân\nPhường Cũ", "Ủy ban nhân dân\nPhường Mới"]);
    const words = async (day: string) =>
      JSON.stringify((await draftMatterPaper(db, office, asked, { day, today })).body);
    expect(await words("2026-01-20")).toContain(
      "Ủy ban nhân dân phường Cũ giao Ủy ban nhân dân phường Cũ chủ trì",
    );
    expect(await words("2026-01-20")).not.toContain("Mới");
    expect(await words("2026-02-20")).toContain("Ngày 05/01/2026, Ủy ban nhân dân phường Cũ tiếp nhận");
    expect(await words("2026-02-20")).toContain(
      "Ngày 06/01/2026, Ủy ban nhân dân phường Cũ đã giao Ủy ban nhân dân phường Cũ chủ trì giải quyết nội dung trên; nay Ủy ban nhân dân phường Mới giao Ủy ban nhân dân phường Mới tiếp tục chủ trì",
    );
  });

  test("its register book is headed by who keeps it today", async () => {
    for (const unit of [undefined, "O", "N"]) {
      const filter = matterFilter.parse({ unit });
      const book = await bookOf(db, office, { filter, sort: "received", side: "government" }, today);
      expect(book.header.issuer).toBe("Ủy ban nhân dân\nPhường Mới");
    }
  });
});

test("a unit that ended and that nobody follows issues nothing, until its work is handed over", async () => {
  const code = await assigned("Z", "Z");
  await act("organization.arrange_units", { kind: "abolish", on: "2026-02-01", from: ["Z"], to: [] });
  await expect(act("recommendation.issue_paper", letter(code, "2026-02-20"))).rejects.toMatchObject({
    definition: { code: "document.issuer_ended" },
  });
  await act("handover.record", { from: "Z", on: "2026-02-10", to: "B" });
  const issued = await act("recommendation.issue_paper", letter(code, "2026-02-20"));
  expect((await findDocument(db, system, issued.document, today)).unitName).toBe("Xã Bình");
});
