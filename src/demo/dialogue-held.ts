import {
  approvePublic,
  changeDraft,
  draftNotice,
  issueNotice,
  publicVersions,
  publishResults,
} from "#modules/conclusion/server/index.ts";
import { doStep, openConference, prepareConference, recordTurn } from "#modules/conference/server/index.ts";
import {
  approveAnswer,
  finishDuty,
  askExtension,
  block,
  draftAnswer,
  forwardUp,
  issueAnswer,
  receive,
  rule,
} from "#modules/recommendation/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { DialogueDays } from "./dialogue-days.ts";
import { turnsHeld, type Said } from "./dialogue-words.ts";
import type { Tell } from "./telling.ts";

export type Where = {
  readonly unit: string;
  readonly works: string;
  readonly culture: string;
  /** The line of the year's plan that it fulfils. */
  readonly planned: string | undefined;
};

/** The conference of a few weeks ago: what was said, what was concluded, and how far each matter has come. */
export async function tellOfHeld(
  tell: Tell,
  db: Kysely<DB>,
  days: DialogueDays,
  where: Where,
): Promise<void> {
  const { prepared, held, day } = days;
  const prepare = {
    unit: where.unit,
    planned: where.planned,
    form: "periodic",
    held_on: held,
    starts_at: "08:00",
    place: "Hội trường phường",
    topic: "Vệ sinh môi trường, ngõ xóm và sinh hoạt ở tổ dân phố",
    chairs,
  };
  const { id: conference } = await tell(prepareConference, prepare, prepared);
  for (const step of ["collect", "announce", "invite", "agenda"]) {
    await tell(doStep, { conference, step }, day(-32));
  }
  await tell(openConference, { conference, attendances: 118, villages_represented: 9 }, held);
  const codes = await tellOfTurns(tell, held, { conference, unit: where.unit });
  await tellOfNotice(tell, db, days, { conference, codes, where });
  await tellWhatFollowed(tell, days, codes);
}

export const chairs = [
  { name: "Đinh Thị Mực Tàu", capacity: "party_secretary" },
  { name: "Ngô Văn Khuê Các", capacity: "chairperson" },
];

type Codes = Readonly<Record<string, string>>;

async function tellOfTurns(
  tell: Tell,
  held: string,
  { conference, unit }: { conference: string; unit: string },
): Promise<Codes> {
  const codes: Record<string, string> = {};
  for (const { speaker, village, summary, said } of turnsHeld) {
    const who = { conference, speaker, village, summary, praise_only: said.length === 0 };
    const { id: turn } = await tell(recordTurn, who, held);
    for (const { name, field, text, ruling, words } of said) {
      const matter = { unit, conference, turn, village, field, text, raised_by: speaker, received_on: held };
      const { code } = await tell(receive, matter, held);
      await tell(rule, { recommendation: code, ruling, text: words }, held);
      codes[name] = code;
    }
  }
  return codes;
}

type Noticed = { readonly conference: string; readonly codes: Codes; readonly where: Where };

async function tellOfNotice(
  tell: Tell,
  db: Kysely<DB>,
  days: DialogueDays,
  { conference, codes, where }: Noticed,
) {
  const { id: notice } = await tell(draftNotice, { conference }, days.noticed);
  const { works, culture } = where;
  const helping = [{ unit: culture, duty: "Vận động các hộ giữ vệ sinh ngõ", due: days.day(10) }];
  const line = (name: string, task: string, lead: string, due: number, coordinators: object[] = []) => ({
    matter: codes[name],
    task,
    lead,
    due: days.day(due),
    coordinators,
  });
  const put = [
    line("rubbish", "Bố trí thêm một lượt thu gom rác buổi tối", works, 4, helping),
    line("path", "Lát lại đoạn hè bong gạch", works, 3),
    line("drain", "Nạo vét cống, thay nắp hỏng", works, -2),
    line("hall", "Sửa mái nhà sinh hoạt cộng đồng", culture, 5),
    line("noise", "Kiểm tra tiếng ồn, nhắc nhở các hàng quán", culture, 1),
    line("cable", "Làm việc với các đơn vị viễn thông để bó gọn dây", works, 12),
  ];
  await tell(changeDraft, { notice, put, remove: [codes.bus] }, days.noticed);
  const papers = { sides: "party,government", party_symbol: "09-TB/ĐU", government_symbol: "41/TB-UBND" };
  await tell(issueNotice, { notice, issued_on: days.noticed, ...papers }, days.noticed);
  await tellOfApproval(tell, db, days, conference);
  await tell(publishResults, { conference, note: "Niêm yết tại trụ sở và 9 nhà văn hóa" }, days.day(-11));
}

/** The office has read the proposals and leaves them as they are. */
async function tellOfApproval(tell: Tell, db: Kysely<DB>, days: DialogueDays, conference: string) {
  const proposals = await publicVersions(db, { kind: "system", name: "demo" }, conference, days.today);
  const versions = proposals.map(({ matter, part, digest, proposed }) => ({
    matter,
    part,
    digest,
    text: proposed,
  }));
  await tell(approvePublic, { conference, versions }, days.day(-11));
}

/** One answered and waiting for the people's word, one draft to approve, one asking for more time, and so on. */
async function tellWhatFollowed(tell: Tell, { day }: DialogueDays, codes: Codes): Promise<void> {
  const of = (name: Said["name"]) => ({ recommendation: codes[name] });
  const above = { to: "HN", symbol: "57/UBND-KT", text: "Vượt thẩm quyền của phường." };
  await tell(forwardUp, { ...of("bus"), ...above }, day(-10));
  const hindered = { reason: "Chờ đơn vị viễn thông báo lịch cắt dây", review_on: day(25) };
  await tell(block, { ...of("cable"), ...hindered }, day(-6));
  const collected = {
    outcome: "done",
    text: "Từ thứ Hai, ngõ có thêm một lượt thu gom lúc 19 giờ 30.",
    action: "Bố trí thêm một xe gom và một tổ hai người",
    done_on: day(-5),
  };
  await tell(draftAnswer, { ...of("rubbish"), ...collected }, day(-4));
  await tell(finishDuty, { ...of("rubbish"), text: "Các hộ trong ngõ đã nhất trí giờ thu gom." }, day(-4));
  await tell(approveAnswer, of("rubbish"), day(-4));
  await tell(issueAnswer, { ...of("rubbish"), symbol: "63/UBND-KTHT" }, day(-3));
  const repaired = { outcome: "done", text: "Mái đã thay tôn mới, hết dột; nhà mở cửa lại từ tuần này." };
  await tell(draftAnswer, { ...of("hall"), ...repaired }, day(-1));
  const time = { due: day(20), reason: "Phải chờ hết mưa mới lát được, gạch đang đặt mua." };
  await tell(askExtension, { ...of("path"), ...time }, day(-1));
}
