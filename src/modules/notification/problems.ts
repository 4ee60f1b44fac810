import { defineProblems } from "#kernel/problem.ts";

export const notificationProblems = defineProblems("notification", {
  not_found: {
    status: 404,
    vi: "Không có thông báo này trong số thông báo gửi cho bạn.",
    en: "There is no such notification among those sent to you.",
  },
  not_a_person: {
    status: 403,
    vi: "Thông báo chỉ gửi cho người.",
    en: "Only people have notifications.",
  },
});
