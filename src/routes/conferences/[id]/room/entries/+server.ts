import { perform } from "#acts/perform.ts";
import { saidInWords } from "#acts/said/said.ts";
import { saidOf } from "#acts/said/said-of.ts";
import { systemClock } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { countAttendance, recordTurn } from "#modules/conference/server/index.ts";
import { receive, rule } from "#modules/recommendation/server/index.ts";
import type { Act } from "#platform/server/act/act.ts";
import { error, json } from "@sveltejs/kit";
import { z } from "zod";
import { wordsComeLater } from "../words-come-later.ts";
import type { RequestHandler } from "./$types";

const posted = z.strictObject({
  /** Whose device kept it: nobody else's session may send it. */
  by: z.string(),
  kind: z.enum(["turn", "matter", "rule", "count"]),
  key: z.string(),
  fields: z.record(z.string(), z.string()),
});
type Posted = z.output<typeof posted>;

/** One entry of the recording page, from the queue of a device. Sent again with its key it is done once. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const read = posted.safeParse(await request.json().catch(() => null));
  if (!read.success) error(400);
  const { actor, requestId, preferences } = locals;
  if (actor?.kind !== "person" || actor.personId !== read.data.by) error(401);
  const asked = { actor, requestId, idempotencyKey: read.data.key, now: systemClock() };
  try {
    const { act, input } = actOf(read.data, params.id);
    const output = (await perform(act, input, asked)) as { id: string; code?: string };
    const said = saidInWords(await saidOf(act, input, output, asked.now), preferences.language);
    return json({ answer: { id: output.id, code: output.code }, said });
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const sentences = [thrown, ...thrown.faults].map((each) => each[preferences.language]);
    return json({ sentence: [...new Set(sentences)].join(" ") }, { status: thrown.definition.status });
  }
};

function actOf({ kind, fields }: Posted, conference: string): { act: Act; input: unknown } {
  if (kind === "turn") return { act: recordTurn as Act, input: { ...fields, conference } };
  if (kind === "matter") {
    return { act: receive as Act, input: { ...fields, conference, channel: "conference" } };
  }
  if (kind === "count") return { act: countAttendance as Act, input: { ...fields, conference } };
  return { act: rule as Act, input: { ...fields, words_later: wordsComeLater(fields) } };
}
