/** Dates, more time for work in hand, and who leads it. */
export const problemsOfTime = {
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
  reopened_without_due: {
    status: 422,
    vi: "Kiến nghị này chưa từng có hạn: ghi hạn trả lời khi mở lại.",
    en: "This recommendation never had a due date: give the day by which it is to be answered now.",
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
} as const;
