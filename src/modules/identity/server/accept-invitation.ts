import { optionalText } from "#kernel/input.ts";
import { act, type ActContext } from "#platform/server/act/act.ts";
import { performer } from "#platform/server/act/perform.ts";
import { addPerson, appoint, centre, personById, standing } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import type { Kysely } from "kysely";
import { z } from "zod";
import { isCommonPassword } from "../common-passwords.ts";
import { passwordInput, usernameInput } from "../credentials.ts";
import { byLinkOnly } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { auditAccount } from "./account-audit.ts";
import { accountOf, createAccount, removeSecondFactor, setPassword } from "./account.store.ts";
import { useInvitation } from "./invitation.store.ts";
import { forgetFailures } from "./lock-out.store.ts";

const input = z.strictObject({
  token: z.string().max(200),
  /** Not asked of a person who has an account. */
  username: usernameInput.optional(),
  password: passwordInput,
  /** Asked of the first administrator only. */
  full_name: optionalText(200),
});
type Context = ActContext<z.output<typeof input>>;

/** A one-time link is used: an account is made, or its password set anew. */
const acceptance = act({
  name: "identity.accept_invitation",
  title: { vi: "Nhận lời mời", en: "Accept an invitation" },
  may: byLinkOnly,
  input,
  problems,
  constraints: {
    account_user_username_key: problems.username_taken,
    account_user_person_id_key: problems.has_account,
  },
  audit: ({ username, full_name }) => ({ username, full_name }),
  async place() {
    return { unitId: null };
  },
  async run(context) {
    const { trx, input, now } = context;
    const { personId, resetsSecondFactor } = await useInvitation(trx, input.token, now);
    const account = personId ? await accountOf(trx, personId) : undefined;
    const known = personId ? (await personById(trx, personId)).full_name : input.full_name;
    if (isCommonPassword(input.password, [known, account?.username ?? input.username]))
      throw new Problem(problems.common_password, { field: "password" });
    if (!account) {
      const { id } = await newAccount(context, personId ?? (await firstAdministrator(context)));
      return { id };
    }
    await setPassword(trx, account.id, input.password, now);
    await forgetFailures(trx, account.username);
    if (resetsSecondFactor) {
      await removeSecondFactor(trx, account.id);
      const entry = { act: "identity.reset_second_factor", accountId: account.id, by: context.actor.name };
      await auditAccount(trx, entry, now);
    }
    return { id: account.id };
  },
});

async function newAccount({ trx, input, now }: Context, personId: string) {
  const { username, password } = input;
  if (!username) throw missing("username");
  return createAccount(trx, { personId, username, password }, now);
}

/** The person who sets the product up: administrator of the centre, from today. */
async function firstAdministrator(context: Context): Promise<string> {
  const { trx, input, today } = context;
  if (!input.full_name) throw missing("full_name");
  const unit = await centre(trx);
  const place = { unitId: unit.id };
  const whom = addPerson.input.parse({ unit: unit.code, full_name: input.full_name });
  const { id } = await addPerson.run({ ...context, input: whom, place });
  const what = appoint.input.parse({ person: id, unit: unit.code, capacity: "administrator", from: today });
  await appoint.run({ ...context, input: what, place: { ...place, subjectId: id } });
  return id;
}

function missing(field: string): Problem {
  const fault = { field, vi: "Cần điền mục này.", en: "This is required." };
  return new Problem(actProblems.invalid_input, { faults: [fault] });
}

/**
 * Uses a one-time link. Nobody is signed in yet, so the product itself acts.
 * @throws Problem `invitation_gone`, `username_taken`, `act.invalid_input`
 */
export async function acceptInvitation(
  db: Kysely<DB>,
  input: unknown,
  request: { readonly now: Temporal.Instant; readonly requestId?: string },
): Promise<{ id: string }> {
  const actor = { kind: "system", name: "invitation" } as const;
  return performer(db, standing)(acceptance, input, { ...request, actor });
}
