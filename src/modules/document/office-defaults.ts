import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import type { Side } from "./document-model.ts";
import type { Term } from "./numbering.ts";
import type { Office } from "./office.ts";

/** The unit as it is called on the day, and the one it lies in. */
export type OfficeUnit = {
  readonly name: string;
  readonly kind: string;
  readonly parentName: string | null;
};
/** Those who head the sides today, where the register knows them. */
export type Heads = Readonly<Record<Side, string | null>>;

/** What an office's papers look like until it says so itself: derived from the unit's name and kind. */
export function defaultOffice(side: Side, unit: OfficeUnit, heads: Heads): Office {
  return { ...byside[side](unit), ...signing[side](heads[side], unit) };
}

type Frame = Pick<Office, "superior" | "issuer" | "place" | "suffix" | "suffixes" | "terms">;

const byside: Record<Side, (unit: OfficeUnit) => Frame> = {
  government: governmentFrame,
  party: partyFrame,
  front: frontFrame,
};

/** A people's committee shows no body above it; an agency shows the committee it belongs to. */
function governmentFrame(unit: OfficeUnit): Frame {
  const { name, kind, parentName } = unit;
  const place = placeOf(unit);
  const terms: Term[] = [];
  if (kind === "agency" && parentName) {
    const code = initials(name, parentName);
    const superior = `Ủy ban nhân dân\n${parentName}`;
    return { superior, issuer: name, place, suffix: code, suffixes: [{ type: "CV", suffix: code }], terms };
  }
  const issuer = `Ủy ban nhân dân\n${name}`;
  return {
    superior: null,
    issuer,
    place,
    suffix: "UBND",
    suffixes: [{ type: "CV", suffix: "UBND-VP" }],
    terms,
  };
}

/** Committees below the commune's level and above it have names of their own: "Huyện ủy Nam Sách", "Tỉnh ủy …". */
const committees: Readonly<Record<string, { readonly word: string; readonly code: string }>> = {
  tỉnh: { word: "Tỉnh ủy", code: "TU" },
  "thành phố": { word: "Thành ủy", code: "TU" },
  huyện: { word: "Huyện ủy", code: "HU" },
  quận: { word: "Quận ủy", code: "QU" },
  "thị xã": { word: "Thị ủy", code: "TU" },
};

function partyFrame(unit: OfficeUnit): Frame {
  const { name, parentName, kind } = unit;
  const { word, bare } = nameParts(name);
  const own = committees[word];
  const issuer = own ? `${own.word} ${bare}` : `Đảng ủy ${nameInSentence(name)}`;
  const superior = kind === "province" || !parentName ? null : `Đảng bộ ${nameInSentence(parentName)}`;
  const suffix = own?.code ?? "ĐU";
  return { superior, issuer, place: placeOf(unit), suffix, suffixes: [], terms: usualTerms };
}

/** "Đảng ủy", "Thành ủy": the Party committee of a unit of this name, as offices call it among themselves. */
export function committeeWord(unitName: string): string {
  const { word } = nameParts(unitName);
  return committees[word]?.word ?? (word === "" ? "cấp ủy" : "Đảng ủy");
}

function frontFrame(unit: OfficeUnit): Frame {
  const superior = `Ủy ban MTTQ Việt Nam\n${unit.name}`;
  const suffix = "MTTQ-BTT";
  return { superior, issuer: "Ban Thường trực", place: placeOf(unit), suffix, suffixes: [], terms: [] };
}

/** Congresses of the committees below the centre are held in the middle of every fifth year. */
const usualTerms: readonly Term[] = [2010, 2015, 2020, 2025].map((year) => ({
  name: `${year}-${year + 5}`,
  fromOn: `${year}-07-01`,
}));

type Signing = Pick<Office, "signers" | "recipients">;

const signing: Record<Side, (name: string | null, unit: OfficeUnit) => Signing> = {
  government: (name, unit) => ({
    signers: [{ authority: "TM. Ủy ban nhân dân", title: "Chủ tịch", name }],
    recipients: [`Thường trực ${committeeNear(unit)}`, "Lưu: VT"],
  }),
  party: (name, { name: unitName, parentName }) => ({
    signers: [{ authority: "T/M Ban Thường vụ", title: "Bí thư", name }],
    recipients: [
      `${parentName ? `Ban Thường vụ ${committeeWord(parentName)}` : "Cấp ủy cấp trên"} (để báo cáo)`,
      `Lưu Văn phòng ${committeeWord(unitName)}`,
    ],
  }),
  front: (name, unit) => ({
    signers: [{ authority: "TM. Ban Thường trực", title: "Chủ tịch", name }],
    recipients: [`Thường trực ${committeeNear(unit)}`, "Lưu: VT"],
  }),
};

/** The committee that leads a unit; an agency's is the one of the unit it belongs to. */
function committeeNear({ kind, name, parentName }: OfficeUnit): string {
  return committeeWord(kind === "agency" && parentName ? parentName : name);
}

const words = ["thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã"];

/** "Phường Ninh Dương" → "phường", "Ninh Dương"; a name without such a word is all its own. */
function nameParts(name: string): { word: string; bare: string } {
  const word = words.find((each) => name.toLocaleLowerCase("vi").startsWith(`${each} `)) ?? "";
  return { word, bare: name.slice(word.length).trim() };
}

/** An agency dates its papers from the place of the unit that it belongs to. */
function placeOf({ kind, name, parentName }: OfficeUnit): string {
  return nameParts(kind === "agency" && parentName ? parentName : name).bare;
}

/** "Phòng Kinh tế xã An" of "Xã An" → "PKT". */
function initials(name: string, parentName: string): string {
  const at = name.toLocaleLowerCase("vi").indexOf(parentName.toLocaleLowerCase("vi"));
  const own = at > 0 ? name.slice(0, at) : name;
  const letters = own.split(/[^\p{L}]+/u).map((word) => word.slice(0, 1).toLocaleUpperCase("vi"));
  return letters.join("").slice(0, 10);
}
