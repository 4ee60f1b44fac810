import { textInput } from "#kernel/input.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { isOpen } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { lockTogether } from "../moves/lock-together.store.ts";
import { matterPlace } from "../moves/move-act.ts";
import { matterForChange } from "../matter/recommendation.store.ts";
import { waitAgain } from "./reopen-below.ts";

/**
 * What was left behind (`leftBehind`) waits again, by the steps that a reopening above brings down today, through each level
 * to the first. The product alone does it; where it waits by now, nothing happens.
 */
export const mendOpenAbove = act({
  name: "recommendation.mend_open_above",
  title: { vi: "Chờ lại kiến nghị cấp trên đang mở", en: "Wait again for what is open above" },
  may: {},
  input: z.strictObject({ below: textInput(80), above: textInput(80), since: z.iso.date() }),
  problems,
  async place(context) {
    const { below, above } = context.input;
    await lockTogether(context.trx, [below, above]);
    const matter = await matterForChange(context, below);
    return { ...matterPlace(matter), above: await matterForChange(context, above) };
  },
  async run(context) {
    const { place, input } = context;
    const mended = !isOpen(place.matter.state.class) && isOpen(place.above.state.class);
    if (mended) await waitAgain({ ...context, on: input.since }, place.matter, place.above);
    return { code: place.matter.code, mended };
  },
});
