import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { personIdOf } from "#kernel/actor.ts";
import { optionalText, unitCodeInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import {
  isAbove,
  isManned,
  unitNameOn,
  unitThereOn,
  withHeirsBy,
} from "#modules/organization/server/index.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { rulingCapacities } from "../../who-answers-above.ts";
import { statePeriods } from "../../state-periods.ts";
import { keeperBy, moveAct, type Warning } from "./move-act.ts";
import { openAbove } from "../matter/open-above.ts";
import { insertPeriods } from "../matter/period.store.ts";
import { insertMatters, nextCodes } from "../matter/recommendation.store.ts";

/** Nobody would see it above: its reply comes on paper, and is entered below. */
const nobodyAbove: Warning = {
  code: "recommendation.nobody_above",
  vi: "Đơn vị cấp trên này chưa có ai trên hệ thống kết luận, trả lời được: gửi văn bản giấy, có trả lời thì ghi bằng “Nhận trả lời của cấp trên”.",
  en: "Nobody in that unit could rule and answer in the system: send it on paper, and enter the reply when it comes (reply_from_above).",
};

/**
 * Beyond competence: a child matter begins at a unit above, with its own clock; this one stays open until the reply. Where
 * what it became there is still open it waits for that: nothing begins twice.
 */
export const forwardUp = moveAct({
  move: "forward_up",
  fields: { to: unitCodeInput, symbol: optionalPaperNumber(60), text: optionalText(20_000) },
  async facts({ trx, input, place, on }) {
    const above = await unitThereOn(trx, input.to, on, "to");
    const lies = await Promise.all(
      (await withHeirsBy(trx, [keeperBy(place.matter, on)], on)).map((id) => isAbove(trx, above.id, id, on)),
    );
    if (!lies.includes(true)) throw new Problem(problems.not_above, { field: "to" });
    return { toUnitId: above.id, symbol: input.symbol, text: input.text };
  },
  async warns({ trx, input, on, today }) {
    const above = await unitThereOn(trx, input.to, on, "to");
    return (await isManned(trx, above.id, today, rulingCapacities)) ? [] : [nobodyAbove];
  },
  async then({ trx, input, on, now, actor }, matter) {
    const above = await unitThereOn(trx, input.to, on, "to");
    if ((await openAbove(trx, [matter.id])).some(({ unitId }) => unitId === above.id)) return;
    const [code] = await nextCodes(trx, above, Number(on.slice(0, 4)), 1);
    const id = uuidv7(now);
    const { channel, kind, fieldCode, text, naming, villageId } = matter;
    const name = await unitNameOn(trx, matter.unitId, on);
    const child = { id, code: code!, channel, kind, fieldCode, text, naming, villageId, receivedOn: on };
    const requesters = [{ name, villageId: null }];
    const place = { unitId: above.id, rootUnitId: above.rootId, forwardedFromId: matter.id };
    const by = { personId: personIdOf(actor), postId: null, now };
    await insertMatters(trx, [{ ...child, ...place, requesters }], by);
    await insertPeriods(
      trx,
      statePeriods(on, []).map((period) => ({ matterId: id, period })),
      now,
    );
  },
});
