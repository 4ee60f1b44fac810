import { refuseTogether } from "#kernel/all-faults.ts";
import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { sql, type Transaction } from "kysely";
import { outOfSight, withoutDuties } from "#modules/recommendation/server/index.ts";
import { z } from "zod";
import { MOST_LINES } from "../conclusion.ts";
import { mayDraftConclusion } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { fillInput, fillLines } from "./fill-lines.ts";
import { lineRowsOf, replaceLines, type LineRow } from "./line.store.ts";
import { mattersToPut } from "./matters-to-put.ts";
import {
  lineInput,
  matterInput,
  noticeInput,
  versionInput,
  wordsInput,
  type LineInput,
} from "./notice-input.ts";
import { placeOfNotice, refuseUnlessDraft } from "./notice.store.ts";
import { proposedLinesFor } from "./propose-lines.ts";
import { unitToName, unitsToName, type UnitsToName } from "./units-to-name.ts";

/** The words of a draft, or some of its lines: written anew, taken away, proposed for further matters, filled in. */
export const changeDraft = act({
  name: "conclusion.change_draft",
  title: { vi: "Sửa dự thảo thông báo kết luận", en: "Change the draft of a notice" },
  may: mayDraftConclusion,
  input: z.strictObject({
    notice: noticeInput,
    expected_version: versionInput,
    words: wordsInput.optional(),
    put: z.array(lineInput).max(MOST_LINES).default([]),
    remove: z.array(matterInput).max(MOST_LINES).default([]),
    add: z.array(matterInput).max(MOST_LINES).default([]),
    fill: fillInput.optional(),
  }),
  problems,
  // What a draft says of a matter stays with it, where it can be put out of sight.
  audit: ({ words, put, ...rest }) => ({
    ...rest,
    words: words !== undefined,
    put: put.map(({ task, coordinators, ...line }) => ({
      ...line,
      task_length: task.length,
      coordinators: withoutDuties(coordinators),
    })),
  }),
  place: (context) => placeOfNotice(context, context.input.notice),
  async run({ trx, input, place: { notice, conference }, today }) {
    refuseUnlessDraft(notice, input.expected_version);
    const ids = await mattersToPut(trx, conference.id, [
      ...input.put.map(({ matter }) => matter),
      ...input.add,
    ]);
    const removed = new Set((await idsOf(trx, input.remove)).values());
    let lines = (await lineRowsOf(trx, notice.id)).filter(({ matterId }) => !removed.has(matterId));
    const units = await unitsToName(trx, conference.unit_id, input, today);
    const heldOn = conference.held_on;
    for (const [index, line] of input.put.entries())
      lines = withLine(lines, line, { index, ids, units, heldOn });
    const about = { conferenceId: conference.id, unitId: conference.unit_id, heldOn: conference.held_on };
    const added = input.add.map((code) => ids.get(code)!);
    const proposed = await proposedLinesFor(trx, { ...about, today }, added);
    lines = [
      ...lines,
      ...proposed.filter(({ matterId }) => !lines.some((line) => line.matterId === matterId)),
    ];
    if (lines.length > MOST_LINES)
      throw new Problem(problems.too_many_lines, { values: { most: MOST_LINES } });
    const unseen = await outOfSightAmong(
      trx,
      lines.map(({ matterId }) => matterId),
    );
    const { lines: whole, filled } = input.fill
      ? fillLines(lines, input.fill, units, unseen)
      : { lines, filled: null };
    await replaceLines(trx, notice.id, whole);
    const version = notice.version + 1;
    const { opening = null, closing = null } = input.words ?? notice;
    await trx
      .updateTable("notice_of_conclusion")
      .set({ version, opening, closing })
      .where("id", "=", notice.id)
      .execute();
    return { id: notice.id, conference: conference.id, version, lines: lines.length - unseen.size, filled };
  },
});

/** Those of some matters that are out of sight: what was written of them stays, and no number tells of it. */
async function outOfSightAmong(trx: Transaction<DB>, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select r.id from recommendation r where r.id = any(${[...ids]}::uuid[]) and ${outOfSight}`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

async function idsOf(trx: Transaction<DB>, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await trx
    .selectFrom("recommendation")
    .select(["id", "code"])
    .where("code", "in", codes)
    .execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}

type Putting = {
  readonly index: number;
  readonly ids: ReadonlyMap<string, string>;
  readonly units: UnitsToName;
  readonly heldOn: string;
};

/** The lines with one written anew; it stays where it was, or goes where it is told to. */
function withLine(
  lines: readonly LineRow[],
  input: LineInput,
  { index, ids, units, heldOn }: Putting,
): LineRow[] {
  const matterId = ids.get(input.matter)!;
  let line!: LineRow;
  refuseTogether(
    () => refuseEarlyDates(input, index, heldOn),
    () => void (line = rowOf(input, matterId, index, units)),
  );
  const others = lines.filter((other) => other.matterId !== matterId);
  const before = lines.findIndex((other) => other.matterId === matterId);
  const place = input.position ? input.position - 1 : before < 0 ? others.length : before;
  return [...others.slice(0, place), line, ...others.slice(place)];
}

/** What was not said before the conference is due on no day before it; told at the line, not only when all are issued. */
function refuseEarlyDates({ due, coordinators }: LineInput, index: number, heldOn: string): void {
  const early = [due, ...coordinators.map(({ due: own }) => own)].findIndex(
    (day) => day !== undefined && day !== null && day < heldOn,
  );
  if (early < 0) return;
  const [name, day] = early === 0 ? ["due", due] : ["coordinators", coordinators[early - 1]!.due];
  const field = index === 0 ? name! : `put.${index}.${name}`;
  throw new Problem(problems.line_due_before_conference, { field, values: { due: day!, held: heldOn } });
}

function rowOf(
  { task, lead, due, coordinators }: LineInput,
  matterId: string,
  index: number,
  units: UnitsToName,
): LineRow {
  const field = (name: string) => (index === 0 ? name : `put.${index}.${name}`);
  if (coordinators.some(({ unit }) => unit === lead))
    throw new Problem(problems.lead_also_coordinates, { field: field("coordinators") });
  return {
    matterId,
    task,
    dueOn: due ?? null,
    leadId: lead ? unitToName(units, lead, field("lead")) : null,
    coordinators: coordinators.map(({ unit, duty, due: own }) => ({
      unitId: unitToName(units, unit, field("coordinators"), "coordinator"),
      duty: duty ?? null,
      dueOn: own ?? null,
    })),
  };
}
