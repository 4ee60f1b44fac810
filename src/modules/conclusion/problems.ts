import { defineProblems } from "#kernel/problem.ts";

export const conclusionProblems = defineProblems("conclusion", {
  not_found: {
    status: 404,
    vi: "Không có thông báo kết luận này, hoặc ông/bà không được xem.",
    en: "There is no such notice of conclusion, or you may not see it.",
  },
  not_held: {
    status: 409,
    vi: "Hội nghị này chưa diễn ra nên chưa có kết luận.",
    en: "This conference has not been held, so it has no conclusion yet.",
  },
  draft_already: {
    status: 409,
    vi: "Hội nghị này đã có dự thảo thông báo kết luận. Hãy mở dự thảo đó để soạn tiếp.",
    en: "This conference already has a draft notice. Open that draft and go on with it.",
  },
  issued_already: {
    status: 409,
    vi: "Thông báo kết luận của hội nghị này đã ban hành. Muốn thay đổi, hãy soạn thông báo sửa đổi, bổ sung.",
    en: "The notice of this conference has been issued. To change it, draft a notice that amends it.",
  },
  nothing_to_amend: {
    status: 409,
    vi: "Hội nghị này chưa ban hành thông báo kết luận nào để sửa đổi.",
    en: "No notice of this conference has been issued that could be amended.",
  },
  not_a_draft: {
    status: 409,
    vi: "Thông báo này đã ban hành, không sửa trực tiếp được. Hãy soạn thông báo sửa đổi, bổ sung.",
    en: "This notice has been issued and cannot be changed as it stands. Draft a notice that amends it.",
  },
  changed_meanwhile: {
    status: 409,
    vi: "Trong lúc ông/bà đang nhập, dự thảo này đã được người khác sửa. Nội dung ông/bà nhập vẫn còn; hãy xem lại rồi gửi.",
    en: "Someone else has changed this draft while you were typing. What you typed is still here; look again, then send.",
  },
  matter_elsewhere: {
    status: 422,
    vi: "Kiến nghị {matter} không thuộc hội nghị này.",
    en: "The recommendation {matter} does not belong to this conference.",
  },
  not_to_assign: {
    status: 409,
    vi: "Kiến nghị {matter} không còn ở trạng thái giao việc được.",
    en: "The recommendation {matter} can no longer be assigned.",
  },
  matter_twice: {
    status: 422,
    vi: "Kiến nghị {matter} có hai dòng; mỗi kiến nghị chỉ ghi một dòng.",
    en: "The recommendation {matter} has two lines; there is one line for each.",
  },
  too_many_lines: {
    status: 422,
    vi: "Thông báo kết luận có nhiều nhất {most} dòng.",
    en: "A notice of conclusion has at most {most} lines.",
  },
  no_such_line: {
    status: 404,
    vi: "Dự thảo không có dòng này; có thể người khác vừa bỏ hoặc chuyển chỗ.",
    en: "The draft has no such line; somebody may just have removed or moved it.",
  },
  unknown_unit: { status: 422, vi: "Không có đơn vị “{code}”.", en: "There is no unit “{code}”." },
  nothing_to_fill_with: {
    status: 422,
    vi: "Nhập thời hạn hoặc chọn cơ quan chủ trì để đặt cho các dòng còn thiếu.",
    en: "Give a date or a lead for the lines that have none.",
  },
  lead_also_coordinates: {
    status: 422,
    vi: "Đơn vị chủ trì không thể đồng thời là đơn vị phối hợp.",
    en: "The lead agency cannot also be a coordinating one.",
  },
  empty: {
    status: 422,
    vi: "Dự thảo chưa có dòng việc nào nên chưa ban hành được.",
    en: "The draft has no line, so it cannot be issued.",
  },
  nothing_changed: {
    status: 422,
    vi: "Dự thảo sửa đổi không khác gì thông báo đang có hiệu lực.",
    en: "The draft does not differ from the notice in force.",
  },
  issued_in_the_future: {
    status: 422,
    vi: "Ngày ban hành {on} chưa đến.",
    en: "The day of issue, {on}, has not come yet.",
  },
  issued_before: {
    status: 422,
    vi: "Ngày ban hành không thể trước ngày {on}.",
    en: "The day of issue cannot be before {on}.",
  },
  lines_stand_in_the_way: {
    status: 409,
    vi: "Chưa ban hành được: {count} dòng cần xem lại. Chưa có việc nào được giao.",
    en: "Not issued; lines that need a look: {count}. Nothing has been assigned.",
  },
  not_issued: {
    status: 409,
    vi: "Thông báo kết luận chưa ban hành nên chưa công khai kết quả được.",
    en: "The notice has not been issued, so the results cannot be published yet.",
  },
  line_without_lead: {
    status: 422,
    vi: "Chưa có cơ quan chủ trì.",
    en: "There is no lead agency yet.",
  },
  not_approved: {
    status: 409,
    vi: "Còn {count} nội dung chưa có bản công khai được duyệt; hãy duyệt rồi ghi đã công khai.",
    en: "Texts without an approved public version: {count}; approve each, then record the publication.",
  },
  not_as_read: {
    status: 409,
    vi: "Có nội dung đã thay đổi so với lúc đọc; hãy xem lại rồi duyệt.",
    en: "Some words are not those that were read; read them again, then approve.",
  },
  words_changed: {
    status: 409,
    vi: "Nội dung gốc của {code} đã thay đổi; hãy đọc lại.",
    en: "The original words of {code} have changed; read them again.",
  },
  nothing_to_approve: {
    status: 422,
    vi: "{code} không có nội dung ấy trong kết quả công khai.",
    en: "{code} has no such text in the results.",
  },
  approved_twice: {
    status: 422,
    vi: "Nội dung này của {code} được gửi hai lần; mỗi nội dung chỉ duyệt một bản.",
    en: "This text of {code} was sent twice; one version of each can be approved.",
  },
  line_due_before_conference: {
    status: 422,
    vi: "Thời hạn {due} trước ngày hội nghị {held}.",
    en: "The date {due} is before the day of the conference, {held}.",
  },
  line_without_date: { status: 422, vi: "Chưa có thời hạn.", en: "There is no due date yet." },
  line_unit_ended: {
    status: 409,
    vi: "{unit} đã kết thúc từ ngày {on}; hãy chọn cơ quan khác.",
    en: "{unit} ended on {on}; choose another agency.",
  },
  line_matter_moved: {
    status: 409,
    vi: "Kiến nghị nay ở trạng thái “{status}” (“{move}” ngày {on}), không giao được nữa; hãy bỏ dòng này.",
    en: "The recommendation is now “{status_en}” (“{move_en}” on {on}) and cannot be assigned; remove the line.",
  },
  line_merged_later: {
    status: 409,
    vi: "Kiến nghị được gộp ngày {on}, sau ngày ban hành; hãy ghi ngày ban hành từ ngày đó trở đi.",
    en: "The recommendation was merged on {on}, after the day of issue; issue the notice on that day or later.",
  },
  line_matter_gone: {
    status: 409,
    vi: "Kiến nghị này không còn trong sổ; hãy bỏ dòng này.",
    en: "This recommendation is no longer on the register; remove the line.",
  },
  line_matter_held: {
    status: 409,
    vi: "Nội dung đang chờ người có thẩm quyền xem xét hoặc đã chuyển theo quy định; hãy bỏ dòng này.",
    en: "This waits for a reviewer, or went where the law wants it; remove the line.",
  },
  line_assigned_otherwise: {
    status: 409,
    vi: "Trong lúc soạn, kiến nghị đã được giao cho {lead}, hạn {due}, khác với dòng này ({parts}). Sửa dòng cho khớp hoặc bỏ dòng.",
    en: "Meanwhile the recommendation was assigned to {lead}, due {due}, which differs from this line ({parts_en}). Bring the line into line with it, or remove it.",
  },
});
