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
  no_such_path: {
    status: 404,
    vi: "Không có địa chỉ này trong API.",
    en: "There is no such address in the API.",
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
  broken_json: { status: 400, vi: "Nội dung JSON sai cú pháp.", en: "The body is not well-formed JSON." },
  internal: {
    status: 500,
    vi: "Có lỗi của hệ thống; chưa ghi gì. Hãy báo quản trị kèm mã yêu cầu.",
    en: "Something failed on our side; nothing was written. Tell the administrator the request's id.",
  },
});
