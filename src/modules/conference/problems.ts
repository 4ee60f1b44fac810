import { defineProblems } from "#kernel/problem.ts";

export const conferenceProblems = defineProblems("conference", {
  not_found: {
    status: 404,
    vi: "Không có hội nghị này, hoặc bạn không được xem.",
    en: "There is no such conference, or you may not see it.",
  },
  substitution_without_reason: {
    status: 422,
    vi: "Người chủ trì thay cần ghi rõ lý do người đứng đầu vắng mặt.",
    en: "A substitute in the chair needs the reason why the head was absent.",
  },
  no_chair: {
    status: 422,
    vi: "Cần ít nhất một người chủ trì.",
    en: "At least one person must have chaired.",
  },
  changed_meanwhile: {
    status: 409,
    vi: "Trong lúc bạn đang nhập, hội nghị này đã được người khác sửa. Nội dung bạn nhập vẫn còn; hãy xem lại rồi gửi.",
    en: "Someone else has changed this conference while you were typing. What you typed is still here; look again, then send.",
  },
  position_taken: {
    status: 409,
    vi: "Số thứ tự lượt ý kiến này đã có.",
    en: "This position is already taken by another turn.",
  },
  speaker_needed: {
    status: 422,
    vi: "Ghi tên người phát biểu, hoặc chọn không nêu tên.",
    en: "Give the speaker's name, or choose not to name them.",
  },
  held_in_the_future: {
    status: 422,
    vi: "Ngày {on} chưa đến; hội nghị chưa diễn ra thì đưa vào kế hoạch.",
    en: "The day {on} has not come yet; a conference to come belongs in the plan.",
  },
  ad_hoc_without_reason: {
    status: 422,
    vi: "Hội nghị đột xuất cần ghi lý do.",
    en: "An ad hoc conference needs its reason.",
  },
});
