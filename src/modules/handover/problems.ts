import { defineProblems } from "#kernel/problem.ts";

export const handoverProblems = defineProblems("handover", {
  not_found: {
    status: 404,
    vi: "Không có biên bản bàn giao này, hoặc ông/bà không được xem.",
    en: "There is no such hand-over record, or you may not see it.",
  },
  still_there: {
    status: 422,
    vi: "Đơn vị này đang hoạt động và chưa chuyển phần việc nào; ghi việc sắp xếp đơn vị trước.",
    en: "This unit goes on and has given nothing away; record the arrangement of units first.",
  },
  before_the_arrangement: {
    status: 422,
    vi: "Ngày bàn giao không thể sớm hơn ngày sắp xếp đơn vị ({first}).",
    en: "The hand-over cannot be before the day of the arrangement ({first}).",
  },
  in_the_future: {
    status: 422,
    vi: "Không ghi trước việc chưa diễn ra: ngày {on} chưa tới.",
    en: "What has not happened is not recorded: {on} is still to come.",
  },
  nothing_open: {
    status: 422,
    vi: "Không có kiến nghị nào được chọn để bàn giao.",
    en: "No matter has been chosen to be handed over.",
  },
  places_missing: {
    status: 422,
    vi: "Còn {count} kiến nghị chưa bàn giao được; chưa ghi gì. Xem từng dòng.",
    en: "Matters that cannot be handed over yet: {count}; nothing was written. See each line.",
  },
});

/** What is said at the line of one matter. */
export const lineFaults = {
  required: { vi: "Chọn đơn vị tiếp nhận.", en: "Choose the unit that takes it over." },
  notSuccessor: {
    vi: "Đơn vị này không tiếp nhận việc của đơn vị bàn giao.",
    en: "This unit does not take over the work of the one that hands over.",
  },
  notOpen: {
    vi: "Kiến nghị này không còn trong danh sách việc đang mở của đơn vị.",
    en: "This matter is no longer among the unit's open work.",
  },
} as const;
