import { defineProblems } from "#kernel/problem.ts";

export const recommendationProblems = defineProblems("recommendation", {
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
  no_extension_asked: {
    status: 409,
    vi: "Không có đề nghị gia hạn nào đang chờ.",
    en: "No request for an extension is waiting.",
  },
  nothing_to_extend: {
    status: 409,
    vi: "Kiến nghị này chưa có thời hạn nên không có gì để gia hạn.",
    en: "This recommendation has no date yet, so there is nothing to extend.",
  },
  too_many_extensions: {
    status: 409,
    vi: "Đã gia hạn {maximum} lần, là số lần tối đa.",
    en: "It has been extended {maximum} times already, which is the most allowed.",
  },
  extension_not_later: {
    status: 422,
    vi: "Hạn mới phải sau hạn hiện nay ({due}).",
    en: "The new date must be later than the present one ({due}).",
  },
  extension_asked_late: {
    status: 409,
    vi: "Hạn {due} đã qua; đề nghị gia hạn phải gửi trước khi hết hạn.",
    en: "The date {due} has passed; an extension must be asked for before it expires.",
  },
  promise_without_answer: {
    status: 422,
    vi: "Chỉ ghi ngày hẹn khi kết luận là trả lời bằng văn bản.",
    en: "A day is promised only with the ruling of a written answer.",
  },
  promise_before_ruling: {
    status: 422,
    vi: "Ngày hẹn {due} sớm hơn ngày kết luận {on}.",
    en: "The promised day {due} is before the day of the ruling {on}.",
  },
  due_before_assignment: {
    status: 422,
    vi: "Hạn {due} sớm hơn ngày giao {on}.",
    en: "The due date {due} is before the day of assignment {on}.",
  },
  due_before_reopening: {
    status: 422,
    vi: "Hạn {due} sớm hơn ngày mở lại {on}.",
    en: "The due date {due} is before the day of reopening {on}.",
  },
  longer_by_extension: {
    status: 409,
    vi: "Việc đang thực hiện với hạn {due}: giao lại không được lùi hạn. Muốn thêm thời gian thì đề nghị gia hạn; việc đang vướng mà đã quá hạn thì lãnh đạo hoặc văn phòng ghi lộ trình.",
    en: "The work is in hand until {due}: assigning it again cannot give more time. Ask for an extension instead; blocked work past its date gets a roadmap from the leaders or the office.",
  },
  roadmap_over_late: {
    status: 409,
    vi: "Việc đã quá hạn {due}: lộ trình, hay lý do chưa làm được, do lãnh đạo hoặc văn phòng nơi giao việc quyết định và ghi; đến khi đó việc vẫn tính là quá hạn. Xin báo người giao việc.",
    en: "The work is past its date {due}: a roadmap, or that it cannot be done, is decided and recorded by the leaders or the office that gave it; until then it counts as overdue. Please tell them.",
  },
  until_before_schedule: {
    status: 422,
    vi: "Ngày hoàn thành {until} sớm hơn ngày ghi lộ trình {on}.",
    en: "It cannot be done by {until}, before the day of the roadmap, {on}.",
  },
  review_before_block: {
    status: 422,
    vi: "Ngày xem xét lại {review} sớm hơn ngày ghi vướng mắc {on}.",
    en: "It cannot be looked at again on {review}, before the day it was blocked, {on}.",
  },
  lead_also_coordinates: {
    status: 422,
    vi: "Đơn vị chủ trì không thể đồng thời là đơn vị phối hợp.",
    en: "The lead agency cannot also be a coordinating one.",
  },
  lead_elsewhere: {
    status: 422,
    vi: "Đơn vị chủ trì phải là cơ quan hoặc đơn vị cấp dưới của đơn vị đang giữ kiến nghị, không phải thôn, tổ dân phố; vượt thẩm quyền thì chuyển lên cấp trên.",
    en: "The lead must be an agency or a unit below the one that holds the matter, and no village; what is beyond it is passed upward.",
  },
  coordinator_elsewhere: {
    status: 422,
    vi: "“{code}” không phối hợp được: chỉ cơ quan, tổ chức hoặc đơn vị cấp dưới của đơn vị đang giữ kiến nghị, không phải thôn, tổ dân phố; việc của cấp trên thì chuyển lên cấp trên.",
    en: "“{code}” cannot coordinate: only an agency, an organisation or a unit below the one that holds the matter, and no village; what is for those above is passed upward.",
  },
  merge_into_itself: {
    status: 422,
    vi: "Không thể gộp kiến nghị vào chính nó.",
    en: "A recommendation cannot be merged into itself.",
  },
  merge_into_hidden: {
    status: 409,
    vi: "Kiến nghị đó đang tạm ẩn chờ xem xét hoặc đã chuyển theo quy định; không gộp vào đó.",
    en: "That recommendation is held for review or was routed out; nothing is merged into it.",
  },
  merge_into_merged: {
    status: 409,
    vi: "Kiến nghị đó đã được gộp và đi tiếp ở {code}; hãy gộp vào {code}.",
    en: "That recommendation was itself merged and goes on in {code}; merge into {code}.",
  },
  merge_into_rejected: {
    status: 409,
    vi: "Kiến nghị đó đã ghi là không xử lý được; mở lại trước khi gộp vào đó.",
    en: "That recommendation was rejected; reopen it before anything is merged into it.",
  },
  merge_elsewhere: {
    status: 422,
    vi: "Chỉ gộp kiến nghị của cùng một đơn vị, hoặc của đơn vị mà nó tiếp nối.",
    en: "Only recommendations of one unit, or of a unit that it carries on, are merged.",
  },
  merge_before_receipt: {
    status: 422,
    vi: "Ngày {received} mới tiếp nhận {code}; không thể gộp vào đó trước ngày ấy.",
    en: "{code} was received on {received}; nothing could be merged into it before.",
  },
  merge_into_later: {
    status: 409,
    vi: "{code} được tiếp nhận sau, ngày {received}. Kiến nghị nêu trước là kiến nghị đi tiếp: hãy gộp {code} vào kiến nghị này.",
    en: "{code} was received later, on {received}. What was raised first goes on: merge {code} into this one.",
  },
  merge_into_answered: {
    status: 409,
    vi: "{code} đã kết thúc. Hãy chọn: câu trả lời đã có dùng chung cho kiến nghị này, hoặc mở lại {code} vì dân nêu lại.",
    en: "{code} has ended. Say what happens: its answer holds for this one too, or it is reopened because it was raised again.",
  },
  merge_into_open: {
    status: 422,
    vi: "{code} chưa kết thúc, nên không có gì phải chọn: để trống mục này.",
    en: "{code} has not ended, so there is nothing to choose. Leave this out.",
  },
  merge_not_published: {
    status: 422,
    vi: "Gộp kiến nghị này không đụng đến kết quả hội nghị nào đã công khai: để trống mục này.",
    en: "No results that were published have this recommendation and would lose it. Leave this out.",
  },
  goes_on_elsewhere: {
    status: 409,
    vi: "Kiến nghị này đã gộp và đi tiếp ở {code}; hãy ghi ở {code}.",
    en: "This was merged and goes on in {code}; enter it there.",
  },
  merge_time_asked: {
    status: 409,
    vi: "Kiến nghị này đang có đề nghị gia hạn chưa trả lời; trả lời đề nghị đó trước khi gộp vào {code}.",
    en: "More time is asked for on this matter and nobody has answered; answer that before it is merged into {code}.",
  },
  merge_leaves_lead: {
    status: 409,
    vi: "Kiến nghị này đang giao cơ quan chủ trì giải quyết, còn {code} chưa giao cơ quan đó. Giao {code} cho cơ quan đó, chủ trì hoặc phối hợp, rồi gộp.",
    en: "An agency has this matter in hand and no part in {code}. Assign {code} to it, to lead or to help, and merge then.",
  },
  merge_gains_time: {
    status: 409,
    vi: "Kiến nghị này có hạn {due}, còn {code} chưa có hạn hoặc hạn muộn hơn. Gộp không làm thêm thời hạn: giao {code} với hạn {due} rồi gộp.",
    en: "This matter is due on {due}, {code} later or on no day. Nobody gains time by a merge: assign {code} by {due}, and merge then.",
  },
  merge_unsettled: {
    status: 409,
    vi: "{who} chưa đồng ý với câu trả lời của kiến nghị này; câu trả lời của {code} không khép lại điều đó. Hãy chọn mở lại {code}.",
    en: "A no to what was answered on this one stands (said by: {who_en}); the answer of {code} does not settle that. Reopen {code}.",
  },
  day_against_merge: {
    status: 422,
    vi: "Ngày {on} không hợp với việc gộp với {code}, tiếp nhận ngày {received}: kiến nghị đi tiếp là kiến nghị nêu trước.",
    en: "{on} does not fit the merge with {code}, received on {received}: what was raised first goes on.",
  },
  merge_waits_above: {
    status: 409,
    vi: "Kiến nghị này còn chờ cấp trên trả lời, trong khi {code} đã kết thúc. Hãy chọn mở lại {code} để câu trả lời của cấp trên có nơi về.",
    en: "This recommendation still waits for the unit above, while {code} has ended. Reopen {code}, so that the reply has where to come.",
  },
  merge_out_of_published: {
    status: 409,
    vi: "Kết quả hội nghị có kiến nghị này đã công khai ngày {on}. Nếu gộp, bản công khai sẽ ghi nó đi tiếp ở {code}; hãy đánh dấu là đã biết.",
    en: "The results of its conference were published on {on}. Merged, it will be told there as going on in {code}; say that you know.",
  },
  brought_by_merge: {
    status: 409,
    vi: "Bước này có do {code} được gộp vào đây; hãy hủy việc gộp ở {code}.",
    en: "This step came with the merge of {code}; annul that merge instead.",
  },
  merge_went_on: {
    status: 409,
    vi: "{code} đã có bước sau khi gộp (“{move}”); hủy bước đó trước khi hủy việc gộp.",
    en: "{code} has gone on since the merge (“{move_en}”); annul that before the merge.",
  },
  not_above: {
    status: 422,
    vi: "Chỉ chuyển lên đơn vị cấp trên của đơn vị đang giữ kiến nghị.",
    en: "A matter can be passed upward only to a unit above the one that holds it.",
  },
  child_decides: {
    status: 409,
    vi: "Việc đang ở cấp trên trên hệ thống; trả lời sẽ tự về khi cấp trên trả lời.",
    en: "The higher unit has this matter in the system; its reply comes down by itself.",
  },
  unit_not_there: {
    status: 422,
    vi: "Đơn vị “{unit}” không tồn tại vào ngày {on}.",
    en: "The unit “{unit}” did not exist on {on}.",
  },
  /** Its page is not there. */
  field_not_found: { status: 404, vi: "Không có lĩnh vực này.", en: "There is no such field." },
  unknown_field: {
    status: 422,
    vi: "Không có lĩnh vực này, hoặc lĩnh vực không dùng vào ngày tiếp nhận.",
    en: "There is no such field, or it was not in use on that day.",
  },
  field_name_taken: {
    status: 409,
    vi: "Đã có lĩnh vực “{name}” ở cùng chỗ này.",
    en: "There is already a field “{name}” beside it.",
  },
  field_name_same: {
    status: 422,
    vi: "Tên mới giống tên đang dùng.",
    en: "That is what it is called already.",
  },
  field_not_a_parent: {
    status: 422,
    vi: "Không đặt lĩnh vực mới dưới “{name}” được: chỉ có hai cấp, và cấp trên phải đang dùng.",
    en: "Nothing can be put below “{name}”: there are two levels, and the upper one must be in use.",
  },
  field_ended: {
    status: 409,
    vi: "Lĩnh vực này đã thôi dùng sau ngày {until}.",
    en: "This field ended on {until}.",
  },
  field_ends_before: {
    status: 422,
    vi: "Ngày cuối không thể trước ngày bắt đầu dùng {from}.",
    en: "The last day cannot be before the first, {from}.",
  },
  field_for_the_rest: {
    status: 409,
    vi: "“Lĩnh vực khác” phải luôn có, để việc nào cũng có chỗ ghi.",
    en: "The field for everything else must stay, so that every matter has a place.",
  },
  field_renamed_since: {
    status: 422,
    vi: "Lĩnh vực đã mang tên hiện nay từ sau ngày {on}; tên mới phải bắt đầu muộn hơn.",
    en: "It has had its present name since {on}; the new one must begin later.",
  },
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
  answer_numbered: {
    status: 409,
    vi: "Câu trả lời này đã có số {symbol} ngày {on}; một câu trả lời chỉ có một số. Công văn trả lời mang đúng số, ngày ấy, ra ở bên có số ấy; đã ban hành rồi thì không ra công văn khác. Ghi nhầm số: hủy bước trả lời rồi ghi lại.",
    en: "This answer bears the number {symbol} of {on} already; one answer has one number. Its letter bears that number and day, on the side whose number it is; once issued there is no other letter. If the number is wrong, annul the answer and enter it again.",
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
  received_by_passing_up: {
    status: 409,
    vi: "Ngày tiếp nhận ở đây là ngày cấp dưới chuyển lên, không sửa riêng được.",
    en: "This came in on the day on which the unit below passed it upward; the day cannot be changed here alone.",
  },
  step_before_receipt: {
    status: 422,
    vi: "Bước xử lý đầu tiên ghi ngày {on}; ngày tiếp nhận không thể là {received}, muộn hơn ngày đó.",
    en: "The first step is dated {on}; the day of receipt cannot be {received}, which is later.",
  },
  nothing_to_annul: {
    status: 409,
    vi: "Kiến nghị này chưa có bước xử lý nào để hủy.",
    en: "Nothing has been done with this recommendation yet, so there is no step to annul.",
  },
  handed_over: {
    status: 409,
    vi: "Bước bàn giao không hủy ở đây; bàn giao lại nếu đã giao nhầm.",
    en: "A hand-over is not annulled here; hand the work over again if it went to the wrong place.",
  },
  child_has_moved: {
    status: 409,
    vi: "Cấp trên đã xử lý kiến nghị này ({code}); cấp trên hủy các bước ở đó trước, rồi mới hủy được việc chuyển lên.",
    en: "The higher unit has acted on this ({code}); its steps must be annulled there before passing it upward can be.",
  },
  reply_belongs_above: {
    status: 409,
    vi: "Trả lời này do cấp trên ban hành ({code}); cấp trên hủy ở đó thì ở đây tự hủy theo.",
    en: "This reply was issued by the higher unit ({code}); once it is annulled there it is annulled here too.",
  },
  reply_went_on: {
    status: 409,
    vi: "Trả lời đã về {code} và ở đó đã làm tiếp “{move}”; hủy bước đó trước.",
    en: "The reply has gone down to {code}, where “{move_en}” came after it; annul that first.",
  },
  reopened_above: {
    status: 409,
    vi: "Bước này có do cấp trên mở lại {code}; cấp trên hủy việc mở lại ở đó thì ở đây tự hủy theo.",
    en: "This step came with the reopening of {code} above; annulling that there undoes it here.",
  },
  reopening_went_on: {
    status: 409,
    vi: "Việc mở lại đã về {code} và ở đó đã làm tiếp “{move}”; hủy bước đó trước.",
    en: "The reopening has gone down to {code}, where “{move_en}” came after it; annul that first.",
  },
  reply_went_down: {
    status: 409,
    vi: "Trả lời của kiến nghị đã gộp vào đã về {code}; hủy trả lời đó trước, rồi mới hủy được việc gộp.",
    en: "The answer of the matter this was merged into has gone down to {code}; annul that answer before the merge.",
  },
  assigned_by_notice: {
    status: 409,
    vi: "Việc này được giao bằng thông báo kết luận đã ban hành; sửa bằng thông báo sửa đổi, bổ sung.",
    en: "This was assigned by a notice of conclusion that has been issued; put it right by amending the notice.",
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
});
