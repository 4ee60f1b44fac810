import { optionalText, optionalWholeNumber, textInput, wholeNumber } from "#kernel/input.ts";
import { personIdOf } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { asWritten } from "../room/as-written.ts";
import { conferenceAct } from "../life/conference-act.ts";
import { changeConference, refuseUnlessPrepared } from "../life/conference.store.ts";
import { readAgendaItems } from "./read-agenda-items.ts";
import { markStepOnce } from "../steps/step.store.ts";

const item = z.strictObject({
  title: textInput(500),
  speaker: optionalText(200),
  minutes: optionalWholeNumber(1, 600),
  /** Where it comes among the others; those without a number come last, as they stand. */
  order: optionalWholeNumber(1, 1000),
});

/** What comes after the first item. The first is what became of last time's matters, and is never typed. */
export const setAgenda = conferenceAct({
  name: "conference.set_agenda",
  title: { vi: "Lập chương trình hội nghị", en: "Set the agenda" },
  may: mayKeepConferences,
  input: z.strictObject({
    conference: z.uuid(),
    expected_version: wholeNumber(1, 1_000_000),
    items: z.array(item).max(50),
  }),
  async run(context) {
    const { trx, input, actor, now, today } = context;
    const { conference } = context.place;
    refuseUnlessPrepared(conference);
    if (input.expected_version !== conference.version) {
      throw new Problem(problems.changed_meanwhile, { details: { version: conference.version } });
    }
    const written = await asWritten(context, conference.id);
    const before = await readAgendaItems(trx, conference.id, (_, text) => text);
    const [titles, speakers] = [before.map(({ title }) => title), before.map((one) => one.speaker)];
    const version = await changeConference(trx, conference, {}, context);
    await trx.deleteFrom("agenda_item").where("conference_id", "=", conference.id).execute();
    const last = 1001;
    const inOrder = input.items.toSorted((one, other) => (one.order ?? last) - (other.order ?? last));
    const rows = inOrder.map(({ title, speaker, minutes }, index) => ({
      conference_id: conference.id,
      position: index + 2,
      title: written(title, titles)!,
      speaker: written(speaker, speakers),
      minutes: minutes ?? null,
    }));
    if (rows.length > 0) {
      await trx.insertInto("agenda_item").values(rows).execute();
      const done = { conferenceId: conference.id, on: today, personId: personIdOf(actor), now };
      await markStepOnce(trx, { ...done, step: "agenda" });
    }
    return { id: conference.id, version };
  },
});
