import { orNone, optionalWholeNumber, textInput } from "#kernel/input.ts";
import { personIdOf } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { emailInput } from "#modules/organization/email.ts";
import { phoneInput } from "#modules/organization/phone.ts";
import { organizationProblems } from "#modules/organization/problems.ts";
import { administers, unitsKeeping } from "#modules/organization/server/index.ts";
import { act, type Asking } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayCorrectPerson } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { personForChange, replacePerson } from "./person.store.ts";

const input = z.strictObject({
  person: z.uuid(),
  /** What was being looked at: somebody else may have put the person right meanwhile. */
  expected_version: optionalWholeNumber(1, 1_000_000),
  /** What is left out stays as it is. Nobody is without a name; what else is left empty is taken away. */
  full_name: textInput(200).optional(),
  email: orNone(emailInput),
  phone: orNone(phoneInput),
});

/**
 * Puts a person's name, telephone and e-mail address right; what stood there before is kept. Whoever is above all of the
 * person's posts may, for letters go to that address; a person may change their own telephone and address, not the name.
 * Papers that were issued keep the name that they bear.
 */
export const correctPerson = act({
  name: "identity.correct_person",
  title: { vi: "Sửa họ tên, liên hệ của một người", en: "Correct a person's name and contacts" },
  may: mayCorrectPerson,
  input,
  problems,
  audit: ({ person, expected_version, full_name, email, phone }) => ({
    person,
    expected_version,
    fields: Object.entries({ full_name, email, phone }).flatMap(([name, value]) =>
      value === undefined ? [] : [name],
    ),
  }),
  async place(context) {
    const person = await personForChange(context.trx, context.input.person);
    const units = await unitsKeeping(context.trx, person);
    return { unitId: await unitThrough(context, person.id, units), subjectId: person.id, person, units };
  },
  async run({ trx, input, place: { person, units }, actor, post, now, today }) {
    const { full_name = person.full_name, email = person.email, phone = person.phone } = input;
    const renames = full_name !== person.full_name;
    await refuseUnlessTheirs({ trx, actor, today }, { personId: person.id, units, renames });
    if (input.expected_version !== undefined && input.expected_version !== person.version) {
      throw new Problem(problems.person_changed_meanwhile, { details: { version: person.version } });
    }
    if (!renames && email === person.email && phone === person.phone) {
      return { id: person.id, version: person.version };
    }
    const by = { now, personId: personIdOf(actor), postId: post?.id ?? null };
    const version = await replacePerson(trx, person, { full_name, email, phone }, by);
    return { id: person.id, version };
  },
});

/**
 * The unit through which whoever asks may know of a person: one of those that keep the person, or, of oneself, that of
 * one's post.
 * @throws Problem `person_not_found` for everybody else
 */
async function unitThrough(asking: Asking, personId: string, units: readonly string[]): Promise<string> {
  const { actor } = asking;
  if (actor.kind === "person" && actor.personId === personId && actor.posts[0]) return actor.posts[0].unitId;
  for (const unit of units) if (await administers(asking, unit)) return unit;
  throw new Problem(organizationProblems.person_not_found, { field: "person" });
}

type Whose = { readonly personId: string; readonly units: readonly string[]; readonly renames: boolean };

/** @throws Problem `person_not_found`, `beyond_own_rights`, `own_name` */
async function refuseUnlessTheirs(asked: Asking, { personId, units, renames }: Whose): Promise<void> {
  const above: boolean[] = [];
  for (const unit of units) above.push(await administers(asked, unit));
  if (above.every(Boolean)) return;
  if (personIdOf(asked.actor) === personId) {
    if (renames) throw new Problem(problems.own_name, { field: "full_name" });
    return;
  }
  if (above.some(Boolean)) throw new Problem(problems.beyond_own_rights);
  throw new Problem(organizationProblems.person_not_found, { field: "person" });
}
