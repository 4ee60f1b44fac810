import type { Paper } from "#modules/document/document-model.ts";
import { renderPdf } from "#modules/document/server/index.ts";
import { percentiles } from "./load.ts";
import type { Measured } from "./measures.ts";

const LINES = 100;

/** A notice of conclusion with 100 lines as PDF, one after another, none of whose texts was set before. */
export async function noticePdf({ seconds }: { readonly seconds: number }): Promise<Measured> {
  const taken: number[] = [];
  await renderPdf(notice(0));
  const end = performance.now() + seconds * 1000;
  for (let n = 1; performance.now() < end; n++) {
    const paper = notice(n);
    const began = performance.now();
    await renderPdf(paper);
    taken.push(performance.now() - began);
  }
  const perSecond = 1000 / (taken.reduce((sum, one) => sum + one, 0) / taken.length);
  return { what: "notice-pdf", figures: { perSecond, ...percentiles(taken), refused: 0 } };
}

function notice(n: number): Paper {
  const line = (index: number) => [
    String(index),
    `Kiểm tra, xử lý rãnh thoát nước bị tắc tại ngõ ${n}-${index}, tổ dân phố số ${index % 9}, báo cáo kết quả bằng văn bản`,
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Công an phường; Ủy ban MTTQ phường",
    "20/02/2026",
  ];
  const columns = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"];
  const widths = [1, 6, 3.6, 3.6, 2.4];
  return {
    side: "government",
    kind: "notice_of_conclusion",
    header: {
      superior: null,
      issuer: "Ủy ban nhân dân\nphường Đo Thử",
      symbol: `${n}/TB-UBND`,
      blankSymbol: null,
      place: "Đo Thử",
      date: "2026-02-05",
    },
    title: "Thông báo",
    abstract: `Kết luận tại hội nghị đối thoại lần thứ ${n}`,
    body: [
      {
        kind: "table",
        columns: columns.map((title, index) => ({ title, width: widths[index]! })),
        rows: Array.from({ length: LINES }, (_, index) => line(index + 1)),
      },
    ],
    signature: { authority: "TM. Ủy ban nhân dân", title: "Chủ tịch", name: null },
    recipients: ["Các cơ quan, đơn vị được giao nhiệm vụ"],
  };
}
