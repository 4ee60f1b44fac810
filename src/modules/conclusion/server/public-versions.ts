import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { mayDo, readScope } from "#modules/organization/server/index.ts";
import { namesWithheldFrom, wordsWithout } from "#modules/recommendation/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import type { Kysely } from "kysely";
import { masked } from "#kernel/masking/masked.ts";
import { mayApprovePublic } from "../permissions.ts";
import { conferenceToPost } from "./conference-to-post.ts";
import { postedRows, type PostedRow, type PostedText } from "./posted-texts.ts";

export const textParts = ["text", "answer"] as const;
export type TextPart = (typeof textParts)[number];

/** A text of the results with what a person approved of it, or what is proposed. */
export type PublicVersion = PostedText & {
  readonly matter: string;
  readonly part: TextPart;
  /** The original without what looks like a name, a number or an address. */
  readonly proposed: string;
};

/**
 * The texts of a conference's results, each with its original: for those who approve what is posted.
 * @throws Problem `not_found`, `not_issued`, `act.not_permitted`
 */
export async function publicVersions(
  db: Kysely<DB>,
  actor: Actor,
  conference: string,
  today: string,
): Promise<PublicVersion[]> {
  const { notice, unitId } = await conferenceToPost(db, actor, conference, today);
  if (!(await mayDo(db, actor, mayApprovePublic, unitId, today)))
    throw new Problem(actProblems.not_permitted);
  const versions = versionsOf(await postedRows(db, conference, notice.id, today));
  const codes = versions.map(({ matter }) => matter);
  const namesOf = await namesWithheldFrom(db, await readScope(db, actor), codes, today);
  return versions.map((one) => ({ ...one, original: wordsWithout(one.original, namesOf(one.matter)) }));
}

/** Of what is out of sight there is nothing to approve. */
export function versionsOf(rows: readonly PostedRow[]): PublicVersion[] {
  return rows
    .filter(({ hidden }) => !hidden)
    .flatMap(({ code, names, ...row }) =>
      textParts.flatMap((part) => {
        const text = row[part];
        return text ? [{ ...text, matter: code, part, proposed: masked(text.original, names) }] : [];
      }),
    );
}
