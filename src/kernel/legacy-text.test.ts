import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#platform/server/project-root.ts";
import { describe, expect, it } from "vitest";
import { fromLegacy, legacyEncoding } from "./legacy-text.ts";
import { legacyLetters, type LegacyEncoding } from "./legacy-tables.ts";

const said =
  "Cộng hòa xã hội chủ nghĩa Việt Nam. Đề nghị ủy ban sửa đoạn đường liên thôn đã hỏng, mỗi lần mưa là ngập; " +
  "cử tri kiến nghị hỗ trợ hộ nghèo, xây kè chống sạt lở, xử lý rác thải ở bãi tập kết, lắp đèn chiếu sáng ngõ 3.";

/** The text as an old program wrote it; for the tests alone. */
function typedIn(encoding: LegacyEncoding, text: string): string {
  const signs = new Map([...legacyLetters[encoding]].map(([sign, letter]) => [letter, sign]));
  return [...text].map((letter) => signs.get(letter) ?? letter).join("");
}

describe("a text typed in a font made before Unicode", () => {
  it.each([
    ["tcvn3", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
    ["tcvn3", "§Ò nghÞ söa ®o¹n ®\u00adêng liªn th«n", "Đề nghị sửa đoạn đường liên thôn"],
    ["tcvn3", "CéNG HßA X· HéI", "CỘNG HÒA XÃ HỘI"],
    ["vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
    ["vni", "Ñeà nghò söûa ñoaïn ñöôøng lieân thoân", "Đề nghị sửa đoạn đường liên thôn"],
    ["vni", "UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"],
    ["tcvn3", "§Ò nghÞ söa ®\u00adêng", "Đề nghị sửa đường"],
    ["tcvn3", "NguyÔn V¨n An", "Nguyễn Văn An"],
    ["tcvn3", "V¨n", "Văn"],
    ["tcvn3", "TrÇn Phó", "Trần Phú"],
    ["tcvn3", "NguyÔn", "Nguyễn"],
    ["tcvn3", "HuÖ", "Huệ"],
    ["tcvn3", "§øc", "Đức"],
    ["tcvn3", "Tæ 3, khu C«ng tr×nh", "Tổ 3, khu Công trình"],
    ["vni", "Ñöùc", "Đức"],
    ["vni", "Traàn An", "Trần An"],
    ["vni", "Leâ", "Lê"],
    ["vni", "Ñöôøng 3", "Đường 3"],
  ] as const)("%s: %s", (encoding, typed, text) => {
    expect(legacyEncoding(typed)).toBe(encoding);
    expect(fromLegacy(typed, encoding).normalize("NFC")).toBe(text);
  });

  it.each(["tcvn3", "vni"] as const)(
    "%s comes back whole, line by line, with what is Unicode already",
    (encoding) => {
      const text = `${said}\nKhu 3\nTổ bảo vệ`;
      const typed = `${typedIn(encoding, text)}\nÔng Rơ Châm Ŭn ở làng Kép đã gõ dòng này.`;
      expect(legacyEncoding(typed)).toBe(encoding);
      expect(fromLegacy(typed, encoding)).toBe(`${text}\nÔng Rơ Châm Ŭn ở làng Kép đã gõ dòng này.`);
    },
  );
});

it.each(["é", "é ", "hßa", "a·\n", "¨\u00ad"])("%j over and over is judged in linear time", (some) => {
  const work = (times: number) => {
    const text = some.repeat(times);
    const before = process.cpuUsage();
    fromLegacy(text, legacyEncoding(text) ?? "tcvn3");
    return process.cpuUsage(before).user / 1000;
  };
  work(5000);
  expect(work(40_000)).toBeLessThan(10 * (work(10_000) + 20));
});

describe("a whole register", () => {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "object" && value) Object.values(value).forEach(collect);
  };
  for (const name of ["mong-cai-2020", "tho-quan-2019"])
    collect(JSON.parse(readFileSync(join(projectRoot, "registers", `${name}.json`), "utf8")));
  const sentences = texts.filter((text) => text.length > 40 && /[ăâđêôơư]/i.test(text));

  it("in Unicode is never taken for one", () => {
    expect(texts.filter(legacyEncoding)).toEqual([]);
  });

  it.each(["tcvn3", "vni"] as const)("in %s is recognised and comes back", (encoding) => {
    const lost = sentences.filter((text) => {
      const typed = typedIn(encoding, text);
      return legacyEncoding(typed) !== encoding || fromLegacy(typed, encoding) !== text;
    });
    expect(lost.length).toBeLessThan(sentences.length * 0.01);
  });
});

describe("is never taken for one", () => {
  it.each([
    said,
    said.normalize("NFC").toUpperCase(),
    "Bò, gà, cá, lê, tê, xôi, chó, bà, bé, tí",
    "H'Bĭa Niê, Y Čuŏng Êban, Siu Hŭn, Ksor Ĕm, Rơ Châm Ŏ",
    "Y Thôn Niê, Y Blô Mlô, H'Nôt Kpôr, Ama Kông, Ea Tôt, Buôn Kôp, Krông Pôt",
    "Hmông, Vừ Mí Kề, Giàng A Páo, Sùng Thị Súa, Lò Thị Ín",
    "Thạch Sà Phone, Châu Kim Sêng, Kiên Sóc Khôm",
    "Il est né à Pâques, où même le maître a été très fâché près de la forêt; la fête, ça me gêne, très bientôt.",
    "Être à côté du château: le bébé, l'hôtel, le théâtre, où, là, dès août.",
    "Café, résumé, naïve, façade, Zürich, São Paulo, El Niño, señor, mañana, piñata, jalapeño",
    "Für die Größe über öffentliche Straßen schön, Bücher, Äpfel, Übung",
    "Smörgåsbord på ön, Ångström, Malmö, Göteborg, Tromsø, Århus, Købnhavn",
    "Diện tích 25 m² × 3, giá 1.500 ¥ ± 5 %, nhiệt độ 30 °C, «trích», ©2026, 3½, §2",
    "São João não põe pão; coração, informação, avó, avô, você",
    "Loïc",
    "Naïm",
    "laïc",
    "João",
    "Leão",
    "Noël",
    "Zoë",
    "Raúl",
    "Beáta",
    "José Ñáñez",
    "Ñandú",
    "m²",
    "Lª",
    "25°C",
    "McÉwan",
    "Citroën",
    "Coöperatie",
    "",
    "ñ ü ö ä",
    "Kiến nghị 1: ñ ü ö ä",
  ])("%s", (text) => expect(legacyEncoding(text)).toBeNull());
});
