import type { DB } from "#db";
import type { PaperDay } from "#modules/document/paper-day.ts";
import { unitNameOn } from "#modules/organization/server/index.ts";
import { toldToAll, type ToldOfConference } from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";
import type { Life } from "../../conference.ts";
import type { ConferencePaper } from "../../papers/paper-order.ts";
import { readAgendaItems, type AgendaItem } from "../agenda/read-agenda-items.ts";
import { arrangedBy } from "../life/arrangement.store.ts";
import { findConference, type ConferenceReading } from "../life/find-conference.ts";
import { officeReader } from "./paper-facts.ts";

/** A conference as a paper of a day tells it. */
export type ConferenceThen = ConferenceReading & {
  readonly agenda: readonly AgendaItem[];
  readonly told: ToldOfConference;
  /** The day of the paper; of minutes always that of the conference. */
  readonly day: string;
  /** The day as on which the paper calls units: what is past is called as on its own day, what is to come as on the paper's. */
  readonly calledOn: string;
  /** Those who were invited by the end of that day, and for how many; null for those of now. */
  readonly invitedBy: string | null;
};

type Asked = PaperDay & {
  readonly db: Kysely<DB>;
  readonly conference: Pick<ConferenceReading, "id" | "unitId">;
};

/**
 * What a paper says of its conference: as it was arranged by the end of the paper's day, whatever was changed afterwards. The
 * minutes say what took place, as it was put right since. `entered` is the same with what was entered later, for the paper of an earlier
 * day that is written down late, and cannot do without it.
 */
export async function conferenceThen(
  kind: ConferencePaper,
  { db, conference: { id, unitId }, day: asked, today }: Asked,
): Promise<{ readonly arranged: ConferenceThen; readonly entered: ConferenceThen | null }> {
  const now = await findConference(db, officeReader(unitId), id, today);
  const told = await toldToAll(db, [id]);
  const day = kind === "minutes" ? now.heldOn : asked;
  const called = (one: ConferenceReading) => calledAs(db, toldIn(one, told), day);
  const agenda = await readAgendaItems(db, id, told);
  const present = { ...(await called(now)), agenda, told, day, invitedBy: null };
  if (kind === "minutes" || day >= today) return { arranged: present, entered: null };
  const { arrangement, calledOff } = await arrangedBy(db, id, day);
  const life: Life = calledOff ? "called_off" : now.life === "called_off" ? "prepared" : now.life;
  const entered = { ...present, life };
  if (!arrangement) return { arranged: { ...entered, invitedBy: day }, entered };
  const { agenda: items, ...said } = arrangement;
  const then = await called({ ...now, ...said });
  const arranged = { ...present, ...then, life, agenda: items.map(itemTold(id, told)), invitedBy: day };
  return { arranged, entered };
}

/** What a paper says of the conference as a whole names nobody who is not to be named. */
function toldIn(conference: ConferenceReading, told: ToldOfConference): ConferenceReading {
  const said = <Words extends string | null>(text: Words) => told(conference.id, text);
  return {
    ...conference,
    topic: said(conference.topic),
    place: said(conference.place),
    chairs: conference.chairs.map((chair) => ({
      ...chair,
      substitutionReason: said(chair.substitutionReason ?? null),
    })),
  };
}

const itemTold = (id: string, told: ToldOfConference) => (item: AgendaItem) => ({
  ...item,
  title: told(id, item.title),
  speaker: told(id, item.speaker),
});

async function calledAs(db: Kysely<DB>, conference: ConferenceReading, day: string) {
  const calledOn = day < conference.heldOn ? day : conference.heldOn;
  return { ...conference, unitName: await unitNameOn(db, conference.unitId, calledOn), calledOn };
}
