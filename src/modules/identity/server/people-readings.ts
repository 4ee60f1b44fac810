import { textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { mayAdminister } from "#modules/organization/permissions.ts";
import { organizationProblems } from "#modules/organization/problems.ts";
import { administeredBy } from "#modules/organization/server/index.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { identityProblems as problems } from "../problems.ts";
import { accountOf } from "./account.store.ts";
import { personAsKept } from "./person-as-kept.ts";
import { waitingOffers } from "./post-offer.store.ts";

const personAsked = z.strictObject({ id: textInput(36) });
type PersonAsked = z.output<typeof personAsked>;

/** The person, for an administrator who finds them. @throws Problem `person_not_found`, also for whoever administers nothing */
async function personFound({ db, actor, query: { id }, today }: Asker<PersonAsked>) {
  const unitIds = await administeredBy(db, actor);
  if (unitIds.length === 0 || !z.uuid().safeParse(id).success)
    throw new Problem(organizationProblems.person_not_found);
  return personAsKept(db, { actor, unitIds, id, today });
}

/** A person with their posts in time; how to reach them for whoever keeps them alone. */
export const find = reading({
  name: "people.find",
  title: { vi: "Một người", en: "One person" },
  query: personAsked,
  may: "known",
  place: personFound,
  read: ({ place: person }) => Promise.resolve(person),
});

export const toCorrect = reading({
  name: "people.to_correct",
  title: { vi: "Một người để sửa", en: "A person to be corrected" },
  query: personAsked,
  may: "known",
  async place(asker) {
    const person = await personFound(asker);
    if (!person.kept) throw new Problem(problems.beyond_own_rights);
    return person;
  },
  read: ({ place: person }) => Promise.resolve(person),
});

export const toAppoint = reading({
  name: "people.to_appoint",
  title: { vi: "Một người để giao chức vụ", en: "A person to be given a post" },
  query: personAsked,
  may: "known",
  async place(asker) {
    const person = await personFound(asker);
    if (!person.kept) throw new Problem(organizationProblems.person_kept_elsewhere);
    return person;
  },
  read: ({ place: person }) => Promise.resolve(person),
});

/** A person's account and the unit that keeps it: that of a post held, to come or last held. */
export const account = reading({
  name: "people.account",
  title: { vi: "Tài khoản của một người", en: "A person's account" },
  query: personAsked,
  may: "known",
  place: personFound,
  async read({ db, place: person, today }) {
    const held = person.posts.find(
      ({ fromOn, untilOn }) => fromOn <= today && (untilOn === "infinity" || untilOn >= today),
    );
    const unit = (held ?? person.posts[0])?.unitCode ?? null;
    return { person, unit, account: (await accountOf(db, person.id)) ?? null };
  },
});

/** Posts that are offered in the units that one administers, and that nobody has accepted yet. */
export const waiting = reading({
  name: "offers.waiting",
  title: { vi: "Lời mời chức vụ còn chờ", en: "Offers of posts that wait to be accepted" },
  query: z.strictObject({}),
  may: { anywhere: mayAdminister },
  read: async ({ db, actor, now, today }) => waitingOffers(db, await administeredBy(db, actor), now, today),
});
