import {
  askDraft,
  doStep,
  giveDraft,
  invite,
  prepareConference,
  setAgenda,
} from "#modules/conference/server/index.ts";
import { receive } from "#modules/recommendation/server/index.ts";
import type { DialogueDays } from "./dialogue-days.ts";
import { chairs, type Where } from "./dialogue-held.ts";
import { agenda, collected } from "./dialogue-words.ts";
import type { Tell } from "./telling.ts";

const villages = ["TQ-4", "TQ-9", "TQ-11", "TQ-14", "TQ-17", "TQ-20", "TQ-23", "TQ-26", "TQ-30"];

/** The conference of the week after next: who is invited, what was brought for it, which drafts are asked for. */
export async function tellOfComing(tell: Tell, days: DialogueDays, where: Where): Promise<void> {
  const { begun, coming, day, today } = days;
  const until = Temporal.PlainDate.from(coming).subtract({ days: 4 }).toString();
  const prepare = {
    unit: where.unit,
    planned: where.planned,
    form: "periodic",
    held_on: coming,
    starts_at: "14:00",
    place: "Hội trường phường",
    topic: "Thoát nước, ngõ xóm và chăm lo người cao tuổi",
    collect_until: until,
    chairs,
  };
  const { id: conference } = await tell(prepareConference, prepare, begun);
  await tell(setAgenda, { conference, expected_version: 1, items: agenda }, begun);
  await tell(doStep, { conference, step: "agenda" }, begun);
  const guests = [
    ...villages.map((unit) => ({ unit, quota: 8 })),
    ...[where.works, where.culture].map((unit) => ({ unit, quota: 2 })),
  ];
  await tell(invite, { conference, guests }, day(-5));
  await tell(doStep, { conference, step: "invite" }, day(-5));
  const asked: string[] = [];
  for (const [index, { field, text, village, raised_by, agency }] of collected.entries()) {
    const on = day(index - collected.length);
    const matter = { unit: where.unit, conference, field, text, village, raised_by, received_on: on };
    const { code } = await tell(receive, { ...matter, channel: "collected_beforehand" }, on);
    if (!agency) continue;
    const draft = { conference, recommendation: code, agency: where[agency], due: until };
    asked.push((await tell(askDraft, draft, on)).id);
  }
  const words = "Phường đã khảo sát; sẽ thay cống loại lớn hơn trong quý tới.";
  await tell(giveDraft, { request: asked[0], text: words }, today);
}
