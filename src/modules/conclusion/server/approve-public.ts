import { personIdOf } from "#kernel/actor.ts";
import { textInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { conferenceForChange } from "#modules/conference/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayApprovePublic } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { lastIssued } from "./notice.store.ts";
import { postedRows } from "./posted-texts.ts";
import { textParts, versionsOf } from "./public-versions.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";

const version = z.strictObject({
  matter: matterCodeInput,
  part: z.enum(textParts),
  /** SHA-256 of the original that was read: nobody approves words that they have not seen. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  text: textInput(50_000),
});

/**
 * A person has read words of the results and says what of them may be posted. The approval is of exactly these words:
 * where the original changes it is none.
 */
export const approvePublic = act({
  name: "conclusion.approve_public",
  title: { vi: "Duyệt bản công khai", en: "Approve public versions of texts" },
  may: mayApprovePublic,
  input: z.strictObject({ conference: z.uuid(), versions: z.array(version).min(1).max(600) }),
  problems,
  audit: ({ conference, versions }) => ({
    conference,
    versions: versions.map(({ matter, part }) => ({ matter, part })),
  }),
  async place(context) {
    const conference = await conferenceForChange(context, context.input.conference);
    return { unitId: conference.unit_id, subjectId: conference.id, conference };
  },
  async run({ trx, input, place: { conference }, actor, post, now, today }) {
    const notice = await lastIssued(trx, conference.id);
    if (!notice) throw new Problem(problems.not_issued);
    const rows = await postedRows(trx, conference.id, notice.id, today);
    const ids = new Map(rows.map(({ code, id }) => [code, id]));
    refuseUnlessAsRead(input.versions, versionsOf(rows));
    const by = {
      approved_by: personIdOf(actor),
      approved_in: post?.id ?? null,
    };
    const approved = input.versions.map(({ matter, digest, text }) => ({
      ...by,
      id: uuidv7(now),
      recommendation_id: ids.get(matter)!,
      original_digest: Buffer.from(digest, "hex"),
      text,
      approved_at: now.toString(),
    }));
    await trx.insertInto("public_version").values(approved).execute();
    return { id: conference.id, approved: approved.length };
  },
});

type Given = Pick<z.output<typeof version>, "matter" | "part" | "digest">;

/** Each of them stands in the results, in the words that were read, and is given once. */
function refuseUnlessAsRead(given: readonly Given[], known: readonly Given[]): void {
  const faults = given.flatMap((each, index): FieldFault[] => {
    const fault = faultOf(each, given.slice(0, index), known);
    if (!fault) return [];
    const { vi, en } = new Problem(fault, { values: { code: each.matter } });
    return [{ field: `versions.${index}`, vi, en }];
  });
  if (faults.length > 0) throw new Problem(problems.not_as_read, { faults });
}

function faultOf(one: Given, before: readonly Given[], known: readonly Given[]) {
  const same = ({ matter, part }: Given) => matter === one.matter && part === one.part;
  if (before.some(same)) return problems.approved_twice;
  const text = known.find(same);
  if (text?.digest === one.digest) return null;
  return text ? problems.words_changed : problems.nothing_to_approve;
}
