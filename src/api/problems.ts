import { defineProblems } from "#kernel/problem.ts";

export const apiProblems = defineProblems("api", {
  no_token: {
    status: 401,
    vi: "Cần mã truy cập của một chức vụ: Authorization: Bearer dt_…",
    en: "The token of a post is needed: Authorization: Bearer dt_…",
  },
  token_refused: {
    status: 401,
    vi: "Mã truy cập không đúng, đã hết hạn, đã thu hồi, hoặc chức vụ đã kết thúc.",
    en: "The token is wrong, has expired, was revoked, or its post has ended.",
  },
  legacy_encoding: {
    status: 422,
    vi: "Có nội dung gõ bằng bảng mã cũ (TCVN3 hoặc VNI). Gửi lại kèm ?unicode=convert để chuyển sang Unicode, hoặc ?unicode=keep để giữ nguyên.",
    en: "Some texts were typed in an encoding of before Unicode (TCVN3 or VNI). Send again with ?unicode=convert to have them converted, or with ?unicode=keep to keep them as they are.",
  },
  legacy_choice: {
    status: 400,
    vi: "unicode chỉ nhận convert (chuyển sang Unicode) hoặc keep (giữ nguyên).",
    en: "unicode is either convert or keep.",
  },
  no_such_path: {
    status: 404,
    vi: "Không có địa chỉ này trong API.",
    en: "There is no such address in the API.",
  },
  wrong_method: {
    status: 405,
    vi: "Địa chỉ này của API chỉ nhận phương thức {allowed}.",
    en: "This address of the API takes {allowed} only.",
  },
  not_json: {
    status: 415,
    vi: "Nội dung gửi lên phải là một đối tượng JSON (application/json, UTF-8).",
    en: "The body must be one JSON object (application/json, UTF-8).",
  },
  too_large: {
    status: 413,
    vi: "Nội dung gửi lên lớn hơn mức cho phép. Hãy chia thành nhiều phần, hoặc nhập bằng dòng lệnh.",
    en: "The body is larger than allowed. Split it, or bring it in on the command line.",
  },
  not_utf8: {
    status: 400,
    vi: "Nội dung gửi lên không phải UTF-8 (có thể là Windows-1258 hoặc UTF-16); chữ Việt sẽ hỏng nếu nhận.",
    en: "The body is not UTF-8 (it may be Windows-1258 or UTF-16); Vietnamese letters would be spoilt.",
  },
  broken_json: { status: 400, vi: "Nội dung JSON sai cú pháp.", en: "The body is not well-formed JSON." },
  address_unreadable: {
    status: 400,
    vi: "Địa chỉ có ký tự NUL (%00) hoặc mã phần trăm không phải chữ nào (UTF-8); không mục nào của sổ có ký tự này.",
    en: "The address has the character NUL (%00) or a percent code that is no letter (UTF-8); nothing in the register has it.",
  },
  internal: {
    status: 500,
    vi: "Có lỗi của hệ thống; chưa ghi gì. Hãy báo quản trị kèm mã yêu cầu.",
    en: "Something failed on our side; nothing was written. Tell the administrator the request's id.",
  },
});
