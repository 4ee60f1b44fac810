import type { DB } from "#db";
import type { Kysely } from "kysely";

export type AgendaItem = {
  readonly position: number;
  readonly title: string;
  readonly speaker: string | null;
  readonly minutes: number | null;
};

/** What comes after the report on last time, which is always the first item. */
export function readAgendaItems(db: Kysely<DB>, conferenceId: string): Promise<AgendaItem[]> {
  return db
    .selectFrom("agenda_item")
    .select(["position", "title", "speaker", "minutes"])
    .where("conference_id", "=", conferenceId)
    .orderBy("position")
    .execute();
}
