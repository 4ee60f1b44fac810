import type { FieldFault } from "#kernel/problem.ts";
import { isRealDay } from "#kernel/input.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { unaskedNaming, type Kind, type Naming } from "#modules/recommendation/matter.ts";
import { collectedFaults as sentences } from "./collected-faults.ts";

/** One row of a sheet of what was collected, as it was written; the line is its place in the sheet. */
export type CollectedRow = {
  readonly line?: number;
  readonly text?: string;
  readonly field?: string;
  readonly village?: string;
  readonly raised_by?: string;
  readonly naming?: string;
  readonly kind?: string;
  readonly on?: string;
};

type Named = { readonly code: string; readonly name: string };

/** What the rows are judged against. */
export type KnownForCollecting = {
  readonly fields: readonly Named[];
  readonly villages: readonly Named[];
  /** The villages that the one who brings them may speak for; null for any. */
  readonly ownVillages: readonly string[] | null;
  /** The last day on which they can have come in. */
  readonly lastDay: string;
};

export type CollectedMatter = {
  readonly text: string;
  readonly field: string;
  readonly village: string | null;
  readonly raisedBy: string | null;
  readonly naming: Naming;
  readonly kind: Kind;
  readonly on: string;
};

const LONGEST = 20_000;

const kindOf: Readonly<Record<string, Kind>> = {
  "kien nghi": "recommendation",
  "de xuat": "recommendation",
  "kien nghi de xuat": "recommendation",
  "phan anh": "report",
  "cau hoi": "question",
  "gop y": "opinion",
};
const namingOf: Readonly<Record<string, Naming>> = {
  "neu ten": "named",
  "chi van phong biet ten": "secretariat_only",
  "chi van phong biet": "secretariat_only",
  "khong neu ten": "anonymous",
};

/** Judges every cell of every row. All faults are told at once, each at `rows.N.column`; nothing else may be written. */
export function checkCollectedRows(
  rows: readonly CollectedRow[],
  known: KnownForCollecting,
): { matters: CollectedMatter[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const seen = new Map<string, number>();
  const matters = rows.map((row, index): CollectedMatter => {
    const at: At = (column, sentence) => void faults.push({ field: `rows.${index}.${column}`, ...sentence });
    checkText(row, index, seen, at);
    const naming = wordIn("naming", row.naming, namingOf, at);
    if (naming === "anonymous" && row.raised_by) at("raised_by", sentences.unaskedName);
    return {
      text: row.text ?? "",
      field: theOne("field", row.field, known.fields, at) ?? "",
      village: villageOf(row, known, at),
      raisedBy: row.raised_by ?? null,
      naming: naming ?? (row.raised_by ? unaskedNaming : "anonymous"),
      kind: wordIn("kind", row.kind, kindOf, at) ?? "recommendation",
      on: dayOf(row, known, at),
    };
  });
  return { matters, faults };
}

type At = (column: keyof CollectedRow, sentence: { vi: string; en: string }) => void;

/** The same words from the same village twice are one recommendation. */
function checkText(row: CollectedRow, index: number, seen: Map<string, number>, at: At): void {
  if (!row.text) return at("text", sentences.required);
  if (row.text.length > LONGEST) return at("text", sentences.long);
  const same = `${searchKey(row.village ?? "")} ${searchKey(row.text)}`;
  const first = seen.get(same);
  if (first !== undefined) at("text", sentences.twice(first));
  else seen.set(same, row.line ?? index + 1);
}

function villageOf(row: CollectedRow, known: KnownForCollecting, at: At): string | null {
  const { ownVillages, villages } = known;
  if (!row.village && ownVillages?.length === 1) return ownVillages[0]!;
  if (!row.village) {
    if (ownVillages) at("village", sentences.required);
    return null;
  }
  const village = theOne("village", row.village, villages, at);
  if (village && ownVillages && !ownVillages.includes(village)) at("village", sentences.notOwn(row.village));
  return village;
}

/** By code, or by a name that only one of them bears. */
function theOne(
  column: "field" | "village",
  written: string | undefined,
  choices: readonly Named[],
  at: At,
): string | null {
  if (!written) {
    at(column, sentences.required);
    return null;
  }
  const byCode = choices.find(({ code }) => code === written);
  if (byCode) return byCode.code;
  const named = choices.filter(({ name }) => searchKey(name) === searchKey(written));
  if (named.length === 0) at(column, sentences.unknown(written));
  if (named.length > 1)
    at(
      column,
      sentences.several(
        written,
        named.map(({ code }) => code),
      ),
    );
  return named.length === 1 ? named[0]!.code : null;
}

function wordIn<Word>(
  column: "kind" | "naming",
  written: string | undefined,
  words: Readonly<Record<string, Word>>,
  at: At,
): Word | null {
  if (!written) return null;
  const word = Object.entries(words).find(([name]) => name === searchKey(written))?.[1];
  if (word === undefined) at(column, column === "kind" ? sentences.kind(written) : sentences.naming(written));
  return word ?? null;
}

function dayOf({ on }: CollectedRow, { lastDay }: KnownForCollecting, at: At): string {
  if (!on) return lastDay;
  if (!isRealDay(on)) at("on", sentences.notADay(on));
  else if (on > lastDay) at("on", sentences.late(on));
  else if (on < "1945-01-01") at("on", sentences.notADay(on));
  return on;
}
