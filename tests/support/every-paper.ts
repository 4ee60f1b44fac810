import type { LineChange } from "#modules/conclusion/line-changes.ts";
import { noticePaper, type NoticeFacts } from "#modules/conclusion/paper.ts";
import { proposedClosing, proposedOpening } from "#modules/conclusion/opening.ts";
import { announcementPaper } from "#modules/conference/papers/announcement.ts";
import { ballotForm, speakingForm } from "#modules/conference/papers/forms.ts";
import { invitationPaper } from "#modules/conference/papers/invitation.ts";
import { minutesPaper, type MinutesFacts } from "#modules/conference/papers/minutes.ts";
import type { PaperOccasion } from "#modules/conference/papers/occasion.ts";
import { resultsPaper, type ReportedMatter } from "#modules/conference/papers/results-report.ts";
import { synthesisPaper } from "#modules/conference/papers/synthesis.ts";
import type { Paper, Side } from "#modules/document/document-model.ts";
import { symbolText } from "#modules/document/numbering.ts";
import { issuerInText } from "#modules/document/issuer-in-text.ts";
import { defaultOffice, type Heads, type OfficeUnit } from "#modules/document/office-defaults.ts";
import { paperOf, suffixOf, type PaperContent } from "#modules/document/office.ts";
import { paperKind } from "#modules/document/paper-kinds.ts";
import { recordPaper, type RecordLine } from "#modules/handover/paper.ts";
import { planPaper } from "#modules/planning/paper.ts";
import { matterLetter, transferSlip, type MatterFacts } from "#modules/recommendation/papers.ts";
import { letterKinds } from "#modules/recommendation/paper-choices.ts";
import { registerBook, type BookLine } from "#modules/recommendation/register-book.ts";
import { reportPaper } from "#modules/report/paper.ts";
import { exampleNames, exampleReport } from "./example-report.ts";

// Every paper that the product writes, of a ward with the longest name there is, with enough in it to run over pages.

const ward: OfficeUnit = {
  name: "Phường Văn Miếu - Quốc Tử Giám",
  kind: "commune",
  parentName: "Thành phố Hà Nội",
};
const heads: Heads = {
  party: "Nguyễn Thị Phương Thảo",
  government: "Trịnh Hoàng Nguyên Khôi",
  front: "Phạm Lê Quỳnh Hương",
};
const agency = "Trung tâm Phục vụ hành chính công phường Văn Miếu - Quốc Tử Giám";
const helper = "Phòng Kinh tế, Hạ tầng và Đô thị phường Văn Miếu - Quốc Tử Giám";
const village = "Tổ dân phố số 12 phường Văn Miếu - Quốc Tử Giám";
const asked =
  "Đề nghị nghiêm túc kiểm tra, xử lý dứt điểm tình trạng rãnh thoát nước ở ngõ 117 phố Quốc Tử Giám bị tắc, " +
  "mỗi khi mưa lớn nước ngập sâu, ảnh hưởng việc đi lại và vệ sinh môi trường của Nhân dân";

const occasion: PaperOccasion = {
  unitName: ward.name,
  issuer: "",
  form: "periodic",
  heldOn: "2026-02-03",
  topic: "Đất đai, trật tự xây dựng và vệ sinh môi trường",
  place: "Hội trường tầng 2, trụ sở Đảng ủy - HĐND - UBND phường, số 5 phố Quốc Tử Giám",
  collectUntil: "2026-01-24",
  legalBases: ["Luật số 72/2025/QH15, Điều 43", "Quy định số 11-QĐi/TW của Bộ Chính trị"],
  chairs: [
    { name: "Bà Nguyễn Thị Phương Thảo", capacity: "party_secretary", isHead: true },
    { name: "Ông Trịnh Hoàng Nguyên Khôi", capacity: "chairperson", isHead: true },
  ],
  startsAt: "08:00",
};
const agenda = [
  { title: "Báo cáo tình hình kinh tế - xã hội 9 tháng", speaker: "Phó Chủ tịch UBND phường" },
  { title: "Nhân dân phát biểu ý kiến", speaker: null },
  { title: "Kết luận của Bí thư Đảng ủy phường", speaker: null },
];
const guests = [
  { name: village, quota: 3 },
  { name: "Tổ dân phố số 4 phường Văn Miếu - Quốc Tử Giám", quota: 12 },
  { name: agency, quota: 1 },
];
const asItIs = (text: string) => text;
const some = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const line = (index: number) => ({
  position: index + 1,
  matter: `VM-2026-${String(index + 1).padStart(4, "0")}`,
  task: `${asked} (nội dung ${index + 1}).`,
  lead: "VM-HCC",
  leadName: agency,
  dueOn: "2026-02-18",
  coordinators: [
    { unit: "VM-KT", name: helper, duty: index % 2 ? "khảo sát, lập dự toán" : null, dueOn: null },
    { unit: "VM-CA", name: "Công an phường", duty: null, dueOn: "2026-02-10" },
  ],
  saidWords: null,
  saidOn: index % 3 === 1 ? "2026-02-12" : null,
});
const change: LineChange = {
  matter: "VM-2026-0002",
  kind: "changed",
  parts: ["due"],
  before: line(1),
  after: { ...line(1), dueOn: "2026-03-05" },
};
const notice: NoticeFacts = {
  occasion,
  opening: proposedOpening(occasion),
  closing: proposedClosing,
  lines: some(8, line),
  amends: null,
};

const matter: MatterFacts = {
  code: "VM-2026-0001",
  text: asked,
  receivedOn: "2026-02-03",
  heldOn: "2026-02-03",
  issuer: "",
  receiver: "",
  raisedBy: [{ code: "VM-2026-0001", name: "Bà Nguyễn Hoàng Diễm Quỳnh", village }],
  lead: agency,
  coordinators: [
    { name: helper, duty: "khảo sát, lập dự toán", dueOn: "2026-02-10" },
    { name: "Công an phường", duty: null, dueOn: null },
  ],
  dueOn: "2026-02-18",
  assigned: { on: "2026-02-05", symbol: "05/TB-UBND", by: "", lead: agency, handedOn: false },
  answer:
    "Kết luận: kiến nghị đúng.\nĐã làm: nạo vét 120 m rãnh, thay 6 tấm đan.\nNgày thực hiện: 16/02/2026.\n" +
    "Căn cứ: Kế hoạch số 03/KH-UBND.\nMinh chứng: biên bản nghiệm thu.",
  above: { name: "Ủy ban nhân dân thành phố Hà Nội", text: "Tuyến cống do thành phố quản lý." },
};

const reported = (index: number): ReportedMatter => ({
  code: `VM-2025-${String(index + 1).padStart(4, "0")}`,
  text: asked,
  villageName: village,
  status: index % 3 === 0 ? "in_hand" : "answered",
  class: index % 3 === 0 ? "in_hand" : "done",
  open: index % 3 === 0,
  leadName: helper,
  dueOn: "2025-12-20",
  answeredOn: index % 3 === 0 ? null : "2025-12-18",
  answer: index % 3 === 0 ? null : matter.answer,
  unsettled: index % 4 === 1,
  daysLeft: index % 3 === 0 ? -4 : null,
  firstDueOn: index % 3 === 0 ? "2026-01-30" : null,
  ...{ blockedBecause: null, passedTo: null, reopenedOn: null, closedOn: null, no: null },
});

const minutesFacts: MinutesFacts = {
  occasion,
  agenda,
  attendances: 1124,
  villagesRepresented: 27,
  turns: some(6, (index) => ({
    position: index + 1,
    naming: index % 2 ? ("secretariat_only" as const) : ("named" as const),
    speaker: index % 2 ? null : "Bà Nguyễn Hoàng Diễm Quỳnh",
    villageName: village,
    praiseOnly: index === 3,
    summary: index === 3 ? null : "Nêu hai nội dung về thoát nước và chiếu sáng",
    matters:
      index === 3
        ? []
        : [
            {
              ...{
                text: asked,
                ruling: "written_answer" as const,
                rulingText: "Giao Phòng Kinh tế khảo sát",
              },
              ...{ ruledOn: occasion.heldOn, promised: "2026-02-18" },
            },
            {
              ...{
                text: "Đề nghị lắp thêm đèn chiếu sáng ngõ 117",
                ruling: "answered_now" as const,
                ...{ ruledOn: occasion.heldOn, promised: null },
              },
              rulingText: "Đã thay bóng trong tuần qua",
            },
          ],
  })),
  loose: [{ text: asked, ruling: null, rulingText: null, ruledOn: null, promised: null }],
  ballot: { issued: 1124, returned: 1101, valid: 1099, pleased: 1031 },
  outgoing: asItIs,
};

const handed = (index: number): RecordLine => ({
  code: `TQ-2025-${String(index + 1).padStart(4, "0")}`,
  receivedOn: "2025-05-20",
  hidden: index === 2,
  status: "in_hand",
  lead: helper,
  dueOn: "2025-07-10",
  originalDueOn: "2025-06-10",
  text: asked,
  to: ward.name,
  isOwner: true,
  isLead: false,
  isCoordinator: index === 1,
});

const booked = (index: number): BookLine => ({
  code: `VM-2026-${String(index + 1).padStart(4, "0")}`,
  hidden: index === 4 ? "routed_out" : null,
  excerpt: asked,
  villageName: village,
  receivedOn: "2026-02-03",
  status: "in_hand",
  leadName: agency,
  dueOn: "2026-02-18",
  daysLeft: -4,
  promisedOn: "2026-02-10",
  why: "Chờ bố trí vốn",
  passedTo: null,
});

const planned = (index: number) => ({
  id: String(index),
  unit: "VM",
  unitName: ward.name,
  quarter: ((index % 4) + 1) as 1 | 2 | 3 | 4,
  plannedOn: index === 0 ? "2026-02-03" : null,
  form: "periodic" as const,
  chairCapacity: "party_secretary" as const,
  audience: "Đại diện hộ gia đình, bí thư chi bộ, tổ trưởng tổ dân phố",
  topic: "Đất đai, trật tự xây dựng",
  place: "Hội trường phường",
  continues: null,
});

/** The matter's facts where one body received it, gave the work and writes. */
const by = (issuer: string) => ({
  issuer,
  receiver: issuer,
  assigned: { ...matter.assigned!, by: issuer },
});

/** The contents of a side's papers, by a name for each. */
function contentsOf(side: Side): Record<string, PaperContent> {
  const issuer = issuerInText(defaultOffice(side, ward, heads), side);
  const facts = { occasion: { ...occasion, issuer }, agenda };
  return {
    plan: planPaper(
      {
        unitName: ward.name,
        year: 2026,
        note: "Để lắng nghe, tiếp thu và giải quyết kịp thời nguyện vọng chính đáng của Nhân dân.",
        replacedSymbol: null,
        requirements: [
          {
            unit: "VM",
            unitName: ward.name,
            required: 4,
            form: "periodic",
            chairCapacity: "party_secretary",
          },
        ],
        planned: some(4, planned),
      },
      side,
    ),
    announcement: announcementPaper(facts, side),
    invitation: invitationPaper({ ...facts, guests }, side),
    synthesis: synthesisPaper(
      {
        occasion,
        asOf: "2026-01-25",
        outgoing: asItIs,
        fields: [
          {
            name: "Thủy lợi, cấp thoát nước",
            villages: 1,
            matters: some(5, (index) => ({
              code: `VM-2026-${index}`,
              text: asked,
              villageName: village,
              late: index === 4,
              earlier: index === 1 ? [{ receivedOn: "2025-03-01" }] : [],
            })),
          },
        ],
      },
      side,
    ),
    results_report: resultsPaper(
      {
        occasion,
        previous: [{ heldOn: "2025-11-20", unitName: ward.name }],
        matters: some(6, reported),
        carriedOver: some(2, reported),
        asOf: "2026-02-02",
        outgoing: asItIs,
      },
      side,
    ),
    speaking_form: speakingForm(occasion, side),
    minutes: minutesPaper(minutesFacts, side),
    notice: noticePaper(notice, side),
    amended_notice: noticePaper(
      { ...notice, amends: { symbol: "05/TB-UBND", issuedOn: "2026-02-05", changes: [change] } },
      side,
    ),
    ...Object.fromEntries(
      letterKinds.map((kind) => [kind, matterLetter(kind, { ...matter, ...by(issuer) }, side, "2026-02-20")]),
    ),
    transfer_slip: transferSlip({ ...matter, ...by(issuer), to: "Thanh tra thành phố Hà Nội" }, side),
    register_book: registerBook(some(12, booked), { from: "2026-01-01", to: "2026-12-31" }, side),
    handover_record: recordPaper(
      {
        on: "2025-06-30",
        symbol: null,
        from: { name: "Phường Thổ Quan" },
        givenBy: "Lê Hoàng Bảo Ngọc",
        receivedBy: "Trịnh Hoàng Nguyên Khôi",
        note: "Kèm hồ sơ giấy của từng vụ việc.",
        lines: some(5, handed),
      },
      side,
    ),
    periodic_report: reportPaper(exampleReport, exampleNames, side),
  };
}

/** The paper with a number and a date, as it is issued; one that bears no number only with its date. */
function issued(content: PaperContent): Paper {
  const office = defaultOffice(content.side, ward, heads);
  const paper = paperOf(office, content);
  const { type } = paperKind(content.kind);
  const suffix = type === null ? "" : suffixOf(office, type);
  const symbol = type === null ? null : symbolText(content.side, type, { number: 5, letter: "", suffix });
  return { ...paper, header: { ...paper.header, symbol, date: "2026-02-05" } };
}

/** By side and name, such as `government-notice`; only those that the side writes. */
export const everyPaper: Readonly<Record<string, Paper>> = Object.fromEntries(
  (["party", "government", "front"] as const).flatMap((side) =>
    Object.entries({ ...contentsOf(side), ballot_form: { ...ballotForm(occasion), side } })
      .filter(([, { kind }]) => paperKind(kind).sides.includes(side))
      .map(([name, content]) => [`${side}-${name}`, issued(content)]),
  ),
);
