/** Matters that go on in another. */
export const problemsOfMerging = {
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
  merge_draft_waits: {
    status: 409,
    vi: "Kiến nghị này đang có dự thảo trả lời chờ duyệt hoặc chờ ban hành. Ban hành, gửi trả hoặc hủy dự thảo đó trước khi gộp vào {code}.",
    en: "A draft answer to this matter waits to be approved or issued. Issue it, send it back or annul it before the matter is merged into {code}.",
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
  merge_reopens_without_due: {
    status: 409,
    vi: "{code} chưa từng có hạn, nên gộp mà mở lại thì không biết hạn nào. Mở lại {code} kèm hạn trước, rồi gộp.",
    en: "{code} never had a due date, so a merge that reopens it would leave it without one. Reopen {code} with a date first, and merge then.",
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
} as const;
