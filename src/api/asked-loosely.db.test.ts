import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { listFileReadings, listPageReadings, manyReadings } from "#modules/recommendation/server/index.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { askNamed, asked as askedOnPage } from "../../tests/support/asking.ts";
import { buildCast, noon, type Cast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { load as loadList } from "../routes/recommendations/+page.server.ts";

// What is typed loosely is understood alike on a form, in an address, by the API and on the command line; what names
// nothing is said to name nothing, and is not a list without lines.

const { db, pool } = await testDatabase();
let cast: Cast;
let secretary: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});

const perform = async (name: string, input: object) =>
  (await cast.perform(actNamed(name)!, input, { actor: secretary, now: noon })) as { code: string };
const receive = (received_on: string) =>
  perform("recommendation.receive", {
    unit: "A",
    channel: "letter",
    text: "Sửa đường",
    field: "giao_thong",
    received_on,
  });
const ask = (name: string, asked: object) => askNamed(db, name, asked, secretary);

test.each(["2026-01-17", "17/1/2026", "17–1–2026", "ngày 17 tháng 1 năm 2026", "17012026"])(
  "an act takes the day %j",
  async (typed) => {
    const { code } = await receive(typed);
    expect(await ask("recommendations.find", { code })).toMatchObject({ received_on: "2026-01-17" });
  },
);

test.each(["29/2/2026", "17/1", "1/17/2026", "2026-02-30"])("no act takes %j for a day", async (typed) => {
  await expect(receive(typed)).rejects.toThrow("act.invalid_input");
});

describe("a matter by its code", () => {
  const loosely = (code: string) => [
    code.replaceAll("-", "–"),
    code.replaceAll("-", " "),
    code.replaceAll("-", ""),
    code.toLowerCase(),
    ` ${code.toLowerCase().replaceAll("-", "—")} `,
  ];

  test("is read and acted on however it is typed", async () => {
    for (const way of [0, 1, 2, 3, 4]) {
      const [one, other] = [await receive("2026-01-05"), await receive("2026-01-06")];
      const typed = (code: string) => loosely(code)[way]!;
      expect(await ask("recommendations.find", { code: typed(one.code) })).toMatchObject({ code: one.code });
      const merged = { recommendation: typed(other.code), into: typed(one.code) };
      expect(await perform("recommendation.merge", merged)).toMatchObject({
        code: other.code,
        status: "merged",
      });
      await expect(
        perform("recommendation.merge", { recommendation: one.code, into: typed(one.code) }),
      ).rejects.toThrow("merge_into_itself");
    }
  });

  test("whose unit has small letters is the one that was typed", async () => {
    const { code } = await receive("2026-01-07");
    const small = code.toLowerCase();
    await db.updateTable("recommendation").set({ code: small }).where("code", "=", code).execute();
    const { code: capital } = await receive("2026-01-08");
    await db.updateTable("recommendation").set({ code }).where("code", "=", capital).execute();
    expect(await ask("recommendations.find", { code: small })).toMatchObject({ received_on: "2026-01-07" });
    expect(await ask("recommendations.find", { code })).toMatchObject({ received_on: "2026-01-08" });
  });
});

test.each([
  ["recommendations.list", { unit: "KHONG" }, "organization.unit_not_found"],
  ["recommendations.list", { lead: "KHONG" }, "organization.unit_not_found"],
  ["recommendations.list", { village: "KHONG" }, "organization.unit_not_found"],
  ["recommendations.list", { field: "khong" }, "recommendation.field_not_found"],
  ["recommendations.list", { from: "2026-02-01", to: "2026-01-31" }, "act.invalid_input"],
  ["conferences.list", { unit: "KHONG" }, "organization.unit_not_found"],
  ["conferences.list", { from: "1/2/2026", to: "31/1/2026" }, "act.invalid_input"],
  ["plans.list", { unit: "KHONG" }, "organization.unit_not_found"],
  ["documents.list", { unit: "KHONG" }, "organization.unit_not_found"],
])("%s narrowed by %j is refused", async (name, asked, problem) => {
  await expect(ask(name, asked)).rejects.toThrow(problem);
});

test("a unit of which one may read nothing is answered with nothing", async () => {
  expect(await ask("recommendations.list", { unit: "B" })).toMatchObject({ matters: [] });
});

describe("a list asked with nonsense", () => {
  /** Every door through which a list is asked, each with what it needs besides. */
  const doors: [string, (asked: object) => Promise<unknown>][] = [
    ["the API", (asked) => ask("recommendations.list", asked)],
    ["the page", (asked) => askedOnPage(db, listPageReadings.shown, asked, secretary)],
    ["the file", (asked) => askedOnPage(db, listFileReadings.whole, asked, secretary)],
    ["the book as a sheet", (asked) => askedOnPage(db, listFileReadings.bookLines, asked, secretary)],
    [
      "the book",
      (asked) => askedOnPage(db, listFileReadings.book, { ...asked, side: "government" }, secretary),
    ],
    ["many assigned", (asked) => askedOnPage(db, manyReadings.toAssign, { ...asked, all: "yes" }, secretary)],
  ];
  const refused: [Record<string, string>, string][] = [
    ...["view", "status", "class", "draft", "own", "unsettled", "paper_reply", "review", "promise"],
    ...["due", "conference", "itself", "from", "to", "sort"],
  ].map((name) => [{ [name]: "nonsense" }, name]);
  const long = "đường ".repeat(40);
  refused.push([{ text: long }, "text"], [{ requester: long }, "requester"]);
  refused.push([{ field: "khong" }, "field"], [{ from: "2026-02-01", to: "2026-01-31" }, "to"]);

  test.each(doors)("is refused at the same place by %s", async (_door, asking) => {
    await expect(asking({ view: "open", status: "" })).resolves.toBeDefined();
    for (const [asked, field] of refused) {
      const problem = await asking(asked).then(
        () => null,
        (error: { definition: { code: string }; faults: { field: string }[] }) => error,
      );
      const places = problem?.faults.map((fault) => fault.field);
      const code = field === "field" ? "recommendation.field_not_found" : "act.invalid_input";
      expect([asked, problem?.definition.code, places]).toEqual([asked, code, [field]]);
    }
  });

  test("says so on its page, which shows no list and what else was asked", async () => {
    setCurrentDatabase({ db, pool, reports: db, reportPool: pool } as never);
    const locals = { actor: secretary, preferences: { language: "vi" }, formKey: "", requestId: "" };
    for (const [asked, field] of refused) {
      const url = new URL(`http://here/recommendations?${new URLSearchParams({ ...asked, lead: "A-KT" })}`);
      const page = (await loadList({ locals, url } as never)) as {
        refused: { name: string; said: string }[];
        list: { matters: unknown[] };
        filter: { lead: string };
      };
      expect([asked, page.refused.map(({ name }) => name)]).toEqual([asked, [field]]);
      expect([page.refused[0]!.said !== "", page.list.matters, page.filter.lead]).toEqual([true, [], "A-KT"]);
    }
  });
});
