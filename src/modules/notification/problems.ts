import { defineProblems } from "#kernel/problem.ts";

export const notificationProblems = defineProblems("notification", {
  not_found: {
    status: 404,
    vi: "Không có thông báo này trong số thông báo gửi cho ông/bà.",
    en: "There is no such notification among those sent to you.",
  },
  nothing_to_remind_of: {
    status: 409,
    vi: "Không có cơ quan nào đang giải quyết kiến nghị này để nhắc.",
    en: "No agency has this one in hand, so there is nobody to remind.",
  },
  nobody_to_remind: {
    status: 409,
    vi: "{agency} chưa có người giữ chức vụ trên hệ thống để nhận lời nhắc.",
    en: "{agency} has nobody in the system who could be reminded.",
  },
  no_part_open: {
    status: 409,
    vi: "Không còn phần phối hợp nào chưa xong để nhắc.",
    en: "No coordinating agency has a part that is still open.",
  },
  no_helper_to_remind: {
    status: 409,
    vi: "Các cơ quan phối hợp chưa có người giữ chức vụ trên hệ thống để nhận lời nhắc.",
    en: "The coordinating agencies have nobody in the system who could be reminded.",
  },
  not_to_come: {
    status: 409,
    vi: "Hội nghị này đã qua hoặc không tổ chức, không còn chờ trả lời giấy mời.",
    en: "This conference is over or was called off: no answer to an invitation is awaited.",
  },
  all_answered: {
    status: 409,
    vi: "Mọi giấy mời của hội nghị này đã có trả lời.",
    en: "Every invitation to this conference has been answered.",
  },
  not_a_person: {
    status: 403,
    vi: "Thông báo chỉ gửi cho người.",
    en: "Only people have notifications.",
  },
});
