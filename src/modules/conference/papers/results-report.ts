import { dayAsRead } from "#kernel/day-as-read.ts";
import { bodyInText } from "#modules/document/body-in-text.ts";
import { matterLink } from "#modules/document/matter-rows.ts";
import { heading, paragraph, type Block, type Cell, type Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { reportClasses, type ReportClass } from "#modules/recommendation/matter.ts";
import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import { dueAsRead, refutedAsRead, statusAsRead, type Stood } from "#modules/recommendation/standing.ts";
import { classWords } from "#modules/recommendation/words.ts";
import { bare, conferenceOnDay, type PaperOccasion } from "./occasion.ts";
import type { ToldInPublic } from "#modules/recommendation/public-words.ts";

export type ReportedMatter = Stood & {
  readonly code: string;
  readonly text: string;
  readonly villageName: string | null;
  readonly class: ReportClass;
  readonly open: boolean;
  readonly leadName: string | null;
  readonly dueOn: string | null;
  readonly answer: string | null;
};

export type ResultsFacts = {
  readonly occasion: PaperOccasion;
  /** The conferences that are reported on. */
  readonly previous: readonly { readonly heldOn: string; readonly unitName: string }[];
  readonly matters: readonly ReportedMatter[];
  /** Still open from earlier ones, or answered and the people said no. */
  readonly carriedOver: readonly ReportedMatter[];
  readonly asOf: string;
  readonly outgoing: ToldInPublic;
};

/** What became of the matters of the conference before, and what is still open from earlier ones. */
export function resultsPaper(facts: ResultsFacts, side: Side): PaperContent {
  const { occasion, previous, matters, carriedOver, asOf, outgoing } = facts;
  const before = previous
    .map(({ heldOn, unitName }) => `${nameInSentence(unitName)} ngày ${dayAsRead(heldOn)}`)
    .join("; ");
  const open = matters.filter((matter) => matter.open).length;
  return {
    side,
    kind: "results_report",
    alsoTo: ["Đại biểu dự hội nghị"],
    abstract: `Kết quả giải quyết kiến nghị của Nhân dân kỳ trước, trình ${conferenceOnDay(occasion)}`,
    body: [
      paragraph(
        `Tại hội nghị kỳ trước (${before}) có ${matters.length} kiến nghị. Tính đến ngày ${dayAsRead(asOf)}, ` +
          `đã kết thúc hoặc đã trả lời ${matters.length - open}, còn theo dõi ${open}.`,
      ),
      heading(1, "Tình hình chung"),
      classesTable(matters),
      heading(1, "Kết quả từng kiến nghị"),
      mattersTable(matters, outgoing),
      ...earlierPart(carriedOver, outgoing),
      paragraph("Trên đây là báo cáo kết quả giải quyết kiến nghị của Nhân dân kỳ trước."),
    ],
  };
}

function classesTable(matters: readonly ReportedMatter[]): Block {
  const counted = Map.groupBy(matters, (matter) => matter.class);
  return {
    kind: "table",
    columns: [
      { title: "Kết quả", width: 6 },
      { title: "Số kiến nghị", width: 2, align: "center" },
    ],
    rows: reportClasses.flatMap((name) => {
      const some = counted.get(name);
      return some ? [[classWords[name].vi, String(some.length)]] : [];
    }),
    total: ["Cộng", String(matters.length)],
  };
}

function mattersTable(matters: readonly ReportedMatter[], outgoing: ToldInPublic): Block {
  return {
    kind: "table",
    columns: [
      { title: "TT", width: 1, align: "center" },
      { title: "Nội dung kiến nghị", width: 5 },
      { title: "Cơ quan giải quyết", width: 3 },
      { title: "Kết quả", width: 5 },
    ],
    rows: matters.map((matter, index): Cell[] => [
      String(index + 1),
      { text: `${bare(outgoing(matter.text, matter.code))}${from(matter)}.`, link: matterLink(matter.code) },
      bodyInText(matter.leadName ?? ""),
      outcome(matter, outgoing),
    ]),
  };
}

function from({ villageName }: ReportedMatter): string {
  return villageName ? ` (${nameInSentence(villageName)})` : "";
}

function outcome(matter: ReportedMatter, outgoing: ToldInPublic): string {
  const { code, open, dueOn, answer } = matter;
  const said = (text: string | null) => text && bare(outgoing(text, code));
  const told = { ...matter, blockedBecause: said(matter.blockedBecause), passedTo: said(matter.passedTo) };
  const due = open && dueOn ? `, hạn ${dayAsRead(dueOn)}` : "";
  const more = [...(open ? dueAsRead(told) : []), ...refutedAsRead(told)].map((words) => `; ${words}`);
  const state = `${statusAsRead(told)}${due}${more.join("")}`;
  return answer ? `${state}.\n${outgoing(answer, code)}` : state;
}

function earlierPart(carriedOver: readonly ReportedMatter[], outgoing: ToldInPublic): Block[] {
  if (carriedOver.length === 0) return [];
  return [
    heading(1, `Kiến nghị của các kỳ trước nữa còn theo dõi (${carriedOver.length})`),
    mattersTable(carriedOver, outgoing),
  ];
}
