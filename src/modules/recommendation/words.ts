import type { Confirmer, Outcome, Ruling, Status } from "./statuses.ts";
import type { Channel, Kind, Naming, ReportClass } from "./matter.ts";

/** A term of the work in both languages. */
export type Word = { readonly vi: string; readonly en: string };

export const statusWords: Record<Status, Word> = {
  awaiting_ruling: { vi: "Chờ kết luận", en: "Awaiting a ruling" },
  awaiting_assignment: { vi: "Chờ giao việc", en: "Awaiting assignment" },
  in_hand: { vi: "Đang giải quyết", en: "In hand" },
  scheduled: { vi: "Có lộ trình", en: "Scheduled" },
  blocked: { vi: "Vướng khách quan", en: "Blocked for now" },
  passed_up: { vi: "Đã chuyển lên cấp trên", en: "Passed upward" },
  answered_in_room: { vi: "Đã trả lời tại hội nghị", en: "Answered in the room" },
  noted: { vi: "Đã ghi nhận", en: "Noted" },
  answered: { vi: "Đã trả lời", en: "Answered" },
  closed: { vi: "Đã kết thúc", en: "Closed" },
  merged: { vi: "Đã gộp", en: "Merged" },
  routed_out: { vi: "Đã chuyển theo quy định", en: "Routed out" },
  rejected: { vi: "Không xử lý được", en: "Not processable" },
};

export const classWords: Record<ReportClass, Word> = {
  awaiting_ruling: { vi: "Chờ kết luận", en: "Awaiting a ruling" },
  answered_in_room: { vi: "Trả lời tại hội nghị", en: "Answered in the room" },
  noted: { vi: "Ghi nhận", en: "Noted" },
  done: { vi: "Đã giải quyết", en: "Done" },
  explained: { vi: "Đã giải thích", en: "Explained" },
  refused: { vi: "Từ chối có căn cứ", en: "Refused with legal ground" },
  in_hand: { vi: "Đang giải quyết", en: "In hand" },
  scheduled: { vi: "Có lộ trình", en: "Scheduled" },
  blocked: { vi: "Vướng khách quan", en: "Blocked for now" },
  passed_up: { vi: "Chuyển lên cấp trên, chưa có trả lời", en: "Passed upward, no reply yet" },
  invalid: { vi: "Không xử lý được", en: "Not processable" },
  routed_out: { vi: "Khiếu nại, tố cáo đã chuyển", en: "Complaints, denunciations routed out" },
  duplicate: { vi: "Trùng, đã gộp", en: "Duplicates, merged" },
};

export const rulingWords: Record<Ruling, Word> = {
  answered_now: { vi: "Trả lời ngay tại hội nghị", en: "Answered now" },
  written_answer: { vi: "Trả lời bằng văn bản", en: "Written answer" },
  beyond_competence: { vi: "Vượt thẩm quyền", en: "Beyond competence" },
  noted: { vi: "Ghi nhận", en: "Noted" },
};

export const outcomeWords: Record<Outcome, Word> = {
  done: { vi: "Đã làm xong", en: "Done" },
  document_issued: { vi: "Đã ban hành văn bản", en: "Document issued" },
  inspected: { vi: "Đã kiểm tra, xử lý", en: "Inspected" },
  explained: { vi: "Giải thích, không thay đổi", en: "Explained, no change" },
  refused: { vi: "Từ chối, nêu căn cứ pháp luật", en: "Refused with legal ground" },
};

export const confirmerWords: Record<Confirmer, Word> = {
  requester: { vi: "Người kiến nghị", en: "The requester" },
  village_head: { vi: "Trưởng thôn, bản, khu, tổ trưởng tổ dân phố", en: "The village head" },
  front: { vi: "Mặt trận", en: "The Front" },
};

export const kindWords: Record<Kind, Word> = {
  recommendation: { vi: "Kiến nghị, đề xuất", en: "Recommendation" },
  report: { vi: "Phản ánh", en: "Report of a fact" },
  question: { vi: "Câu hỏi", en: "Question" },
  opinion: { vi: "Góp ý", en: "Opinion" },
  praise: { vi: "Ghi nhận, biểu dương", en: "Praise" },
  complaint: { vi: "Khiếu nại", en: "Complaint" },
  denunciation: { vi: "Tố cáo", en: "Denunciation" },
};

export const channelWords: Record<Channel, Word> = {
  conference: { vi: "Tại hội nghị", en: "At a conference" },
  collected_beforehand: { vi: "Thu thập trước hội nghị", en: "Collected beforehand" },
  portal: { vi: "Cổng trực tuyến", en: "Online portal" },
  village_head: { vi: "Qua trưởng thôn, bản, khu, tổ trưởng tổ dân phố", en: "Through the village head" },
  reception: { vi: "Tiếp công dân", en: "Citizen reception" },
  hotline: { vi: "Đường dây nóng", en: "Hotline" },
  letter: { vi: "Thư, đơn", en: "Letter" },
  supervision: { vi: "Qua giám sát", en: "Supervision" },
};

export const namingWords: Record<Naming, Word> = {
  named: { vi: "Nêu tên", en: "Named" },
  secretariat_only: { vi: "Chỉ văn phòng biết tên", en: "Name known to the office only" },
  anonymous: { vi: "Không nêu tên", en: "Anonymous" },
};
