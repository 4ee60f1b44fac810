// Numbers by which somebody can be reached, found or known: telephones, cards, accounts, files.

/** Digits with one separator between two groups at most, an area code in brackets. */
const digits = /(?<![\p{L}\d/])(?:(?:\+\d{1,3} ?)?\(\d{2,5}\)|\+?\d)(?:[ .-]?\d){4,30}(?![\d/]|[.,-]\d)/gu;
const years = /^(?:(?:19|20)\d\d[ .-]?)+$/;
const amount = /^[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})*$/;
const currency = /^\s{0,3}(?:đ|đồng|vnđ|vnd|nghìn|ngàn|triệu|tr|tỷ|tỉ|m2|m²|m3|kwh|kg|lít)(?![\p{L}\d])/iu;

/** A text without telephones, numbers of cards and accounts: nine digits and more that are no money and no years. */
function withoutLongNumbers(text: string): string {
  return text.replace(digits, (found, at: number) => {
    const bare = found.replace(/\D/g, "");
    if (bare.length < 9 || bare.length > 19 || years.test(found)) return found;
    const behind = text.slice(at + found.length, at + found.length + 12);
    if (currency.test(behind)) return found;
    if (isTelephone(found, bare)) return "[số điện thoại]";
    return amount.test(found) ? found : "[số định danh]";
  });
}

function isTelephone(found: string, bare: string): boolean {
  if (/^\(?\+/.test(found)) return true;
  return /^(?:0\d{9,10}|84\d{9,10})$/.test(bare) && !/^0{4}/.test(bare);
}

const asked = "điện thoại|dien thoai|đt|sđt|sdt|số máy|so may|zalo|hotline|di động|liên hệ|lien he|gọi|goi";
const papers =
  "cccd|cmnd|cmt|cmtnd|hộ chiếu|căn cước(?: công dân)?|số định danh|mã định danh|bhyt|bhxh|thẻ bhyt|thẻ bảo hiểm(?: y tế)?|thẻ|mã hồ sơ|hồ sơ|biên nhận|phiếu hẹn|mã|mst|mã số thuế|số tài khoản|tài khoản|stk|sổ hộ khẩu|hộ khẩu|sổ đỏ|giấy chứng nhận|gcn|gcnqsdđ|biển số|biển kiểm soát|bks|mã khách hàng|số công tơ";

const begun = (words: string) =>
  words.replace(/(?<=^|\|)\p{L}/gu, (letter) => letter.toLocaleUpperCase("vi"));

const patterns: readonly [RegExp, string][] = [
  // A telephone without its area code is one only where it is called so.
  [
    new RegExp(
      `(?=[\\p{Lu}\\d])(?<=(?<![\\p{L}\\d])(?:${asked})(?:\\s{1,3}(?:số|so|qua số|theo số|là))?\\s{0,3}[:.]?\\s{0,3})\\d(?:[ .-]?\\d){5,9}(?![\\p{L}\\d])`,
      "giu",
    ),
    "[số điện thoại]",
  ],
  // What stands on a card or a file, behind its name; no year, and no matter's own code, which is public.
  [
    new RegExp(
      `(?=[\\p{Lu}\\d])(?<=(?<![\\p{L}\\d])(?:${papers}|${papers.toLocaleUpperCase("vi")}|${begun(papers)})(?:\\s{1,3}(?:số|so|là|của tôi)){0,3}\\s{0,3}:?\\s{0,3})(?!(?:19|20)\\d\\d(?![\\d./-]*\\d)|\\p{Lu}[\\p{Lu}\\d-]*-(?:19|20)\\d\\d-\\d{3})(?:\\p{Lu}{1,6}[ -]?){0,4}\\d(?:[-./ ]?[\\p{Lu}\\d]){3,24}(?![\\p{L}\\d])`,
      "gu",
    ),
    "[số giấy tờ]",
  ],
  // Letters and groups of digits such as a file bears, TB-000-0009; a matter's own code, MC-2026-0001, is public.
  [
    /(?<![\p{L}\d/-])\p{Lu}{2,6}(?:-[\p{Lu}\d]{2,10}){1,3}-\d{3,8}(?![\p{L}\d/-])(?<!-(?:19|20)\d\d-\d{3,8})/gu,
    "[số giấy tờ]",
  ],
  [/(?<![\p{L}\d-])\d{2}[\p{Lu}]{1,2}\d?[- ]?\d{3}[.]?\d{2}(?![\p{L}\d])/gu, "[biển số]"],
];

/** The telephones in a text, each by its digits alone. */
export function telephonesIn(text: string): string[] {
  const found: string[] = [];
  replacingTelephones(text, (digitsOfOne) => {
    found.push(digitsOfOne);
    return false;
  });
  return found;
}

/** A text without telephones: of all, or of those alone that are given by their digits. */
export function withoutTelephones(text: string, only?: ReadonlySet<string>): string {
  return replacingTelephones(text, (digitsOfOne) => only === undefined || only.has(digitsOfOne));
}

function replacingTelephones(text: string, takesOut: (digitsOfOne: string) => boolean): string {
  const [calledSo, instead] = patterns[0]!;
  const byCall = text.replace(calledSo, (found) => (takesOut(bareOf(found)) ? instead : found));
  return byCall.replace(digits, (found) => {
    const bare = found.replace(/\D/g, "");
    if (bare.length < 9 || bare.length > 19 || years.test(found) || !isTelephone(found, bare)) return found;
    return takesOut(bareOf(found)) ? instead : found;
  });
}

/** One telephone, however it is written: "+84 912 345 678" is "0912.345.678". */
const bareOf = (written: string) => written.replace(/\D/g, "").replace(/^84(?=\d{9,10}$)/, "0");

/** A text without the numbers by which people, their cards and their cases can be known. */
export function withoutNumbers(text: string): string {
  return patterns.reduce(
    (words, [pattern, instead]) => words.replace(pattern, instead),
    withoutLongNumbers(text),
  );
}
