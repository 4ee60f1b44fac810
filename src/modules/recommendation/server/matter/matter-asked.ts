import type { Grant } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import type { Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { findMatter, type MatterReading, type MatterStub } from "./find-matter.ts";
import { mayOnMatter } from "./may-put-right.ts";
import { matterCodeInput } from "../../matter-code.ts";

/** What is asked of one matter, by its code. */
export const ofMatter = z.strictObject({ recommendation: matterCodeInput });

type Asked = Asker<{ readonly recommendation: string }>;

/** The matter that is asked about, for whoever may know of it. */
export const matterAsked = ({ db, actor, query, today }: Asked): Promise<MatterReading | MatterStub> =>
  findMatter(db, actor, query.recommendation, today);

/** A matter for a form, or null where it is out of sight and its own page says so. */
type ForForm = { readonly code: string; readonly matter: MatterReading | null };

/**
 * A form is opened by those alone who may send it: those who have its right at the matter, whatever state that is in, and
 * those for whom it is `offered` now.
 * @throws Problem `act.not_permitted`, as the act would
 */
export async function matterForForm(
  asker: Asked,
  may: Grant,
  offered: (matter: MatterReading) => boolean = () => false,
): Promise<ForForm> {
  const { db, actor, today } = asker;
  const matter = await matterAsked(asker);
  if (matter.hidden !== null) return { code: matter.code, matter: null };
  if (!offered(matter) && !(await mayOnMatter(db, actor, matter.id, may, today)))
    throw new Problem(actProblems.not_permitted);
  return { code: matter.code, matter };
}
