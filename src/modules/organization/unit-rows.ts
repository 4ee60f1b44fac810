import { isRealDay } from "#kernel/input.ts";
import type { FieldFault } from "#kernel/problem.ts";
import { rowFaults as sentences } from "./row-faults.ts";
import type { UnitKind } from "./unit.ts";

/** One row of a list of units as it was written; the line is its place in the sheet. */
export type UnitRow = {
  readonly line?: number;
  readonly code?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly parent?: string;
  readonly from?: string;
  readonly until?: string;
};

/** What the rows are judged against: the unit they all lie under, its subtree, and every code already in use. */
export type KnownUnits = {
  readonly under: string;
  readonly within: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
};

export type UnitToMake = {
  code: string;
  name: string;
  kind: UnitKind;
  subtype: string | null;
  parent: string;
  from: string | null;
  until: string | null;
};

const kindWords: Readonly<Record<"village" | "agency" | "organisation", readonly string[]>> = {
  village: "thôn bản khu khu_phố khu_dân_cư tổ_dân_phố ấp buôn làng xóm khóm phum sóc tiểu_khu phố".split(
    " ",
  ),
  agency: "cơ_quan phòng ban sở ngành trung_tâm chi_cục đơn_vị_sự_nghiệp".split(" "),
  organisation: "tổ_chức hội đoàn_thể doanh_nghiệp hợp_tác_xã".split(" "),
};

/** "Tổ dân phố" → a village of that type; the code's own words (`village`) are read too. */
export function readKind(word: string): { kind: UnitKind; subtype: string | null } | null {
  const written = word.trim().toLowerCase().replace(/\s+/g, " ");
  for (const [kind, words] of Object.entries(kindWords) as [keyof typeof kindWords, readonly string[]][]) {
    if (written === kind) return { kind, subtype: null };
    if (words.includes(written.replaceAll(" ", "_")))
      return { kind, subtype: kind === "village" ? written : null };
  }
  return null;
}

const codeForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** Judges every cell of every row. All faults are told at once, each at `rows.N.column`; nothing else may be made. */
export function checkUnitRows(
  rows: readonly UnitRow[],
  known: KnownUnits,
): { units: UnitToMake[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const lineOf = firstLines(rows);
  const units = rows.map((row, index): UnitToMake => {
    const at = (column: keyof UnitRow, sentence: { vi: string; en: string }) =>
      faults.push({ field: `rows.${index}.${column}`, ...sentence });
    checkCode(row, index, lineOf, known, at);
    checkName(row, at);
    checkParent(row, lineOf, rows, known, at);
    checkDays(row, at);
    const kind = row.kind ? readKind(row.kind) : null;
    if (!kind) at("kind", row.kind ? sentences.kind(row.kind) : sentences.required);
    return {
      code: row.code ?? "",
      name: row.name ?? "",
      kind: kind?.kind ?? "village",
      subtype: kind?.subtype ?? null,
      parent: row.parent ?? known.under,
      from: row.from ?? null,
      until: row.until ?? null,
    };
  });
  return { units, faults };
}

type At = (column: keyof UnitRow, sentence: { vi: string; en: string }) => void;

function firstLines(rows: readonly UnitRow[]): Map<string, number> {
  const lines = new Map<string, number>();
  rows.forEach(({ code }, index) => {
    if (code && !lines.has(code)) lines.set(code, index);
  });
  return lines;
}

function checkCode(
  { code }: UnitRow,
  index: number,
  lineOf: Map<string, number>,
  known: KnownUnits,
  at: At,
): void {
  if (!code) return at("code", sentences.required);
  if (!codeForm.test(code)) return at("code", sentences.codeForm);
  if (known.taken.has(code)) return at("code", sentences.codeTaken(code));
  if (lineOf.get(code) !== index) at("code", sentences.codeTwice(code));
}

function checkName({ name }: UnitRow, at: At): void {
  if (!name) at("name", sentences.required);
  else if (name.length > 200) at("name", sentences.nameLong);
}

function checkParent(
  { code, parent }: UnitRow,
  lineOf: Map<string, number>,
  rows: readonly UnitRow[],
  known: KnownUnits,
  at: At,
): void {
  if (!parent || parent === known.under) return;
  if (lineOf.has(parent)) {
    if (isInCircle(code, lineOf, rows)) at("parent", sentences.circle);
    return;
  }
  if (known.within.has(parent)) return;
  at("parent", known.taken.has(parent) ? sentences.outside(parent, known.under) : sentences.noParent(parent));
}

/** Whether the units above, as far as this list names them, lead back to the unit itself. */
function isInCircle(
  code: string | undefined,
  lineOf: Map<string, number>,
  rows: readonly UnitRow[],
): boolean {
  let above = code;
  for (let steps = 0; above !== undefined && steps <= rows.length; steps++) {
    const line = lineOf.get(above);
    above = line === undefined ? undefined : rows[line]?.parent;
    if (above === code) return true;
  }
  return false;
}

function checkDays({ from, until }: UnitRow, at: At): void {
  for (const [column, day] of [
    ["from", from],
    ["until", until],
  ] as const) {
    if (day && !isRealDay(day)) at(column, sentences.notADay(day));
    else if (day && (day < "1945-01-01" || day > "2200-12-31")) at(column, sentences.year);
  }
  if (from && until && isRealDay(from) && isRealDay(until) && until < from) at("until", sentences.ordered);
}
