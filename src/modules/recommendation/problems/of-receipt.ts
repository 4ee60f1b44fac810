/** How a matter comes in, is corrected and taken back, many at once, and its papers. */
export const problemsOfReceipt = {
  unit_not_there: {
    status: 422,
    vi: "Đơn vị “{unit}” không tồn tại vào ngày {on}.",
    en: "The unit “{unit}” did not exist on {on}.",
  },
  /** Its page is not there. */
  many_at_fault: {
    status: 422,
    vi: "Chưa làm việc nào: có {count} kiến nghị chưa làm được, nêu dưới đây.",
    en: "Nothing was done: {count} of the recommendations do not allow it, as said below.",
  },
  kept_elsewhere: {
    status: 409,
    vi: "Kiến nghị này do đơn vị khác giữ; chọn kiến nghị của một đơn vị mỗi lần.",
    en: "Another unit holds this one; choose the matters of one unit at a time.",
  },
  conference_elsewhere: {
    status: 422,
    vi: "Hội nghị này không có, hoặc không phải của đơn vị này.",
    en: "There is no such conference, or it is not this unit's.",
  },
  conference_not_held: {
    status: 409,
    vi: "Hội nghị này chưa diễn ra: mới nhận được kiến nghị thu thập trước hội nghị.",
    en: "This conference has not been held yet: it takes only what is collected beforehand.",
  },
  conference_called_off: {
    status: 409,
    vi: "Hội nghị này đã ghi là không tổ chức.",
    en: "This conference was called off.",
  },
  collecting_is_over: {
    status: 422,
    vi: "Hội nghị này thu thập ý kiến đến hết ngày {on}. Việc đến sau ngày đó xin gửi văn phòng để ghi là đến muộn, hoặc nêu tại hội nghị.",
    en: "Opinions were collected for this conference until {on}. Give what comes later to the office, which enters it as late, or raise it at the conference.",
  },
  collected_too_late: {
    status: 422,
    vi: "Kiến nghị thu thập trước phải được tiếp nhận chậm nhất vào ngày hội nghị {on}.",
    en: "What is collected beforehand must have come in by the day of the conference, {on}.",
  },
  not_own_village: {
    status: 403,
    vi: "Người đứng đầu thôn, bản, khu, tổ dân phố chỉ ghi kiến nghị của nơi mình.",
    en: "A village head writes down only what their own village asks.",
  },
  not_own_commune: {
    status: 403,
    vi: "Người đứng đầu thôn, bản, khu, tổ dân phố gửi kiến nghị về xã, phường, đặc khu của mình; gửi lên cấp trên chỉ khi nơi mình được mời dự hội nghị ở đó.",
    en: "A village head brings what the village asks to its own commune, and further up only to a conference to which the village was invited.",
  },
  turn_elsewhere: {
    status: 422,
    vi: "Lượt ý kiến này không thuộc hội nghị đã chọn.",
    en: "This speaking turn does not belong to the conference.",
  },
  paper_not_then: {
    status: 409,
    vi: "Ngày {on} kiến nghị chưa đến bước, hoặc không còn ở bước, lập được văn bản này. Ghi đúng ngày của văn bản.",
    en: "On {on} the recommendation did not stand so that this paper could be written. Give the day that the paper bears.",
  },
  paper_not_now: {
    status: 409,
    vi: "Kiến nghị đang ở trạng thái chưa lập được văn bản này.",
    en: "As the recommendation stands, this paper cannot be written.",
  },
  book_too_long: {
    status: 422,
    vi: "Sổ có hơn {maximum} kiến nghị, quá dài để in. Chọn khoảng ngày ngắn hơn, hoặc tải sổ ở dạng Excel.",
    en: "The book has more than {maximum} lines, too many to print. Choose fewer days, or take it as a spreadsheet.",
  },
  book_of_no_unit: {
    status: 404,
    vi: "Chưa xác định được sổ của đơn vị nào; hãy chọn đơn vị trong danh sách.",
    en: "It is not known whose book this should be; choose a unit in the list.",
  },
  nothing_corrected: {
    status: 422,
    vi: "Chưa có gì khác với nội dung đã ghi.",
    en: "Nothing differs from what is on record.",
  },
  words_routed_out: {
    status: 409,
    vi: "Nội dung này đã chuyển theo quy định về khiếu nại, tố cáo; ở đây không sửa nữa.",
    en: "This went where the law on complaints and denunciations wants it; it is no longer put right here.",
  },
  step_before_receipt: {
    status: 422,
    vi: "Bước xử lý đầu tiên ghi ngày {on}; ngày tiếp nhận không thể là {received}, muộn hơn ngày đó.",
    en: "The first step is dated {on}; the day of receipt cannot be {received}, which is later.",
  },
  name_of_anonymous: {
    status: 422,
    vi: "Đã chọn “Không nêu tên” thì sổ không ghi ai cả: để trống mục này, hoặc chọn “Chỉ văn phòng biết tên”.",
    en: "“Anonymous” means that nobody is recorded: leave this out, or choose “Name known to the office only”.",
  },
  hold_stands_on: {
    status: 409,
    vi: "Bỏ bước “{move}” của {code} thì lần tạm ẩn ngày {held}, ghi sau bước ấy, không còn đúng; bước này không hủy được. Hãy ghi bước đúng tiếp theo.",
    en: "Without “{move_en}” in {code} the hold of {held}, which came after it, could not have been; this step cannot be annulled. Enter the right step after it.",
  },
  no_ended_hold: {
    status: 422,
    vi: "Bước ghi gần nhất không phải là lần cho hiển thị lại, nên không có gì phải chọn: để trống mục này.",
    en: "The last step is not a release, so there is nothing to choose. Leave this out.",
  },
  nothing_to_annul: {
    status: 409,
    vi: "Kiến nghị này chưa có bước xử lý nào để hủy.",
    en: "Nothing has been done with this recommendation yet, so there is no step to annul.",
  },
  not_raised_here: {
    status: 422,
    vi: "Việc này được nêu ở các kiến nghị {codes}; chỉ chọn trong số đó.",
    en: "This was raised in {codes}; choose among these.",
  },
  not_their_village: {
    status: 403,
    vi: "Trưởng thôn, tổ trưởng chỉ cho biết ý kiến của bà con nơi mình.",
    en: "The head of a village tells the word of the people there alone.",
  },
} as const;
