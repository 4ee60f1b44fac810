// How letters lie in fonts made before Unicode, as Windows reads them when such a text is pasted. Written after the
// public standards: TCVN 5712:1993 (VN3, the fonts .Vn…, called ABC), and the table of VNI-Windows.

export const legacyEncodings = ["tcvn3", "vni"] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];

const inTcvn3 = `
  ¸á µà ¶ả ·ã ¹ạ ¨ă ¾ắ »ằ ¼ẳ ½ẵ Æặ ©â Êấ Çầ Èẩ Éẫ Ëậ ®đ Ðé Ìè Îẻ Ïẽ Ñẹ ªê Õế Òề Óể Ôễ Öệ Ýí ×ì Øỉ Üĩ Þị
  ãó ßò áỏ âõ äọ «ô èố åồ æổ çỗ éộ ¬ơ íớ êờ ëở ìỡ îợ óú ïù ñủ òũ ôụ \u00adư øứ õừ öử ÷ữ ùự ýý úỳ ûỷ üỹ þỵ
  ¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ`;

const tones = { ù: "\u0301", ø: "\u0300", û: "\u0309", õ: "\u0303", ï: "\u0323" };
const hatted = {
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
};
const curved = {
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
/** Letters that are whole; i has its tones in them, ơ and ư take a sign of tone behind them. */
const whole = { ñ: "đ", ô: "ơ", ö: "ư", í: "í", ì: "ì", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };

const pairsOf = (bases: string, signs: Readonly<Record<string, string>>): [string, string][] =>
  [...bases].flatMap((base) =>
    Object.entries(signs).map(([sign, marks]): [string, string] => [
      base + sign,
      ((whole as Record<string, string>)[base] ?? base).normalize("NFD").concat(marks).normalize("NFC"),
    ]),
  );

const inVni = [
  ...pairsOf("aeouyôö", tones),
  ...pairsOf("aeo", hatted),
  ...pairsOf("a", curved),
  ...Object.entries(whole),
];
const inCapitals = (pairs: readonly [string, string][]): [string, string][] =>
  pairs.map(([sign, letter]) => [sign.toUpperCase(), letter.toUpperCase()]);
/** "Aù" at the head of a name: a capital with a small sign. */
const atHead = inVni
  .filter(([sign]) => sign.length === 2)
  .map(([sign, letter]): [string, string] => [sign[0]!.toUpperCase() + sign[1]!, letter.toUpperCase()]);

/** The letter for each sign, or pair of signs, of an encoding. */
export const legacyLetters: Readonly<Record<LegacyEncoding, ReadonlyMap<string, string>>> = {
  tcvn3: new Map(
    inTcvn3
      .trim()
      .split(/[ \n]+/)
      .map((pair) => [pair[0]!, pair.slice(1)]),
  ),
  vni: new Map([...inVni, ...inCapitals(inVni), ...atHead]),
};
