import { defineProblems } from "#kernel/problem.ts";

export const attachmentProblems = defineProblems("attachment", {
  not_found: {
    status: 404,
    vi: "Không có tệp này, hoặc ông/bà không được xem.",
    en: "There is no such file, or you may not see it.",
  },
  nothing_chosen: {
    status: 422,
    vi: "Chưa chọn tệp nào.",
    en: "No file was chosen.",
  },
  too_many_at_once: {
    status: 422,
    vi: "Mỗi lần đính kèm không quá {most} tệp.",
    en: "At most {most} files are attached at a time.",
  },
  too_many: {
    status: 409,
    vi: "Ở đây đã có {there} tệp; không quá {most}. Hãy gỡ bớt, hoặc gộp nhiều trang vào một tệp PDF.",
    en: "There are {there} files here already, and at most {most} may be. Take some off, or put several pages into one PDF.",
  },
  too_large: {
    status: 413,
    vi: "Tệp “{name}” lớn quá: không quá {most} MB. Ảnh thì giảm cỡ, bản quét thì quét ở 150–200 dpi hoặc chia làm nhiều tệp.",
    en: "The file “{name}” is too large: at most {most} MB. Make a photograph smaller; scan at 150–200 dpi, or divide it.",
  },
  empty: {
    status: 422,
    vi: "Tệp “{name}” trống.",
    en: "The file “{name}” is empty.",
  },
  unknown_kind: {
    status: 415,
    vi: "“{name}” không phải loại tệp nhận được ở đây. Nhận ảnh JPEG, PNG, WebP; PDF; Word (.docx), Excel (.xlsx), .odt, .ods.",
    en: "“{name}” is no kind of file that is taken here. Taken are images (JPEG, PNG, WebP), PDF, Word (.docx), Excel (.xlsx), .odt and .ods.",
  },
  heic: {
    status: 415,
    vi: "“{name}” là ảnh HEIC của điện thoại. Hãy lưu lại dạng JPEG (iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất), rồi đính kèm.",
    en: "“{name}” is a telephone's HEIC image. Save it as JPEG (iPhone: Settings → Camera → Formats → Most Compatible) and attach that.",
  },
  old_office: {
    status: 415,
    vi: "“{name}” là tệp Office đời cũ hoặc có mật khẩu. Hãy mở ra, bỏ mật khẩu nếu có, rồi lưu lại dạng .docx hoặc .xlsx.",
    en: "“{name}” is an Office file of the old kind, or has a password. Open it, take off the password if there is one, and save it as .docx or .xlsx.",
  },
  with_macros: {
    status: 415,
    vi: "“{name}” có macro nên không nhận. Hãy lưu lại dạng .docx hoặc .xlsx không có macro, hoặc PDF.",
    en: "“{name}” has macros and is not taken. Save it as .docx or .xlsx without macros, or as PDF.",
  },
  called_otherwise: {
    status: 422,
    vi: "Tệp “{name}” thật ra là {kind}, không phải như tên gọi. Hãy kiểm tra có chọn nhầm tệp không, rồi đặt lại đúng tên.",
    en: "The file “{name}” is really {kind}, not what its name says. Look whether it is the right one, and give it its right name.",
  },
  two_things: {
    status: 422,
    vi: "Tệp “{name}” có phần lạ gắn thêm, mở bằng chương trình khác sẽ ra nội dung khác, nên không nhận. Hãy mở ra rồi lưu lại.",
    en: "The file “{name}” has something foreign attached to it and would be something else to another program; it is not taken. Open it and save it again.",
  },
  damaged: {
    status: 422,
    vi: "Không đọc được tệp “{name}”: tệp bị hỏng hoặc bị cắt. Hãy mở ra rồi lưu lại.",
    en: "The file “{name}” cannot be read: it is damaged or cut short. Open it and save it again.",
  },
  unpacks_too_large: {
    status: 413,
    vi: "Tệp “{name}” khi mở ra lớn quá mức nên không nhận. Hãy chia nhỏ rồi lưu lại.",
    en: "The file “{name}” is far too large when it is unpacked and is not taken. Divide it and save it again.",
  },
  too_many_pixels: {
    status: 413,
    vi: "Ảnh “{name}” lớn quá: {width} × {height} điểm. Không quá {most} triệu điểm; hãy giảm cỡ rồi đính kèm lại.",
    en: "The image “{name}” is too large: {width} × {height} pixels. At most {most} million; make it smaller and attach it again.",
  },
  too_much_today: {
    status: 429,
    vi: "Trong một ngày ông/bà đã gửi lên hơn {most} MB tệp. Hãy gửi tiếp vào ngày mai, hoặc giảm cỡ ảnh.",
    en: "You have sent more than {most} MB of files within a day. Please go on tomorrow, or make the photographs smaller.",
  },
  not_brought: {
    status: 422,
    vi: "Tệp chưa được gửi lên, đã gửi lên quá một ngày, do người khác gửi, hoặc đã đính kèm ở nơi khác. Hãy chọn lại tệp.",
    en: "A file was not sent, was sent more than a day ago or by somebody else, or is attached already. Choose it again.",
  },
  same_file: {
    status: 409,
    vi: "Tệp “{name}” đã có ở đây: cùng nội dung với một tệp đã đính kèm.",
    en: "The file “{name}” is here already: its contents are those of a file that is attached.",
  },
  elsewhere_too: {
    status: 409,
    vi: "Tệp “{name}” cùng nội dung với tệp đã đính kèm ở {where}. Hãy xem lại có chọn nhầm tệp không.",
    en: "The file “{name}” is the same as one attached to {where}. Look whether it is the right one.",
  },
  out_of_sight: {
    status: 409,
    vi: "Nội dung kiến nghị đang được tạm ẩn hoặc đã chuyển theo quy định, nên chưa đính kèm, gỡ hay duyệt tệp.",
    en: "The words of this matter are out of sight; no file is attached, taken off or approved now.",
  },
  removed_already: {
    status: 409,
    vi: "Tệp này đã được gỡ.",
    en: "This file has been taken off already.",
  },
  not_yours: {
    status: 403,
    vi: "Tệp do người khác đính kèm: người đã đính kèm hoặc văn phòng, lãnh đạo đơn vị gỡ được.",
    en: "Somebody else attached this file: they can take it off, or the office or a leader of the unit.",
  },
  findings_unseen: {
    status: 409,
    vi: "Trong tệp này có: {findings}. Hãy mở xem, gỡ bỏ nếu cần; nếu vẫn công khai được, đánh dấu “đã xem” rồi duyệt lại.",
    en: "This file has: {findings_en}. Look at it and clean it if need be; if it may be shown all the same, tick “seen” and approve it again.",
  },
});
