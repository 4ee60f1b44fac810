import type { Capacity } from "#kernel/actor.ts";
import { dayAsRead } from "#kernel/day-as-read.ts";
import * as deadline from "#modules/deadline/server/index.ts";
import * as desk from "#modules/desk/server/index.ts";
import * as identity from "#modules/identity/server/index.ts";
import * as notification from "#modules/notification/server/index.ts";
import * as organization from "#modules/organization/server/index.ts";
import { capacityWord } from "#modules/organization/words.ts";
import { m } from "#paraglide/messages.js";
import { say } from "./said.ts";
import { inBoth, saying, withinSentence, type Saying } from "./saying.ts";

const capacityCalled = (capacity: Capacity) =>
  withinSentence({ vi: capacityWord(capacity, "vi"), en: capacityWord(capacity, "en") });

const dayKinds = {
  holiday: m.calendar_kind_holiday,
  compensation: m.calendar_kind_compensation,
  worked_rest_day: m.calendar_kind_worked_rest_day,
};

const termUnits = { calendar_day: m.own_term_calendar_day, working_day: m.own_term_working_day };

/** Units, people and their posts, accounts, the calendar and the rules; what each keeps for themselves. */
export const sayingsOfAdministration: readonly Saying[] = [
  saying(organization.createUnit, ({ input: { name } }) => say("unit_create", { unit: name })),
  saying(organization.renameUnit, ({ input: { name, on } }) =>
    say("unit_rename", { name, on: dayAsRead(on) }),
  ),
  saying(organization.arrangeUnits, async ({ input, called }) => {
    const [on, from] = [dayAsRead(input.on), await called.units(input.from)];
    return input.to.length > 0
      ? say("units_arrange", { on, from, to: await called.units(input.to) })
      : say("units_arrange_ended", { on, from });
  }),
  saying(organization.loadNational, ({ output: { written } }) =>
    say("national_load", { units: written.units, successions: written.successions }),
  ),
  saying(organization.importUnits, async ({ input, output: { count }, called }) =>
    say("units_import", { count, unit: await called.unit(input.under) }),
  ),
  saying(organization.importSuccessions, async ({ input, output: { count }, called }) =>
    say("successions_import", { count, unit: await called.unit(input.under) }),
  ),
  saying(organization.addPerson, ({ input }) => say("person_add", { name: input.full_name })),
  saying(organization.appoint, async ({ input, called }) =>
    say("post_appoint", {
      name: await called.person(input.person),
      capacity: capacityCalled(input.capacity),
      unit: await called.unit(input.unit),
      from: dayAsRead(input.from),
    }),
  ),
  saying(organization.handOver, async ({ input, output, called }) => {
    const post = await called.post(output.id);
    return say("post_hand_over", { ...postCalled(post), on: dayAsRead(input.on) });
  }),
  saying(organization.endPost, async ({ input, output, called }) => {
    const post = await called.post(output.id);
    return say("post_end", { ...postCalled(post), until: dayAsRead(input.until) });
  }),
  saying(identity.invite, async ({ input, called }) =>
    say("link_account", { name: await called.person(input.person) }),
  ),
  saying(identity.lockAccount, async ({ input, called }) =>
    say("account_lock", { name: await called.person(input.person) }),
  ),
  saying(identity.unlockAccount, async ({ input, called }) =>
    say("account_unlock", { name: await called.person(input.person) }),
  ),
  saying(identity.correctPerson, async ({ input, called }) =>
    say("person_correct", { name: await called.person(input.person) }),
  ),
  saying(identity.offerPost, async ({ input, called }) =>
    say("post_offer", { capacity: capacityCalled(input.capacity), unit: await called.unit(input.unit) }),
  ),
  saying(identity.withdrawOffer, async ({ output, called }) => {
    const offered = await called.offer(output.id);
    return say("post_offer_withdraw", {
      capacity: offered ? capacityCalled(offered.capacity) : "",
      unit: offered?.unit ?? "",
    });
  }),
  saying(identity.issueToken, ({ input: { label } }) => say("token_issue", { name: label })),
  saying(identity.revokeToken, async ({ input, called }) =>
    say("token_revoke", { name: await called.token(input.token) }),
  ),
  saying(deadline.proposeYear, ({ output: { year, days } }) =>
    say("calendar_propose", { year, count: days }),
  ),
  saying(deadline.confirmYear, ({ output: { year } }) => say("calendar_confirm", { year })),
  saying(deadline.setDay, ({ output: { date, kind } }) =>
    kind === "plain"
      ? say("calendar_day_plain", { date: dayAsRead(date) })
      : say("calendar_day", { date: dayAsRead(date), kind: withinSentence(inBoth(dayKinds[kind])) }),
  ),
  saying(deadline.addRule, ({ input: { name } }) => say("rule_add", { name })),
  saying(deadline.endRule, async ({ output: { code, until }, called }) =>
    say("rule_end", { name: await called.rule(code), until: dayAsRead(until) }),
  ),
  saying(deadline.setOwnTerm, async ({ input, called }) => {
    const unit = await called.unit(input.unit);
    if (!input.amount) return say("own_term_none", { unit });
    return say("own_term", {
      unit,
      count: input.amount,
      term: withinSentence(inBoth(termUnits[input.term_unit])),
    });
  }),
  saying(desk.saveFilter, ({ input: { name } }) => say("filter_save", { name })),
  saying(desk.removeFilter, async ({ output, called }) =>
    say("filter_remove", { name: await called.filter(output.id) }),
  ),
  saying(notification.markRead, ({ output: { read } }) => say("notifications_read", { count: read })),
];

function postCalled(post: { capacity: Capacity; unit: string; name: string } | null) {
  return {
    name: post?.name ?? "",
    unit: post?.unit ?? "",
    capacity: post ? capacityCalled(post.capacity) : "",
  };
}
