/** What was passed upward, answered and reopened there. */
export const problemsOfAbove = {
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
  received_by_passing_up: {
    status: 409,
    vi: "Ngày tiếp nhận ở đây là ngày cấp dưới chuyển lên, không sửa riêng được.",
    en: "This came in on the day on which the unit below passed it upward; the day cannot be changed here alone.",
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
} as const;
