import { actionOf } from "#acts/form-action.ts";
import { addRule } from "#modules/deadline/server/index.ts";
import { mayKeepRules } from "#modules/deadline/permissions.ts";
import { forHolders } from "../../../for-holders.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = (event) => ({
  today: forHolders(event, mayKeepRules).today,
  key: crypto.randomUUID(),
});

export const actions = actionOf(addRule, {
  input: (fields) => {
    const { unit_kinds: kinds, ...rest } = fields;
    return { ...rest, unit_kinds: kinds === undefined ? [] : [kinds].flat() };
  },
  then: ({ code }) => `/administration/rules?added=${encodeURIComponent(code)}`,
});
