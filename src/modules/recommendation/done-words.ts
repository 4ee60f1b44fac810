import type { Move } from "./status-transitions.ts";
import type { Word } from "./words.ts";

/** What is said once a move has been made. */
export const doneWords: Partial<Record<Move, Word>> = {
  rule: { vi: "Đã kết luận.", en: "Ruled." },
  assign: { vi: "Đã giao việc.", en: "Assigned." },
  return: { vi: "Đã trả lại do không đúng thẩm quyền.", en: "Returned as wrong competence." },
  ask_extension: { vi: "Đã gửi đề nghị gia hạn.", en: "The extension has been asked for." },
  refuse_extension: {
    vi: "Đã trả lời không đồng ý gia hạn; hạn cũ giữ nguyên.",
    en: "The extension has been refused; the date stays.",
  },
  extend: { vi: "Đã gia hạn.", en: "Extended." },
  finish_duty: { vi: "Đã ghi xong phần phối hợp.", en: "The part is recorded as done." },
  send_back: { vi: "Đã gửi trả dự thảo để sửa.", en: "The draft has been sent back." },
  draft_answer: { vi: "Đã lưu dự thảo trả lời, chờ duyệt.", en: "The draft is saved, to be approved." },
  approve_answer: {
    vi: "Đã duyệt dự thảo trả lời, chờ ban hành.",
    en: "The draft is approved, to be issued.",
  },
  answer: { vi: "Đã ban hành trả lời.", en: "The answer has been issued." },
  schedule: { vi: "Đã đưa vào lộ trình.", en: "Scheduled." },
  block: { vi: "Đã ghi lý do chưa thể giải quyết và ngày xem lại.", en: "Blocked for now." },
  forward_up: { vi: "Đã chuyển lên cấp trên.", en: "Passed upward." },
  reply_from_above: { vi: "Đã ghi trả lời của cấp trên.", en: "The reply from above is recorded." },
  merge: { vi: "Đã gộp.", en: "Merged." },
  hold: { vi: "Đã tạm ẩn để xem xét.", en: "Held for review." },
  release: { vi: "Đã cho hiển thị lại.", en: "Released." },
  route_out: { vi: "Đã chuyển theo quy định.", en: "Routed out." },
  reject: { vi: "Đã loại ra.", en: "Rejected." },
  confirm: { vi: "Đã ghi ý kiến về kết quả.", en: "The word on the result is recorded." },
  close: { vi: "Đã kết thúc theo dõi.", en: "Closed." },
  reopen: { vi: "Đã mở lại.", en: "Reopened." },
};
