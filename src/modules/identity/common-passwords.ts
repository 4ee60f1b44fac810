import { foldTone } from "#kernel/vietnamese-text.ts";

/**
 * What people here take when they are asked for ten signs, without marks: the words of lists of leaked passwords and of
 * habit, each alone, twice, or with digits and signs around it.
 */
const words = `
matkhau matkhaucuatoi matkhaumoi matkhaumanh password passw passwd passcode letmein welcome iloveyou ilove loveyou
anhyeuem emyeuanh yeuem yeuanh yeuemnhieu yeuanhnhieu anhnhoem emnhoanh toiyeuem toiyeuvietnam iloveyouforever mylove
vietnam vietnamvodich viet hanoi saigon danang haiphong hue cantho tphcm hochiminh bacho quangninh mongcai hathanh
admin administrator quantri quantrivien root user guest test demo demodemo abc abcd abcde abcdef abcxyz xyz qaz wsx
xinchao chaoban chaomung khongbiet khongco khongnho quenmatkhau taikhoan dangnhap nguoidung daubuoi concac
doithoai kiennghi ubnd uyban uybannhandan chutich bithu thuky congan congchuc canbo vanphong mattran dangcongsan
dangbo dangvien chiho xaphuong phuong thixa thanhpho diaphuong bomon tinhuy huyenuy
nguyen nguyenvan nguyenthi tranvan levan phamvan hoangvan buivan dovan nguyenthu minhanh hoang trang linh huong
giadinh bome boyeume concung conyeu giadinhtoi hanhphuc maiyeu tinhyeu mottinhyeu cuocsong tuonglai songvui
thienthan thienlong baobinh bongda bongdavietnam manchester mancity manutd barcelona realmadrid chelsea ronaldo messi
dragon monkey master superman batman princess sunshine football baseball computer internet samsung iphone nokia apple
google facebook zalo zaloviet gmail yahoo windows microsoft android mobile viettel vinaphone mobifone
qwerty qwertyuiop qwert asdfgh asdfghjkl asdf zxcvbnm zxcvbn qwe asd zxc poiuytrewq changeme default secret trustno
mkhau maatjkhaaur matkau mk pass pw baomat baomatcao antoan anninh
`
  .trim()
  .split(/\s+/);
const known: ReadonlySet<string> = new Set(words);

/** Rows of keys and of signs that go on by themselves; a part of one, forwards or backwards, is no secret. */
const rows = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "qazwsxedcrfvtgbyhnujm",
];
const signs: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "0": "o",
  "1": "i",
  "!": "i",
  "3": "e",
  "5": "s",
  $: "s",
  "7": "t",
};

/**
 * Whether a password is among the first that anybody would try: a common word with digits around it, a row of keys, one
 * piece again and again, a telephone or identity number, a day, or what the account itself is called.
 * @param own the names of the account, which everybody knows
 */
export function isCommonPassword(text: string, own: readonly (string | null | undefined)[] = []): boolean {
  const plain = foldTone(text).replace(/\s+/g, "");
  if (isNumberOfOnes(plain) || isRepeated(plain) || isRow(plain)) return true;
  const names = own.flatMap((name) => namesIn(name ?? ""));
  const common = (word: string) => known.has(word) || names.includes(word);
  return [plain, lettersMeant(plain), lettersMeant(withoutEnds(plain))].some((read) =>
    [withoutEnds(read), read.replace(/[^a-z]/g, "")].some((word) => word !== "" && isMadeOf(word, common)),
  );
}

const withoutEnds = (text: string) => text.replace(/^[^a-z]+|[^a-z]+$/g, "");
const lettersMeant = (text: string) => text.replace(/[@0134!5$7]/g, (sign) => signs[sign]!);

/** Nothing but common words, two at most: `matkhau`, `adminadmin`, `chutichubnd`. */
function isMadeOf(word: string, common: (word: string) => boolean): boolean {
  if (common(word)) return true;
  for (let cut = 2; cut <= word.length - 2; cut += 1)
    if (common(word.slice(0, cut)) && common(word.slice(cut))) return true;
  return false;
}

function namesIn(name: string): string[] {
  const parts = foldTone(name)
    .split(/[^a-z0-9]+/)
    .filter((part) => part.length > 1);
  return [parts.join(""), ...parts]
    .map((part) => part.replace(/[^a-z]/g, ""))
    .filter((part) => part.length > 1);
}

/** Telephone numbers, identity numbers, days of birth and whatever else is digits alone, up to sixteen. */
function isNumberOfOnes(plain: string): boolean {
  const digits = plain.replace(/[.\-+/()]/g, "");
  return /^\d+$/.test(digits) && digits.length <= 16;
}

function isRepeated(plain: string): boolean {
  for (let size = 1; size <= plain.length / 2; size += 1) {
    const piece = plain.slice(0, size);
    if (plain === piece.repeat(Math.ceil(plain.length / size)).slice(0, plain.length)) return true;
  }
  return false;
}

function isRow(plain: string): boolean {
  const signsOnly = plain.replace(/[^a-z0-9]/g, "");
  if (signsOnly.length < 6) return true;
  const back = [...signsOnly].toReversed().join("");
  return rows.some((row) => row.includes(signsOnly) || row.includes(back));
}
