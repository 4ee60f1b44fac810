// What the rules and the laws that a register begins with are called in English; an administrator's own have one name.
const english: Readonly<Record<string, string>> = {
  "Thông báo hội nghị đối thoại": "Announcing a dialogue conference",
  "Công khai kết quả hội nghị đối thoại": "Publishing the results of a dialogue conference",
  "Trả lời bằng văn bản sau hội nghị đối thoại": "Answering in writing after a dialogue conference",
  "Trả lời bằng văn bản": "Answering in writing",
  "Trả lời của người đứng đầu cấp ủy về việc tiếp nhận hoặc chuyển kiến nghị":
    "Word of the head of the Party committee on accepting or passing on a recommendation",
  "Ban hành thông báo kết luận": "Issuing the notice of conclusion",
  "Mặc định của phần mềm, chưa có quy định riêng": "Default of the product; no rule of one’s own yet",
  "Thời hạn do cơ quan tự đặt khi không có quy định": "The office’s own term where no rule gives one",
  "Hạn ghi khi giao việc": "Date given with the assignment",
  "Văn bản giao việc": "Paper of assignment",
  "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 43":
    "Law on Organisation of Local Government No. 72/2025/QH15, Article 43",
  "Quy định số 11-QĐi/TW ngày 18/02/2019 của Bộ Chính trị":
    "Regulation No. 11-QĐi/TW of the Politburo, 18 February 2019",
  "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15": "Law on Grassroots Democracy No. 10/2022/QH15",
  "Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị":
    "Decision No. 218-QĐ/TW of the Politburo, 12 December 2013",
  "Quy chế số 08-QC/TU ngày 03/01/2018 của Tỉnh ủy Hải Dương":
    "Regulation No. 08-QC/TU of the Party Committee of Hải Dương Province, 3 January 2018",
};

/** The name of a rule, or what it cites, in a language. */
export function ruleWord(text: string, language: "vi" | "en"): string {
  return language === "vi" ? text : (english[text] ?? text.replace(/^Văn bản số /, "Paper No. "));
}
