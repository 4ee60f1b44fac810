import { defineProblems } from "#kernel/problem.ts";

export const ballotProblems = defineProblems("ballot", {
  out_of_balance: {
    status: 422,
    vi: "Số phiếu chưa khớp; xem từng chỗ được nêu bên dưới.",
    en: "The ballots do not add up; see each place below.",
  },
  issued_differs: {
    status: 422,
    vi: "Phát ra {left} phiếu, nhưng thu về cộng không thu về là {right}: {how} {by} phiếu.",
    en: "{left} ballots were issued, but returned and not returned make {right}: {by} {how_en}.",
  },
  returned_differs: {
    status: 422,
    vi: "Thu về {left} phiếu, nhưng hợp lệ cộng không hợp lệ là {right}: {how} {by} phiếu.",
    en: "{left} ballots were returned, but valid and spoiled make {right}: {by} {how_en}.",
  },
  valid_differs: {
    status: 422,
    vi: "Có {left} phiếu hợp lệ, nhưng tổng năm mức là {right}: {how} {by} phiếu.",
    en: "{left} ballots are valid, but the five answers make {right}: {by} {how_en}.",
  },
  counted_already: {
    status: 409,
    vi: "Kết quả của hội nghị này đã được ghi. Muốn sửa, hãy dùng Sửa kết quả kiểm phiếu.",
    en: "The count of this conference is recorded already. To change it, correct the count.",
  },
  not_counted: {
    status: 404,
    vi: "Hội nghị này chưa có kết quả kiểm phiếu.",
    en: "This conference has no count yet.",
  },
  changed_meanwhile: {
    status: 409,
    vi: "Trong lúc ông/bà đang nhập, kết quả này đã được người khác sửa. Nội dung ông/bà nhập vẫn còn; hãy xem lại rồi gửi.",
    en: "Someone else has changed this count while you were typing. What you typed is still here; look again, then send.",
  },
  not_held: {
    status: 409,
    vi: "Hội nghị này chưa diễn ra nên chưa có phiếu để kiểm.",
    en: "This conference has not been held, so there are no ballots to count.",
  },
});
