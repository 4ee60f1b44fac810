import { defineProblems } from "#kernel/problem.ts";

export const conferenceProblems = defineProblems("conference", {
  not_a_key: {
    status: 422,
    vi: "Vị trí trang không đọc được; hãy dùng đúng giá trị “next” của trang trước.",
    en: "The page position cannot be read; give back the “next” of the page before as it came.",
  },
  not_found: {
    status: 404,
    vi: "Không có hội nghị này, hoặc ông/bà không được xem.",
    en: "There is no such conference, or you may not see it.",
  },
  guests_in_the_room: {
    status: 409,
    vi: "Đã có người vào hội nghị bằng giấy mời này: {names}. Giấy mời không rút hay từ chối được nữa.",
    en: "Somebody has come in by this invitation: {names}. It can no longer be withdrawn or declined.",
  },
  notice_before_day: {
    status: 409,
    vi: "Thông báo kết luận của hội nghị này đề ngày {issued}, trước ngày {on}. Sửa ngày hội nghị không muộn hơn ngày của thông báo.",
    en: "The notice of conclusion of this conference is dated {issued}, before {on}. A conference is not later than its notice.",
  },
  rulings_before_day: {
    status: 409,
    vi: "Với ngày {on}, các kết luận sau sẽ đứng trước hội nghị: {rulings}. Xác nhận vẫn đổi ngày, hoặc sửa các kết luận đó trước.",
    en: "On {on} these rulings would stand before the conference: {rulings}. Confirm the day all the same, or put them right first.",
  },
  rulings_after_day: {
    status: 409,
    vi: "Với ngày {on}, các kết luận sau sẽ đứng sau hội nghị và không có trong biên bản: {rulings}. Xác nhận vẫn đổi ngày, hoặc sửa các kết luận đó trước.",
    en: "On {on} these rulings would stand after the conference, and its minutes would not have them: {rulings}. Confirm the day all the same, or put them right first.",
  },
  no_rulings_apart: {
    status: 422,
    vi: "Với ngày này không có kết luận nào đứng trước hay sau hội nghị: để trống mục này.",
    en: "With this day no ruling stands before or after the conference: leave this out.",
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
    vi: "Trong lúc ông/bà đang nhập, hội nghị này đã được người khác sửa. Nội dung ông/bà nhập vẫn còn; hãy xem lại rồi gửi.",
    en: "Someone else has changed this conference while you were typing. What you typed is still here; look again, then send.",
  },
  position_taken: {
    status: 409,
    vi: "Số thứ tự lượt ý kiến này đã có.",
    en: "This position is already taken by another turn.",
  },
  turn_changed_meanwhile: {
    status: 409,
    vi: "Trong lúc ông/bà đang nhập, lượt ý kiến này đã được người khác sửa. Nội dung ông/bà nhập vẫn còn; hãy xem lại rồi gửi.",
    en: "Someone else has changed this turn while you were typing. What you typed is still here; look again, then send.",
  },
  turn_out_of_sight: {
    status: 409,
    vi: "Lượt này có nội dung chỉ người xem xét khiếu nại, tố cáo được đọc, nên chưa sửa được.",
    en: "This turn holds what only the reviewer of complaints and denunciations may read, so it cannot be corrected now.",
  },
  turn_holds_matters: {
    status: 422,
    vi: "Lượt này đã tách thành kiến nghị nên không thể là lượt chỉ khen.",
    en: "Recommendations were split from this turn, so it cannot be praise only.",
  },
  speaker_needed: {
    status: 422,
    vi: "Ghi tên người phát biểu; chỉ thư ký biết thì ít nhất chọn thôn, khu.",
    en: "Give the speaker's name; where the secretariat alone knows it, at least choose the village.",
  },
  speaker_of_anonymous: {
    status: 422,
    vi: "Đã chọn “Không nêu tên” thì sổ không ghi ai cả: để trống tên người phát biểu, hoặc chọn “Chỉ văn phòng biết tên”.",
    en: "“Anonymous” means that nobody is recorded: leave the speaker out, or choose “Name known to the office only”.",
  },
  held_in_the_future: {
    status: 422,
    vi: "Ngày {on} chưa đến; hội nghị chưa diễn ra thì chuẩn bị trước, chưa ghi là đã diễn ra.",
    en: "The day {on} has not come yet; prepare a conference that is to come, and record it once it was held.",
  },
  day_has_passed: {
    status: 422,
    vi: "Ngày {on} đã qua. Hội nghị đã diễn ra thì ghi hội nghị, không chuẩn bị nữa.",
    en: "The day {on} has passed. Record a conference that was held instead of preparing it.",
  },
  not_yet: {
    status: 422,
    vi: "Ngày {on} chưa đến, chưa ghi được là đã diễn ra.",
    en: "The day {on} has not come yet: it cannot have been held.",
  },
  already_held: {
    status: 409,
    vi: "Hội nghị này đã được ghi là đã diễn ra.",
    en: "This conference has already been recorded as held.",
  },
  held_and_used: {
    status: 409,
    vi: "Hội nghị này đã có lượt ý kiến, kiến nghị, kết quả phiếu hoặc thông báo kết luận, nên không thể ghi là không tổ chức.",
    en: "Turns, recommendations, ballots or a notice of conclusion were recorded in this conference: it cannot be called off.",
  },
  was_called_off: {
    status: 409,
    vi: "Hội nghị này đã ghi là không tổ chức. Nếu vẫn tổ chức, hãy chuẩn bị một hội nghị mới.",
    en: "This conference was called off. If it takes place after all, prepare a new one.",
  },
  not_held: {
    status: 409,
    vi: "Hội nghị này chưa diễn ra. Ghi là đã diễn ra rồi mới làm được việc này.",
    en: "This conference has not been held yet. Record that it was held first.",
  },
  collected_after_day: {
    status: 422,
    vi: "Hạn thu thập phải trước hoặc đúng ngày tổ chức.",
    en: "The date for collecting must not be after the day of the conference.",
  },
  step_done_already: {
    status: 409,
    vi: "Việc này đã được ghi là đã làm.",
    en: "This step has already been ticked off.",
  },
  step_not_done: {
    status: 409,
    vi: "Việc này chưa được ghi là đã làm.",
    en: "This step has not been ticked off.",
  },
  step_in_the_future: {
    status: 422,
    vi: "Ngày {on} chưa đến, chưa ghi được là đã làm.",
    en: "The day {on} has not come yet: it cannot have been done.",
  },
  step_before_day: {
    status: 422,
    vi: "Việc này làm sau hội nghị: không thể trước ngày {on}.",
    en: "This step comes after the conference: it cannot have been done before {on}.",
  },
  invitation_not_found: {
    status: 404,
    vi: "Không có giấy mời này, hoặc đã rút lại.",
    en: "There is no such invitation, or it was withdrawn.",
  },
  answered_meanwhile: {
    status: 409,
    vi: "Trong lúc ông/bà đang nhập, giấy mời này đã được người khác trả lời. Nội dung ông/bà nhập vẫn còn; hãy xem lại rồi gửi.",
    en: "Someone else has answered this invitation while you were typing. What you typed is still here; look again, then send.",
  },
  guest_elsewhere: {
    status: 422,
    vi: "{code} không thuộc đơn vị tổ chức vào ngày hội nghị.",
    en: "{code} does not belong to the unit that holds it on the day of the conference.",
  },
  guest_unnamed: {
    status: 422,
    vi: "Khách mời ngoài danh sách cần ghi tên.",
    en: "A guest who is no unit needs a name.",
  },
  invited_already: {
    status: 409,
    vi: "{name} đã có giấy mời cho {quota} đại biểu. Muốn đổi số này thì sửa ở mục số đại biểu của danh sách mời.",
    en: "{name} has an invitation for {quota} delegates already. Change the number in the list of those invited.",
  },
  quota_changed_meanwhile: {
    status: 409,
    vi: "Trong lúc ông/bà đang sửa, giấy mời của {name} đã được đổi thành {quota} đại biểu. Chưa ghi thay đổi nào; số ông/bà đã sửa vẫn còn, hãy xem lại rồi gửi.",
    en: "While you were changing it, the invitation of {name} became one for {quota} delegates. Nothing was written; what you changed is still here: look again, then send.",
  },
  quota_below_named: {
    status: 422,
    vi: "{name} đã ghi {named} đại biểu; số được mời không thể ít hơn.",
    en: "{name} has named {named} delegates; the invitation cannot be for fewer.",
  },
  over_quota: {
    status: 422,
    vi: "Giấy mời dành cho {quota} đại biểu, đã ghi {count} người.",
    en: "The invitation is for {quota} delegates; {count} were named.",
  },
  declined_with_delegates: {
    status: 422,
    vi: "Đã trả lời không dự thì không ghi đại biểu.",
    en: "Who declines names no delegates.",
  },
  badge_unknown: {
    status: 404,
    vi: "Không có thẻ đại biểu mang mã {badge} ở hội nghị này.",
    en: "No badge of this conference bears the code {badge}.",
  },
  rows_at_fault: {
    status: 422,
    vi: "Có {count} ô chưa đúng; chưa ghi dòng nào.",
    en: "Cells that are not right: {count}; no row was written.",
  },
  sheet_heading_twice: {
    status: 422,
    vi: "Có hai cột cùng tiêu đề “{heading}”, có thể một cột đang ẩn. Bỏ bớt một cột rồi tải lên lại.",
    en: "Two columns are headed “{heading}”, one of them perhaps hidden. Remove one of them and upload the sheet again.",
  },
  sheet_without_headings: {
    status: 422,
    vi: "Không thấy hàng tiêu đề có các cột Nội dung kiến nghị, Lĩnh vực. Hãy dùng tệp mẫu.",
    en: "There is no row of headings with the columns Nội dung kiến nghị, Lĩnh vực. Use the template.",
  },
  draft_not_found: {
    status: 404,
    vi: "Không có đề nghị chuẩn bị dự thảo này, hoặc đã rút lại.",
    en: "There is no such request for a draft, or it was withdrawn.",
  },
  draft_asked_already: {
    status: 409,
    vi: "Đã đề nghị cơ quan này chuẩn bị dự thảo cho kiến nghị này.",
    en: "This agency has already been asked for a draft on this matter.",
  },
  draft_due_past: {
    status: 422,
    vi: "Hạn gửi dự thảo không thể trước hôm nay.",
    en: "The date for the draft must not be before today.",
  },
  draft_due_late: {
    status: 422,
    vi: "Hạn gửi dự thảo phải trước hoặc đúng ngày hội nghị {on}.",
    en: "The date for the draft must not be after the day of the conference, {on}.",
  },
  agency_elsewhere: {
    status: 422,
    vi: "Cơ quan này không thuộc đơn vị tổ chức hội nghị.",
    en: "This agency does not belong to the unit that holds the conference.",
  },
  matter_not_here: {
    status: 422,
    vi: "Hội nghị này không có kiến nghị như vậy.",
    en: "There is no such matter at this conference.",
  },
  planned_not_found: {
    status: 404,
    vi: "Không có hội nghị này trong kế hoạch đã ban hành của đơn vị.",
    en: "There is no such conference in a plan of this unit that was issued.",
  },
  ad_hoc_without_reason: {
    status: 422,
    vi: "Hội nghị đột xuất cần ghi lý do.",
    en: "An ad hoc conference needs its reason.",
  },
  paper_not_found: {
    status: 404,
    vi: "Không có giấy tờ này của hội nghị, hoặc ông/bà không được xem.",
    en: "There is no such paper of the conference, or you may not see it.",
  },
  paper_not_ready: {
    status: 422,
    vi: "Chưa ban hành được: {missing}.",
    en: "It cannot be issued yet: {missing_en}.",
  },
  words_not_read: {
    status: 409,
    vi: "Còn {count} nội dung mới là bản đề xuất; hãy đọc rồi đánh dấu đã duyệt trước khi ban hành.",
    en: "Texts that are only proposed: {count}; read them and tick that you approve them before issuing.",
  },
  paper_issued_already: {
    status: 409,
    vi: "Đã ban hành {symbol}. Muốn ban hành lại thì chọn thay thế văn bản đó.",
    en: "{symbol} was issued already. To issue it again, let the new one replace it.",
  },
  paper_not_current: {
    status: 409,
    vi: "Không có văn bản nào đang hiệu lực để thay thế. Hãy tải lại trang.",
    en: "There is no paper in force to replace. Load the page again.",
  },
});
