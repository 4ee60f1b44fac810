import { defineProblems } from "#kernel/problem.ts";

export const actProblems = defineProblems("act", {
  invalid_input: {
    status: 422,
    vi: "Có mục chưa điền đúng. Xem từng mục được nêu bên dưới.",
    en: "Some entries are not right. See each of them below.",
  },
  too_deep: {
    status: 422,
    vi: "Nội dung gửi lên lồng quá nhiều tầng (trên 50); không có mục nào cần đến thế.",
    en: "The input is nested too deeply (more than 50 levels); nothing here needs that.",
  },
  not_permitted: {
    status: 403,
    vi: "Chức vụ hiện nay của ông/bà không có quyền làm việc này ở đơn vị này.",
    en: "None of the posts you hold now allows this in this unit.",
  },
  key_used_for_other_input: {
    status: 422,
    vi: "Khóa chống gửi trùng này đã được dùng cho một nội dung khác.",
    en: "This idempotency key has already been used for another input.",
  },
  key_not_usable: {
    status: 422,
    vi: "Khóa chống gửi trùng phải có từ 8 đến 200 ký tự, không dấu cách.",
    en: "An idempotency key must have 8 to 200 characters without spaces.",
  },
  busy: {
    status: 503,
    vi: "Hệ thống đang bận nên chưa làm được việc này; chưa có gì được lưu. Hãy gửi lại sau ít giây.",
    en: "The system is busy and could not do this; nothing was saved. Please send it again in a few seconds.",
  },
  reports_waiting: {
    status: 503,
    vi: "Đang có nhiều báo cáo được tính cùng lúc nên chưa đến lượt báo cáo này. Hãy mở lại sau ít phút; danh sách và việc ghi sổ vẫn dùng được như thường.",
    en: "Many reports are being counted at the same time, and the turn of this one has not come. Please open it again in a few minutes; lists and records can be used as usual.",
  },
  met_another: {
    status: 409,
    vi: "Vừa có người khác ghi điều trùng với điều này, hoặc điều được nhắc tới vừa đổi; chưa có gì được lưu. Hãy tải lại trang, xem rồi gửi lại.",
    en: "Somebody has just written the same, or changed what this refers to; nothing was saved. Reload, look, and send it again.",
  },
  not_storable: {
    status: 422,
    vi: "Có giá trị mà sổ không lưu được (quá dài, quá lớn hoặc sai dạng); chưa có gì được lưu.",
    en: "There is a value that the register cannot keep (too long, too large or of the wrong form); nothing was saved.",
  },
  not_writable: {
    status: 503,
    vi: "Ổ đĩa của cơ sở dữ liệu đã đầy hoặc bị lỗi nên chưa ghi được; chưa có gì được lưu. Hãy báo quản trị, rồi gửi lại sau.",
    en: "The disk of the database is full or failing, so nothing can be written; nothing was saved. Tell the administrator, and send it again later.",
  },
  read_only: {
    status: 503,
    vi: "Cơ sở dữ liệu hiện chỉ cho đọc (máy dự phòng hoặc đang bảo trì); chưa có gì được lưu. Hãy gửi lại sau ít phút.",
    en: "The database can only be read at the moment (a standby, or maintenance); nothing was saved. Please send it again in a few minutes.",
  },
  outcome_unknown: {
    status: 503,
    vi: "Mất liên lạc với cơ sở dữ liệu đúng lúc đang ghi, nên chưa biết nội dung đã được lưu hay chưa. Hãy xem lại trong sổ trước khi nhập lại; gửi lại với cùng khóa chống gửi trùng thì không bị ghi hai lần.",
    en: "The database was lost at the moment of saving, so it is not known whether this was saved. Look it up before entering it again; sent again with the same idempotency key it is never saved twice.",
  },
  database_away: {
    status: 503,
    vi: "Hệ thống đang tạm mất liên lạc với cơ sở dữ liệu nên chưa trả lời được. Hãy thử lại sau ít giây; nếu vừa gửi nội dung gì thì xem nội dung ấy đã có trong sổ chưa rồi hãy gửi lại.",
    en: "The database cannot be reached at the moment, so there is no answer yet. Please try again in a few seconds; if you have just sent something, look whether it is there before you send it again.",
  },
});
