import type { MatterEvent } from "#modules/register/matter-event.ts";
import type { RegisterFile, RegisterRecommendation } from "#modules/register/register-file.ts";
import { history, stateOn } from "./recount-matter.ts";

/** Whether a matter counts in the place asked about, were it not for those it came from. */
type Here = (matter: RegisterRecommendation) => boolean;

const neutral: ReadonlySet<MatterEvent["act"]> = new Set([
  "hand_over",
  "extend",
  "confirm",
  "close",
  "hold",
  "release",
  "ask_extension",
  "refuse_extension",
  "finish_duty",
  "draft_answer",
  "send_back",
  "approve_answer",
]);

/**
 * Of each matter that counts here and at the end of a day is once more what another is that counts here: since when. Both were passed
 * upward, and above one was merged into the other, or into what came in there; and nobody works on it here by itself.
 */
export function raisedAgainAbove(file: RegisterFile, isHere: Here, day: string): Map<string, string> {
  const byRef = new Map(file.recommendations.map((one) => [one.ref, one]));
  const until = (matter: RegisterRecommendation) => history(matter).filter(({ on }) => on <= day);
  const isDuplicate = (matter: RegisterRecommendation) => stateOn(matter, day).bucket === "duplicates";
  const below = ({ forwarded_from: ref }: RegisterRecommendation) => (ref ? byRef.get(ref) : undefined);

  /** The lowest here of those that it came from, itself among them. */
  const rootOf = (matter: RegisterRecommendation): RegisterRecommendation | undefined => {
    const lower = below(matter);
    return (lower && rootOf(lower)) ?? (isHere(matter) ? matter : undefined);
  };
  const goesOnIn = (matter: RegisterRecommendation, passed: readonly string[] = []): string | undefined => {
    if (passed.includes(matter.ref)) return undefined;
    if (!isDuplicate(matter)) return matter.ref;
    const merge = until(matter).findLast(({ act }) => act === "merge");
    const into = merge?.act === "merge" && merge.into ? byRef.get(merge.into) : undefined;
    return into && goesOnIn(into, [...passed, matter.ref]);
  };

  const again = new Map<string, string>();
  for (const one of file.recommendations) {
    if (!below(one) || !isHere(one) || !isDuplicate(one)) continue;
    const target = byRef.get(goesOnIn(one) ?? "");
    const [mine, other] = [rootOf(one)!, target && rootOf(target)];
    if (!other || mine === one || mine === other) continue;
    const last = until(mine).findLast(({ act }) => !neutral.has(act));
    if (last?.act !== "forward_up" && last?.act !== "reply_from_above") continue;
    const since = duplicateSince(until(one));
    const known = again.get(mine.ref);
    if (known === undefined || since < known) again.set(mine.ref, since);
  }
  return again;
}

/** The day on which it last became one. */
function duplicateSince(events: readonly MatterEvent[]): string {
  const told = events.filter(({ act }) => !neutral.has(act));
  let at = told.length - 1;
  while (at > 0 && told[at - 1]!.act === "merge") at -= 1;
  return told[at]!.on;
}
