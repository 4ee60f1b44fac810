import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { fieldsOf, textsOf } from "#kernel/form-fields.ts";
import { perform } from "#acts/perform.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { optionalWholeNumber } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { deskReadings } from "#modules/desk/server/index.ts";
import { deskProblems } from "#modules/desk/problems.ts";
import { MOST_SAMPLED, nextToCheck, sampledId, sampleHref, sampleIn, sizeIn } from "#modules/desk/sample.ts";
import { confirm, reopen } from "#modules/recommendation/server/index.ts";
import { inputFaults } from "#platform/server/act/input-faults.ts";
import { fail, redirect } from "@sveltejs/kit";
import { z } from "zod";
import { asking } from "../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

const sampleSize = z.object({ n: optionalWholeNumber(1, MOST_SAMPLED) });

/** A new sample is drawn by going to an address of its own, so that it can be opened again and printed. */
export const load: PageServerLoad = async (event) => {
  const { ask } = asking(event);
  const { searchParams } = event.url;
  const now = systemClock();
  const asked = sampleIn(searchParams, now);
  const typed = searchParams.get("n")?.slice(0, 100) ?? "";
  const shown = { typed, key: crypto.randomUUID(), drawnOn: "" };
  if (!asked) {
    const read = sampleSize.safeParse({ n: typed });
    if (!read.success) return { ...shown, asked, sample: null, faults: inputFaults(read.error) };
    const seed = crypto.randomUUID().slice(0, 8);
    // The second that has begun: one still to come is no moment to draw at, and would lead here again.
    const at = now.round({ smallestUnit: "second", roundingMode: "floor" }).toString();
    redirect(303, sampleHref({ size: sizeIn(typed), seed, at }));
  }
  const sample = await ask(deskReadings.sample, asked);
  // The address has the moment as a machine does, in UTC; it was drawn on a day of Việt Nam.
  const drawnOn = dayInVietnam(Temporal.Instant.from(asked.at));
  return { ...shown, drawnOn, asked, sample, faults: [] };
};

export const actions: Actions = {
  /**
   * What the Front found: settled, or not, and then the matter is opened again. Should the second step fail, the
   * finding stands and the page offers the step alone.
   */
  find: async (event) => {
    const { actor, ask } = asking(event);
    const data = await event.request.formData();
    const { idempotency_key: key, recommendation, satisfied, text, finding, due } = fieldsOf(data);
    const step = (name: string) => ({
      actor,
      now: systemClock(),
      requestId: event.locals.requestId,
      ...(typeof key === "string" && key !== "" && { idempotencyKey: `${key}-${name}` }),
    });
    try {
      // Before anything is written: a finding cannot be taken back, and the matter is opened for a reason alone.
      if (satisfied === "false" && String(text ?? "").trim() === "")
        throw new Problem(deskProblems.finding_without_words, { field: "text" });
      if (finding !== "known") {
        await perform(confirm, { recommendation, by: "front", satisfied, text }, step("confirm"));
      }
      if (satisfied === "false") await perform(reopen, { recommendation, reason: text, due }, step("reopen"));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { vi, en, faults, details, definition } = error;
      const values = textsOf(data);
      return fail(definition.status, {
        refusal: { form: "find", problem: { code: definition.code, vi, en }, faults, details, values },
      });
    }
    const asked = sampleIn(event.url.searchParams, systemClock());
    const code = String(recommendation);
    // Many matters stand under each other: one goes on at the next that is still to be checked.
    const sample = asked && (await ask(deskReadings.sample, asked));
    const onward = sample && nextToCheck(sample.matters, code);
    const place = onward ? `#${sampledId(onward)}` : "";
    const next = asked ? `${sampleHref(asked)}${place}` : "/desk/sample";
    carrySaid(
      event,
      satisfied === "false" ? say("matter_found_no", { code }) : say("matter_confirm_front_yes", { code }),
      next,
    );
    redirect(303, next);
  },
};
