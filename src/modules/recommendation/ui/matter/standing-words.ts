import { lastFact } from "../../by-day.ts";
import type { EventLine, MatterReading } from "../../server/index.ts";

type Told = Pick<MatterReading, "events" | "state">;
type Words = {
  /** The answer that stands. */
  readonly answer: EventLine | undefined;
  /** What was ruled with words, while there is no answer. */
  readonly ruled: EventLine | undefined;
  /** The draft, while there is no answer. */
  readonly draft: EventLine | undefined;
  /** Why that draft was sent back, while it waits to be written anew. */
  readonly sentBack: EventLine | undefined;
};

const answering = new Set(["answer", "reply_from_above"]);

/** The steps whose words stand at the head of a matter's page. */
export function standingSteps({ events, state }: Told): Words {
  const answer = answerOf({ events, state });
  if (answer) return { answer, ruled: undefined, draft: undefined, sentBack: undefined };
  const ruled = lastFact(events, ({ act, text }) => act === "rule" && text !== null);
  const draft = lastFact(events, ({ act, text }) => act === "draft_answer" && text !== null);
  const sentBack = lastFact(events, ({ act }) => act === "send_back");
  return {
    answer,
    ruled,
    draft: state.draft === "none" ? undefined : draft,
    sentBack: state.draft === "sent_back" ? sentBack : undefined,
  };
}

/** The same as texts. */
export function standingWords(told: Told): string[] {
  return Object.values(standingSteps(told)).flatMap((step) => step?.text ?? []);
}

function answerOf({ events, state }: Told): EventLine | undefined {
  if (state.outcome) return lastFact(events, ({ act }) => answering.has(act));
  const inRoom = state.class === "answered_in_room" || state.class === "noted";
  return inRoom ? lastFact(events, ({ act }) => act === "rule") : undefined;
}
