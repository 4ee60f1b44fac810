import { composed } from "#kernel/vietnamese-text.ts";
import { withoutNames } from "./name-in-text.ts";

// What is never public: names, identity numbers, telephones, letters' addresses, house numbers. It is proposed: a
// person reads it before it is posted.

const patterns: readonly [RegExp, string][] = [
  [/(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu, "[thư điện tử]"],
  // Twelve digits, or nine for the old card, also in groups.
  [/(?<!\d)(?:\d{12}|\d{3} \d{3} \d{3} \d{3}|\d{9})(?!\d)/g, "[số định danh]"],
  [/(?<!\d)(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)/g, "[số điện thoại]"],
  [/(?<![\p{L}\d])(?:số nhà|nhà số|SN)\.?\s*\d+[\p{L}\d/-]*/giu, "[địa chỉ]"],
  // A number before a lane or a street, and the number of the lane in the lane; the street itself is no house.
  [
    /(?<![\p{L}\d])số\s+\d+[\p{Lu}\d/-]*(?=,?\s+(?:ngõ|ngách|hẻm|kiệt|đường|phố)(?![\p{L}\d]))/giu,
    "[địa chỉ]",
  ],
];

/** Called by a title and a name, such as "bà Phạm Thị Lý"; an office held is no name. */
const titled =
  /(?<=(?<![\p{L}\d])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác)\s+)(?!Chủ|Bí|Phó|Trưởng|Giám|Hiệu|Chánh)\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){0,4}/gu;

/** A text as it may be posted: without the given names, and without what looks like a name, a number or an address. */
export function masked(text: string, names: readonly string[]): string {
  const plain = patterns.reduce(
    (words, [pattern, instead]) => words.replace(pattern, instead),
    composed(text),
  );
  return withoutNames(plain, names).replace(titled, "[tên]");
}

/** What most names of people begin with. */
const families =
  "An|Âu|Bạch|Bàn|Bế|Bùi|Cao|Chảo|Châu|Chu|Cù|Diệp|Doãn|Dương|Đàm|Đào|Đặng|Điểu|Đinh|Đoàn|Đỗ|Đồng|Giang|Giàng|Hà|Hạ|Hán|Hầu|Hồ|Hoàng|Hứa|Huỳnh|Khổng|Khúc|Kiều|Kim|La|Lạc|Lại|Lâm|Lầu|Lê|Lò|Lộc|Lù|Lục|Lương|Lưu|Lý|Ma|Mã|Mạc|Mai|Nghiêm|Ngô|Nguyễn|Ninh|Nông|Ông|Phan|Phạm|Phùng|Quách|Quàng|Sầm|Sùng|Tạ|Tăng|Thạch|Thái|Thân|Thào|Tiêu|Tòng|Tô|Tôn|Tống|Trần|Triệu|Trịnh|Trương|Từ|Ung|Vàng|Vi|Viên|Võ|Vũ|Vừ|Vương";
const familyThenName = new RegExp(
  `(?<![\\p{L}\\d])(?:${families}|${families.toLocaleUpperCase("vi")})\\s+\\p{Lu}`,
  "u",
);

/** Whether somebody may be named without a title: a place may be called after a person too, which whoever reads it sees. */
export function mayNameSomebody(text: string): boolean {
  return familyThenName.test(composed(text));
}
