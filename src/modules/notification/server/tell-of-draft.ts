import { dayInVietnam } from "#kernel/clock.ts";
import { toldDraft, type ToldDraft } from "#modules/conference/server/index.ts";
import type { Word } from "#platform/server/outbox-worker.ts";
import type { DraftDetails } from "../conference-news.ts";
import { drafting, office } from "../telling.ts";
import { notify } from "./notify.ts";
import { peopleHolding, type Recipient } from "./people.store.ts";

type Handling = (word: Word, mail: boolean) => Promise<void>;

/** The agency is asked; where it has nobody, the office that asked is told so. */
export const tellAsked: Handling = async (word, mail) => {
  const draft = await draftOf(word);
  if (!draft || draft.withdrawn || draft.given) return;
  const people = await agencyPeople(word, draft);
  if (people.length > 0) return tell(word, mail, { draft, people, side: "lead", what: { draft: "asked" } });
  const what = { draft: "asked", unmanned: true } as const;
  await tell(word, mail, { draft, people: await officePeople(word, draft), side: "unit", what });
};

/** The draft came to the office that asked for it. */
export const tellGiven: Handling = async (word, mail) => {
  const draft = await draftOf(word);
  if (!draft?.given || draft.withdrawn) return;
  const what = { draft: word.payload.again === true ? "given_again" : "given" } as const;
  await tell(word, mail, { draft, people: await officePeople(word, draft), side: "unit", what });
};

/** The agency is asked no longer. One that has given its draft is told too: it may read the matter no more. */
export const tellWithdrawn: Handling = async (word, mail) => {
  const draft = await draftOf(word);
  if (!draft) return;
  const people = await agencyPeople(word, draft);
  await tell(word, mail, { draft, people, side: "lead", what: { draft: "withdrawn" } });
};

const draftOf = ({ trx, payload, now }: Word) => toldDraft(trx, String(payload.request), dayInVietnam(now));
const agencyPeople = ({ trx, now }: Word, { agencyId }: ToldDraft) =>
  peopleHolding(trx, [agencyId], drafting, dayInVietnam(now));
const officePeople = ({ trx, now }: Word, { unitId }: ToldDraft) =>
  peopleHolding(trx, [unitId], office.capacities, dayInVietnam(now));

/** What every word about a request says. */
export function draftDetails(draft: ToldDraft, side: DraftDetails["side"]) {
  const { code, requestId, conferenceId, conferenceOn, agency, due } = draft;
  return { code, side, request: requestId, conference: conferenceId, conferenceOn, agency, due };
}

type ToTell = {
  readonly draft: ToldDraft;
  readonly people: readonly Recipient[];
  readonly side: DraftDetails["side"];
  readonly what: Pick<DraftDetails, "draft" | "unmanned">;
};

async function tell({ trx, id, payload, now }: Word, mail: boolean, { draft, people, side, what }: ToTell) {
  const others = people.filter(({ personId }) => personId !== payload.by);
  const details: DraftDetails = { ...draftDetails(draft, side), ...what };
  const about = { kind: "moved" as const, recommendationId: draft.recommendationId };
  await notify(trx, others, { ...about, details, source: `outbox ${id}` }, { now, mail });
}
