import type { RegisterFileInput } from "#modules/register/register-file.ts";

type Unit = NonNullable<RegisterFileInput["units"]>[number];

/** The eight wards and nine communes of the city in 2020, and into how many quarters or villages each is divided here. */
const COMMUNES: [code: string, name: string, villages: number][] = [
  ["TRP", "Phường Trần Phú", 5],
  ["HL", "Phường Hòa Lạc", 4],
  ["KL", "Phường Ka Long", 8],
  ["ND", "Phường Ninh Dương", 8],
  ["HH", "Phường Hải Hòa", 9],
  ["HY", "Phường Hải Yên", 8],
  ["TC", "Phường Trà Cổ", 7],
  ["BN", "Phường Bình Ngọc", 4],
  ["HX", "Xã Hải Xuân", 8],
  ["HD", "Xã Hải Đông", 9],
  ["HT", "Xã Hải Tiến", 7],
  ["VN", "Xã Vạn Ninh", 6],
  ["VTH", "Xã Vĩnh Thực", 4],
  ["VTR", "Xã Vĩnh Trung", 4],
  ["QNG", "Xã Quảng Nghĩa", 4],
  ["BS", "Xã Bắc Sơn", 3],
  ["HS", "Xã Hải Sơn", 3],
];

const AGENCIES: [code: string, name: string][] = [
  ["VP", "Văn phòng HĐND và UBND thành phố"],
  ["QLDT", "Phòng Quản lý đô thị"],
  ["TNMT", "Phòng Tài nguyên và Môi trường"],
  ["KT", "Phòng Kinh tế"],
  ["TCKH", "Phòng Tài chính - Kế hoạch"],
  ["LDTBXH", "Phòng Lao động - Thương binh và Xã hội"],
  ["VHTT", "Phòng Văn hóa và Thông tin"],
  ["GDDT", "Phòng Giáo dục và Đào tạo"],
  ["NV", "Phòng Nội vụ"],
  ["YT", "Trung tâm Y tế thành phố"],
  ["DVNN", "Trung tâm Dịch vụ kỹ thuật nông nghiệp"],
  ["GPMB", "Trung tâm Phát triển quỹ đất"],
  ["BQLDA", "Ban Quản lý dự án đầu tư xây dựng"],
  ["CA", "Công an thành phố"],
  ["BCHQS", "Ban Chỉ huy Quân sự thành phố"],
  ["BTC", "Ban Tổ chức Thành ủy"],
];

const ORGANISATIONS: [code: string, name: string][] = [
  ["DIEN", "Điện lực Móng Cái"],
  ["NUOC", "Xí nghiệp Nước Móng Cái"],
  ["MTDT", "Công ty Môi trường đô thị Móng Cái"],
];

export function mongCaiUnits(): Unit[] {
  return [
    { code: "QN", name: "Tỉnh Quảng Ninh", kind: "province", parent: null, from: "1963-10-30", until: null },
    {
      code: "MC",
      name: "Thành phố Móng Cái",
      kind: "district",
      parent: "QN",
      from: "2008-09-24",
      until: null,
    },
    ...AGENCIES.map(([code, name]) => below("MC", code, name, "agency")),
    ...ORGANISATIONS.map(([code, name]) => below("MC", code, name, "organisation")),
    ...COMMUNES.map(([code, name]) => below("MC", code, name, "commune")),
    ...COMMUNES.flatMap(villagesOf),
  ];
}

/** Wards have quarters (khu), communes have villages (thôn). */
function villagesOf([commune, name, villages]: [string, string, number]): Unit[] {
  const word = name.startsWith("Phường") ? "Khu" : "Thôn";
  return Array.from({ length: villages }, (_, at) =>
    below(`MC-${commune}`, String(at + 1), `${word} ${at + 1}`, "village"),
  );
}

function below(parent: string, code: string, name: string, kind: Unit["kind"]): Unit {
  return { code: `${parent}-${code}`, name, kind, parent };
}
