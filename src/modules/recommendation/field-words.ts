// What fields and their parts are called in English. Their names are kept by the centre in Vietnamese; one that it has added
// or renamed since has no other.
const english: Readonly<Record<string, string>> = {
  "Đất đai": "Land",
  "Cấp giấy chứng nhận": "Land-use certificates",
  "Thu hồi, bồi thường, tái định cư": "Recovery of land, compensation, resettlement",
  "Lấn chiếm đất": "Encroachment on land",
  "Quy hoạch, trật tự xây dựng, quản lý đô thị": "Planning, building order, urban management",
  "Giao thông": "Roads and transport",
  "Thủy lợi, cấp thoát nước": "Irrigation, water supply and drainage",
  "Điện, chiếu sáng, viễn thông": "Electricity, lighting, telecommunications",
  "Vệ sinh môi trường": "Environment and sanitation",
  "An ninh trật tự": "Security and public order",
  "Nông nghiệp, nông thôn mới": "Agriculture and new rural areas",
  "Y tế": "Health",
  "Giáo dục": "Education",
  "Văn hóa, thiết chế thôn": "Culture and village facilities",
  "Chính sách xã hội, người có công, hộ nghèo": "Social policy, people with merit, poor households",
  "Lao động, việc làm": "Labour and employment",
  "Thuế, phí, tài chính": "Taxes, fees, finance",
  "Cải cách hành chính": "Administrative reform",
  "Cán bộ, chế độ người hoạt động không chuyên trách": "Officials and part-time workers",
  "Xây dựng Đảng, hệ thống chính trị": "Party building and the political system",
  "Dân tộc, tôn giáo": "Ethnic affairs and religion",
  "Sắp xếp đơn vị, thôn, tổ dân phố": "Rearrangement of units and villages",
  "Quốc phòng": "Defence",
  "Lĩnh vực khác": "Other fields",
};

/** The name of a field, or of one within another ("Đất đai › Lấn chiếm đất"), in a language. */
export function fieldWord(name: string, language: "vi" | "en"): string {
  if (language === "vi") return name;
  return name
    .split(" › ")
    .map((part) => english[part] ?? part)
    .join(" › ");
}
