import type { Paper } from "#modules/document/document-model.ts";

/** A notice of conclusion of the n-th conference, in which no text is that of another. */
export function notice(n: number, lines: number): Paper {
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
        rows: Array.from({ length: lines }, (_, index) => line(index + 1)),
      },
    ],
    signature: { authority: "TM. Ủy ban nhân dân", title: "Chủ tịch", name: null },
    recipients: ["Các cơ quan, đơn vị được giao nhiệm vụ"],
  };
}
