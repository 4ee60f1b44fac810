import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { findNotice } from "#modules/conclusion/server/index.ts";
import { fillStatutoryRules } from "#modules/deadline/server/index.ts";
import { findMatter } from "#modules/recommendation/server/index.ts";
import { sql } from "kysely";
import { buildCast, noon, today } from "./cast.ts";
import { testDatabase } from "./database.ts";

type Made = { id: string; code: string; version: number; lines: number; edition: number; assigned: number };
type Issued = Made & { papers: { id: string; side: string; symbol: string }[] };
const chairs = [{ name: "Bà Chủ Tọa", capacity: "party_secretary" }];

/** Noon of a day in Việt Nam. */
const later = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error as { definition: { code: string }; faults: { field: string; vi: string }[]; vi: string };
}

/**
 * A database with a commune that holds conferences, and what tests of the notice of conclusion do with it. Call it once at
 * the top of a `*.db.test.ts` file, as `testDatabase`.
 */
export async function noticeScene() {
  const { db } = await testDatabase();
  const cast = await buildCast(db);
  const secretary: Actor = await cast.holder("office_secretary", "A");
  const chair = await cast.holder("chairperson", "A");
  const act = (name: string, input: Record<string, unknown>, actor = secretary, now = noon) =>
    cast.perform(actNamed(name)!, input, { actor, now }) as Promise<Made>;

  await fillStatutoryRules(db, noon);
  await act(
    "deadline.add_rule",
    {
      name: "Trả lời bằng văn bản",
      purpose: "written_reply",
      amount: 15,
      unit: "calendar_day",
      start: "conference",
      citation: "Quy chế thử",
      rank: "provincial",
      valid_from: "2020-01-01",
      territory: "T",
    },
    cast.system,
  );
  await cast.holder("agency_head", "A-KT");

  /** A conference of the commune held on 27 February with so many matters, each ruled as told. */
  async function held(rulings: readonly (string | null)[], more: object = {}) {
    const heldOn = "2026-02-27";
    const { id } = await act("conference.record", { unit: "A", form: "periodic", held_on: heldOn, chairs });
    const codes: string[] = [];
    for (const [index, ruling] of rulings.entries()) {
      const text = `Đề nghị sửa đoạn đường số ${index + 1} của thôn`;
      const said = { unit: "A", conference: id, field: "giao_thong", received_on: heldOn, text, ...more };
      const { code } = await act("recommendation.receive", said);
      const later = ruling === "answered_now" && { words_later: true };
      const ruled = { recommendation: code, ruling, on: heldOn, ...later };
      if (ruling) await act("recommendation.rule", ruled);
      codes.push(code);
    }
    return { id, codes };
  }

  const line = (matter: string, more: object = {}) => ({
    matter,
    task: `Khắc phục ${matter}`,
    lead: "A-KT",
    due: "2026-03-14",
    ...more,
  });

  /** A draft of such a conference with every line given to the economic office. */
  async function drafted(count: number) {
    const { id, codes } = await held(Array.from({ length: count }, () => "written_answer"));
    const { id: notice } = await act("conclusion.draft", { conference: id });
    await act("conclusion.change_draft", { notice, put: codes.map((code) => line(code)) });
    return { id, codes, notice };
  }

  const issue = (notice: string, more: object = {}, actor = secretary, now = noon) =>
    act(
      "conclusion.issue",
      { notice, issued_on: today, sides: "government", ...more },
      actor,
      now,
    ) as Promise<Issued>;
  const draftOf = (conference: string, actor = secretary) =>
    findNotice(db, actor, { conference, edition: "draft" }, today);
  const editionOf = (conference: string, edition = 1, actor = secretary) =>
    findNotice(db, actor, { conference, edition }, today);
  const statusOf = async (code: string) => {
    const matter = await findMatter(db, secretary, code, today);
    return "state" in matter ? matter.state.status : null;
  };

  /** Everything that issuing writes, counted. */
  async function written() {
    const { rows } = await sql<Record<string, number>>`select
    (select count(*) from recommendation_event where act = 'assign')::int as assigned,
    (select count(*) from issued_document)::int as documents, (select count(*) from outbox)::int as words,
    (select count(*) from conference_step)::int as steps,
    (select count(*) from notice_of_conclusion where issued_on is not null)::int as issued`.execute(db);
    return rows[0]!;
  }

  return {
    db,
    cast,
    secretary,
    chair,
    act,
    held,
    line,
    drafted,
    issue,
    draftOf,
    editionOf,
    statusOf,
    written,
    refusal,
    later,
  };
}
