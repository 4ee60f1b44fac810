/** What refuses a step of a matter: its state, its words, what is in its way. */
export const problemsOfMoves = {
  not_found: {
    status: 404,
    vi: "Không có kiến nghị này, hoặc ông/bà không được xem.",
    en: "There is no such recommendation, or you may not see it.",
  },
  move_not_allowed: {
    status: 409,
    vi: "Không thể “{move}” (ngày {on}) khi kiến nghị đang ở trạng thái “{status}”.",
    en: "“{move_en}” (on {on}) is not possible while the recommendation is “{status_en}”.",
  },
  leaves_later_step: {
    status: 409,
    vi: "Nếu ghi “{move}” ngày {on} thì “{later}” ngày {later_on} đã ghi từ trước không còn đúng. Xem lại ngày, hoặc hủy bước ấy trước.",
    en: "With “{move_en}” on {on}, “{later_en}” on {later_on}, which is recorded already, could not stand. Look at the day again, or annul that step first.",
  },
  reply_without_words: {
    status: 422,
    vi: "Kiến nghị này do cấp dưới chuyển lên: hãy ghi nội dung để trả lời về cho người kiến nghị.",
    en: "This was passed upward from below: write down what goes back to the one who raised it.",
  },
  refused_without_basis: {
    status: 422,
    vi: "Từ chối thì phải nêu căn cứ pháp luật: điều, khoản, số văn bản.",
    en: "A refusal names its legal basis: article, clause, number of the document.",
  },
  answer_without_words: {
    status: 422,
    vi: "Trả lời ngay thì phải ghi đã trả lời thế nào.",
    en: "What was answered on the spot must be written down.",
  },
  promise_in_answer: {
    status: 422,
    vi: "Câu trả lời có lời hẹn đến {on}: “{words}”. Ghi thành việc có hạn ngày đó, hoặc xác nhận vẫn là đã trả lời.",
    en: "The answer promises something for {on}: “{words}”. Make it a task with that date, or say that it is an answer all the same.",
  },
  promise_not_asked: {
    status: 422,
    vi: "Không có lời hẹn có ngày nào trong câu trả lời, nên không có gì phải chọn: để trống mục này.",
    en: "The answer promises nothing for a day, so there is nothing to choose. Leave this out.",
  },
  words_not_later: {
    status: 422,
    vi: "Chỉ để lại ghi sau khi trả lời ngay mà chưa ghi nội dung: để trống mục này.",
    en: "Words come later only where something was answered on the spot and nothing is written yet. Leave this out.",
  },
  no_answer_to_word: {
    status: 409,
    vi: "Kiến nghị này không có câu trả lời tại hội nghị nào còn chờ ghi nội dung.",
    en: "There is no answer given at the conference that still waits for its words.",
  },
  steps_on_its_day: {
    status: 409,
    vi: "Trong cùng ngày {on}, sau câu trả lời đã có bước “{move}”. Hủy bước đó, ghi nội dung trả lời, rồi ghi lại bước đó.",
    en: "On the same day, {on}, “{move_en}” followed the answer. Annul that step, write the answer down, then enter the step again.",
  },
  closed_over_a_no: {
    status: 422,
    vi: "{who} chưa đồng ý với kết quả: muốn kết thúc phải ghi lý do.",
    en: "Not satisfied with the result: {who_en}. Closing it needs a reason.",
  },
  no_open_duty: {
    status: 409,
    vi: "Không có phần phối hợp nào còn mở của đơn vị này.",
    en: "This unit has no part that is still open.",
  },
  duty_done: {
    status: 409,
    vi: "Phần phối hợp này đã báo xong ngày {on}, không phải báo lại. Nếu báo nhầm hoặc cần sửa lời, đề nghị văn phòng hủy bước đó ở trang kiến nghị.",
    en: "This part was called done on {on} and need not be again. If that was wrong, ask the office to annul that step on the page of the recommendation.",
  },
  which_duty: {
    status: 422,
    vi: "Có nhiều đơn vị phối hợp chưa xong: hãy chọn đơn vị.",
    en: "Several parts are still open: choose whose.",
  },
  open_duties: {
    status: 422,
    vi: "Đơn vị phối hợp chưa báo xong: {units}. Muốn trả lời ngay phải ghi lý do.",
    en: "Not yet done with their part: {units}. Answering now needs a reason.",
  },
  own_draft: {
    status: 403,
    vi: "Người dự thảo không tự duyệt; đơn vị có thể cho phép ở trang của đơn vị.",
    en: "Who drafted this does not approve it; the unit may allow that on its own page.",
  },
  no_paper_reply: {
    status: 409,
    vi: "Không có trả lời trên giấy nào do cấp dưới nhập đang chờ nhận.",
    en: "No paper reply entered below waits to be taken over.",
  },
  paper_without_number: {
    status: 422,
    vi: "Cấp trên chưa có người làm việc trên hệ thống: ghi số, ký hiệu của văn bản trả lời trên giấy.",
    en: "Nobody works in the higher unit here: give the number of its reply on paper.",
  },
  before_receipt: {
    status: 422,
    vi: "Ngày {on} sớm hơn ngày tiếp nhận {received}.",
    en: "The day {on} is before the day of receipt, {received}.",
  },
  in_the_future: {
    status: 422,
    vi: "Ngày {on} chưa đến; chỉ ghi việc đã xảy ra.",
    en: "The day {on} has not come yet; only what has happened is recorded.",
  },
  changed_meanwhile: {
    status: 409,
    vi: "Trong lúc ông/bà đang nhập, kiến nghị này đã có thay đổi. Xem thay đổi bên dưới; nội dung ông/bà nhập vẫn còn.",
    en: "This recommendation has changed while you were typing. See what changed below; what you typed is still here.",
  },
  held_for_review: {
    status: 409,
    vi: "Nội dung đang chờ người có thẩm quyền xem xét có phải khiếu nại, tố cáo hay không.",
    en: "This is waiting for a reviewer to say whether it is a complaint or a denunciation.",
  },
  not_held: { status: 409, vi: "Nội dung này không bị tạm ẩn.", en: "This has not been put out of sight." },
  hold_before_release: {
    status: 422,
    vi: "Ngày tạm ẩn {on} sớm hơn ngày đã cho hiện lại {released}: như vậy nội dung vẫn hiện. Ghi từ ngày đó trở đi.",
    en: "Put out of sight on {on}, it would still be seen: it was shown again on {released}. Enter that day or a later one.",
  },
  release_before_hold: {
    status: 422,
    vi: "Ngày cho hiện lại {on} sớm hơn ngày tạm ẩn {held}.",
    en: "It cannot be shown again on {on}, before the day it was put out of sight, {held}.",
  },
  no_draft: {
    status: 409,
    vi: "Chưa có dự thảo trả lời để duyệt.",
    en: "There is no draft answer to approve.",
  },
  answer_not_approved: {
    status: 409,
    vi: "Dự thảo trả lời chưa được duyệt nên chưa thể ban hành.",
    en: "The draft answer has not been approved, so it cannot be issued.",
  },
  answer_too_long: {
    status: 422,
    vi: "Toàn bộ câu trả lời không được quá {maximum} ký tự.",
    en: "The whole answer must not be longer than {maximum} characters.",
  },
  answer_numbered: {
    status: 409,
    vi: "Câu trả lời này đã có số {symbol} ngày {on}; một câu trả lời chỉ có một số. Công văn trả lời mang đúng số, ngày ấy, ra ở bên có số ấy; đã ban hành rồi thì không ra công văn khác. Ghi nhầm số: hủy bước trả lời rồi ghi lại.",
    en: "This answer bears the number {symbol} of {on} already; one answer has one number. Its letter bears that number and day, on the side whose number it is; once issued there is no other letter. If the number is wrong, annul the answer and enter it again.",
  },
  not_their_word: {
    status: 403,
    vi: "Kết quả giám sát của Mặt trận chỉ do Mặt trận ghi; Mặt trận không ghi thay người khác.",
    en: "The Front's finding is entered by the Front alone, and the Front enters nobody else's word.",
  },
  whose_word: {
    status: 422,
    vi: "Nhiều nơi cùng nêu việc này ({codes}); cần chọn đây là ý kiến của ai. Ý kiến của người này không thay cho người khác.",
    en: "Several raised this ({codes}); say whose word it is. Nobody's word stands for another's.",
  },
  front_for_all: {
    status: 422,
    vi: "Kết quả giám sát của Mặt trận là về cả việc này, không của riêng kiến nghị nào: để trống mục này.",
    en: "The Front's finding is of the whole matter and of no one's part in it: leave this out.",
  },
  handed_over: {
    status: 409,
    vi: "Bước bàn giao không hủy ở đây; bàn giao lại nếu đã giao nhầm.",
    en: "A hand-over is not annulled here; hand the work over again if it went to the wrong place.",
  },
  assigned_by_notice: {
    status: 409,
    vi: "Việc này được giao bằng thông báo kết luận đã ban hành; sửa bằng thông báo sửa đổi, bổ sung.",
    en: "This was assigned by a notice of conclusion that has been issued; put it right by amending the notice.",
  },
} as const;
