import type { DB } from "#db";
import { outgoingWords, outOfSight, type PersonalWords } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";

/** A line of a draft in whose words something of a person stands. */
export type PersonalLine = {
  readonly position: number;
  readonly matter: string;
  readonly words: PersonalWords;
};

type Row = { readonly position: number; readonly matter: string; readonly texts: readonly string[] };

/** The lines of a draft that tell of a person, for those who may read the draft: warned of before it is printed. */
export async function personalLines(db: Kysely<DB>, noticeId: string): Promise<PersonalLine[]> {
  const { rows } = await sql<Row>`
    select l.position, r.code as matter, array_prepend(l.task, array(select c.duty from notice_line_coordinator c
      where c.notice_id = l.notice_id and c.recommendation_id = l.recommendation_id and c.duty is not null)) as texts
    from notice_line l join recommendation r on r.id = l.recommendation_id
    where l.notice_id = ${noticeId} and not ${outOfSight} order by l.position`.execute(db);
  const { personalIn } = await outgoingWords(
    db,
    rows.map(({ matter }) => matter),
    "everybody",
  );
  return rows.flatMap(({ position, matter, texts }) => {
    const found = texts.flatMap((text) => personalIn(text, matter) ?? []);
    const words = found.find((one) => one === "withheld") ?? found[0];
    return words ? [{ position, matter, words }] : [];
  });
}
