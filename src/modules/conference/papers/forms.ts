import { answers } from "#modules/ballot/ballot.ts";
import { answerWords } from "#modules/ballot/words.ts";
import { bold, italic, paragraph, type Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { conferenceOnDay, type PaperOccasion } from "./occasion.ts";

/** What whoever wants to speak fills in; to be named takes a tick, silence is not consent. */
export function speakingForm(occasion: PaperOccasion, side: Side): PaperContent {
  return {
    side,
    kind: "speaking_form",
    abstract: `Tại ${conferenceOnDay(occasion)}`,
    body: [
      { kind: "formLines", label: "Họ và tên:" },
      { kind: "formLines", label: "Thôn, tổ dân phố:" },
      { kind: "formLines", label: "Nội dung phát biểu:", lines: 4 },
      paragraph("Xin chọn một ô về việc nêu tên:", { indent: false }),
      {
        kind: "choices",
        items: [
          "Được nêu tên tôi trong biên bản và khi công khai.",
          "Chỉ Văn phòng biết tên tôi; khi công khai ghi “cử tri” của thôn, tổ dân phố.",
          "Không ghi tên; ghi là phản ánh chung, không có trả lời riêng.",
        ],
      },
      paragraph([italic("Không chọn ô nào thì không nêu tên.")], { indent: false }),
    ],
    signature: { authority: null, title: "Người đăng ký", name: null },
    recipients: [],
  };
}

/** The Front's ballot: five answers, no name and no number, so that none leads back to who cast it. */
export function ballotForm(occasion: PaperOccasion): PaperContent {
  return {
    side: "front",
    kind: "ballot_form",
    abstract: `Về ${conferenceOnDay(occasion)}`,
    body: [
      paragraph([italic("Phiếu không ghi tên. Đánh dấu vào một ô; phiếu đánh dấu nhiều ô không hợp lệ.")], {
        align: "center",
      }),
      paragraph([bold("Ông (bà) hài lòng ở mức nào với việc tiếp thu, trả lời ý kiến tại hội nghị?")]),
      { kind: "choices", items: answers.map((answer) => answerWords[answer].vi) },
      { kind: "formLines", label: "Ý kiến khác (nếu có):", lines: 4 },
      paragraph("Xin cảm ơn ông (bà).", { align: "center" }),
    ],
    signature: null,
    recipients: [],
  };
}
