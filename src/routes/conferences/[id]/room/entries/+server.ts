import { perform } from "#acts/perform.ts";
import { systemClock } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { countAttendance, recordTurn } from "#modules/conference/server/index.ts";
import { receive, rule } from "#modules/recommendation/server/index.ts";
import { error, json } from "@sveltejs/kit";
import { z } from "zod";
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
    const { id, code } = (await done(read.data, params.id, asked)) as { id: string; code?: string };
    return json({ answer: { id, code } });
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const sentences = [thrown, ...thrown.faults].map((each) => each[preferences.language]);
    return json({ sentence: [...new Set(sentences)].join(" ") }, { status: thrown.definition.status });
  }
};

type Asked = Parameters<typeof perform>[2];

function done({ kind, fields }: Posted, conference: string, asked: Asked): Promise<unknown> {
  if (kind === "turn") return perform(recordTurn, { ...fields, conference }, asked);
  if (kind === "matter") return perform(receive, { ...fields, conference, channel: "conference" }, asked);
  if (kind === "count") return perform(countAttendance, { ...fields, conference }, asked);
  // One key is enough while people speak: the words of an answer may come afterwards.
  return perform(rule, { ...fields, words_later: true }, asked);
}
