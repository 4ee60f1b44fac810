import type { DB } from "#db";
import type { ToldOfConference } from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";

export type AgendaItem = {
  readonly position: number;
  readonly title: string;
  readonly speaker: string | null;
  readonly minutes: number | null;
};

/** What comes after the report on last time, which is always the first item, in the words that `told` leaves. */
export async function readAgendaItems(
  db: Kysely<DB>,
  conferenceId: string,
  told: ToldOfConference,
): Promise<AgendaItem[]> {
  const items = await db
    .selectFrom("agenda_item")
    .select(["position", "title", "speaker", "minutes"])
    .where("conference_id", "=", conferenceId)
    .orderBy("position")
    .execute();
  return items.map((item) => ({
    ...item,
    title: told(conferenceId, item.title),
    speaker: told(conferenceId, item.speaker),
  }));
}
