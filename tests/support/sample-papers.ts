import type { Paper } from "#modules/document/document-model.ts";
import { bold, heading, italic, paragraph } from "#modules/document/document-model.ts";

// Papers of an invented ward, one for each layout that has something of its own.

const ward = { superior: null, issuer: "Ủy ban nhân dân\nphường Bến Nước", place: "Bến Nước" };
const wardParty = {
  superior: "Đảng bộ tỉnh Ven Sông",
  issuer: "Đảng ủy phường Bến Nước",
  place: "Bến Nước",
};
const wardFront = {
  superior: "Ủy ban MTTQ Việt Nam\nphường Bến Nước",
  issuer: "Ban Thường trực",
  place: "Bến Nước",
};

/** A notice of conclusion by the government, with as many lines in its table as asked for. */
export function governmentNotice(lines = 3): Paper {
  const row = (index: number) => [
    String(index),
    `Kiểm tra, xử lý rãnh thoát nước bị tắc tại ngõ ${index}, tổ dân phố số ${(index % 9) + 1}, báo cáo kết quả bằng văn bản`,
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Công an phường; Ủy ban MTTQ phường",
    "20/02/2026",
  ];
  return {
    side: "government",
    kind: "notice_of_conclusion",
    header: { ...ward, symbol: "12/TB-UBND", blankSymbol: "/TB-UBND", date: "2026-02-05" },
    title: "Thông báo",
    abstract:
      "Kết luận của Chủ tịch Ủy ban nhân dân phường tại hội nghị đối thoại trực tiếp với Nhân dân quý I năm 2026",
    bases: [
      "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
      "Căn cứ Kế hoạch số 03/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân phường",
    ],
    body: [
      paragraph(
        "Ngày 03 tháng 02 năm 2026, Chủ tịch Ủy ban nhân dân phường chủ trì hội nghị đối thoại với Nhân dân; dự hội nghị có 124 đại biểu của 11 tổ dân phố. Sau khi nghe 14 lượt ý kiến, Chủ tịch kết luận như sau:",
      ),
      heading(1, "Đánh giá chung"),
      paragraph([
        "Ý kiến của Nhân dân ",
        bold("thẳng thắn, xây dựng"),
        "; việc trả lời tại chỗ đạt ",
        italic("86,5 %"),
        ".",
      ]),
      heading(1, "Giao việc"),
      heading(2, "Các nội dung phải trả lời bằng văn bản"),
      {
        kind: "table",
        columns: [
          { title: "TT", width: 1, align: "center" },
          { title: "Nội dung", width: 6 },
          { title: "Chủ trì", width: 3 },
          { title: "Phối hợp", width: 3 },
          { title: "Thời hạn", width: 2.2, align: "center" },
        ],
        rows: Array.from({ length: lines }, (_, index) => row(index + 1)),
        total: [{ text: "Cộng", span: 4 }, String(lines)],
      },
      heading(2, "Các nội dung khác"),
      heading(3, "Công khai thông báo này tại nhà văn hóa các tổ dân phố."),
      heading(3, "Báo cáo kết quả tại hội nghị sau."),
      {
        kind: "list",
        marks: "dash",
        items: ["Văn phòng theo dõi, đôn đốc.", "Công an phường bảo đảm trật tự."],
      },
    ],
    signature: { authority: "TM. Ủy ban nhân dân", title: "Chủ tịch", name: "Nguyễn Thị Hương Giang" },
    recipients: ["Thường trực Đảng ủy", "Ủy ban MTTQ phường", "Các tổ dân phố"],
  };
}

export const partyPlan: Paper = {
  side: "party",
  kind: "plan",
  header: { ...wardParty, symbol: "101-KH/ĐU", blankSymbol: "-KH/ĐU", date: "2026-01-12" },
  title: "Kế hoạch",
  abstract: "tổ chức hội nghị đối thoại trực tiếp giữa người đứng đầu cấp ủy với Nhân dân năm 2026",
  bases: ["Căn cứ Quy định số 11-QĐi/TW của Bộ Chính trị"],
  body: [
    paragraph("Ban Thường vụ Đảng ủy phường ban hành kế hoạch như sau:"),
    heading(1, "Mục đích, yêu cầu"),
    heading(2, "Mục đích"),
    paragraph("Lắng nghe, tiếp thu và giải quyết kịp thời tâm tư, nguyện vọng chính đáng của Nhân dân."),
    heading(2, "Yêu cầu"),
    { kind: "list", marks: "dash", items: ["Đúng quy chế.", "Thiết thực, không hình thức."] },
    heading(1, "Thời gian, địa điểm"),
    paragraph("Quý I năm 2026, tại hội trường phường."),
  ],
  signature: { authority: "T/M Ban Thường vụ", title: "Bí thư", name: "Trần Văn Ước" },
  recipients: ["Ban Thường vụ Tỉnh ủy (để báo cáo)", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"],
};

export const governmentLetter: Paper = {
  side: "government",
  kind: "assignment_letter",
  header: { ...ward, symbol: null, blankSymbol: "/UBND-VP", date: null },
  title: "",
  abstract: "giải quyết kiến nghị của Nhân dân sau hội nghị đối thoại quý I năm 2026",
  addressees: ["Phòng Kinh tế, Hạ tầng và Đô thị phường", "Trạm Y tế phường"],
  body: [paragraph("Ủy ban nhân dân phường giao các cơ quan giải quyết những kiến nghị sau.")],
  signature: { authority: "KT. Chủ tịch", title: "Phó Chủ tịch", name: null },
  recipients: ["Như trên", "Chủ tịch UBND phường (để báo cáo)"],
};

export const frontBallot: Paper = {
  side: "front",
  kind: "ballot_form",
  header: { ...wardFront, symbol: null, blankSymbol: null, date: "2026-02-03" },
  title: "Phiếu lấy ý kiến",
  abstract: "Mức độ hài lòng của Nhân dân đối với hội nghị đối thoại",
  body: [
    paragraph("Phiếu không ghi tên. Xin đánh dấu vào một ô ở mỗi câu.", { align: "center" }),
    heading(2, "Ông (bà) đánh giá thế nào về việc trả lời tại hội nghị?"),
    {
      kind: "choices",
      items: ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng"],
    },
    heading(2, "Kiến nghị lần trước đã được giải quyết chưa?"),
    { kind: "choices", items: ["Đã xong", "Đang làm", "Chưa làm"], inline: true },
    { kind: "formLines", label: "Ý kiến khác:", lines: 4 },
  ],
  signature: null,
  recipients: [],
};

export const minutes: Paper = {
  side: "government",
  kind: "minutes",
  header: { ...ward, symbol: "05/BB-UBND", blankSymbol: "/BB-UBND", date: "2026-10-03" },
  title: "Biên bản",
  abstract: "Hội nghị đối thoại trực tiếp với Nhân dân quý III năm 2026",
  body: [
    paragraph("Thời gian bắt đầu: 8 giờ 00 phút, ngày 03 tháng 10 năm 2026.", { align: "left" }),
    paragraph("Địa điểm: hội trường Ủy ban nhân dân phường.", { align: "left" }),
    heading(1, "Thành phần"),
    {
      kind: "list",
      marks: "number",
      items: ["Chủ trì: Chủ tịch UBND phường.", "Thư ký: Văn phòng.", "Đại biểu: 98 người."],
    },
    heading(1, "Diễn biến"),
    paragraph("Ông Lê Văn Ngà, tổ dân phố số 3, hỏi về đèn đường.\nChủ tịch trả lời: xong trước ngày 15/10."),
    paragraph("Hội nghị kết thúc lúc 11 giờ 30 phút cùng ngày."),
  ],
  signature: null,
  signatures: [
    { authority: null, title: "Thư ký", name: "Phạm Thị Duyên" },
    { authority: null, title: "Chủ tọa", name: "Nguyễn Thị Hương Giang" },
  ],
  recipients: ["Các tổ dân phố"],
};

export const registerBook: Paper = {
  side: "government",
  kind: "register_book",
  header: { ...ward, symbol: null, blankSymbol: null, date: "2026-12-31" },
  title: "Sổ theo dõi kiến nghị",
  abstract: "Năm 2026",
  body: [
    {
      kind: "table",
      columns: ["Mã", "Ngày nhận", "Nội dung", "Chủ trì", "Hạn", "Kết quả"].map((title, index) => ({
        title,
        width: index === 2 ? 4 : 1.5,
      })),
      rows: [["BN-2026-0001", "03/02/2026", "Đèn đường tổ 3 hỏng", "Phòng Kinh tế", "20/02/2026", "Đã xong"]],
    },
  ],
  signature: null,
  recipients: [],
  landscape: true,
};

export const samplePapers: Readonly<Record<string, Paper>> = {
  governmentNotice: governmentNotice(),
  partyPlan,
  governmentLetter,
  frontBallot,
  minutes,
  registerBook,
};
