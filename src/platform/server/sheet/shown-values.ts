/** A cell of which the sheet alone does not say what was meant: where it stands, and what it shows. */
export type DoubtfulCell = { readonly place: string; readonly shown: string };

/**
 * A sheet's text with its numbers as the sheet shows them, where the number itself would say less or something else: a
 * code of a fixed length (00123), an hour. Those that the program made a day of without a year, as it does of "5-1", are
 * told: whether a day was meant only the one who typed it knows.
 */
export function withShownValues(
  xml: string,
  formats: readonly string[],
  from1904: boolean,
): { xml: string; doubtful: DoubtfulCell[] } {
  const parts: string[] = [];
  const doubtful: DoubtfulCell[] = [];
  let written = 0;
  for (const { start, end, cell } of cellsOf(xml)) {
    const format = formats[Number(/\ss="(\d+)"/.exec(cell)?.[1])];
    const value = numberIn(cell);
    if (format === undefined || value === null) continue;
    const place = /\sr="([A-Z]+\d+)"/.exec(cell)?.[1] ?? "";
    const shown = shownAs(format, value);
    if (shown !== null) {
      parts.push(xml.slice(written, start), textCell(place, shown));
      written = end;
    } else if (isDayWithoutYear(format) && value >= 1)
      doubtful.push({ place, shown: dayAndMonth(value, from1904) });
  }
  return { xml: parts.join("") + xml.slice(written), doubtful };
}

/** The cells with something in them, one after another; the text is gone through once. */
function* cellsOf(xml: string) {
  for (let at = 0; ;) {
    const start = xml.indexOf("<c ", at);
    const head = start < 0 ? -1 : xml.indexOf(">", start);
    if (head < 0) return;
    at = head + 1;
    if (xml[head - 1] === "/") continue;
    const close = xml.indexOf("</c>", head);
    if (close < 0) return;
    at = close + 4;
    yield { start, end: at, cell: xml.slice(start, at) };
  }
}

function numberIn(cell: string): number | null {
  const kind = /^<c\s[^>]*\st="(\w+)"/.exec(cell)?.[1] ?? "n";
  const value = /<v>\s*(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)\s*<\/v>/.exec(cell)?.[1];
  return kind === "n" && value !== undefined ? Number(value) : null;
}

/** What of a format says how a number is written: without quoted words, colours, and what is for other values. */
const bare = (format: string) =>
  format
    .split(";")[0]!
    .replace(/"[^"]*"|\\.|_.|\[(?!h|m|s)[^\]]*\]/gi, "")
    .toLowerCase();

function shownAs(format: string, value: number): string | null {
  const plain = bare(format).trim();
  if (/^0{2,}$/.test(plain) && /^0+(?:;|$)/.test(format) && Number.isInteger(value) && value >= 0)
    return String(value).padStart(plain.length, "0");
  if (/[hs]/.test(plain) && !/[dy]/.test(plain) && value >= 0 && value < 1) return hourAt(value);
  return null;
}

function hourAt(value: number): string {
  const minutes = Math.round(value * 24 * 60);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function isDayWithoutYear(format: string): boolean {
  const plain = bare(format);
  if (/general|[#?%0hs]|e\+/.test(plain) || !/[dm]/.test(plain)) return false;
  return !plain.includes("y") || !plain.includes("d");
}

const DAY = 86_400_000;

function dayAndMonth(value: number, from1904: boolean): string {
  const begin = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const [year, month, day] = new Date(begin + Math.floor(value) * DAY).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** The formats that every program knows by number and no workbook spells out. */
const known: Readonly<Record<string, string>> = {
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
};

/** The format of each style of a workbook, by the number that cells name it by; "" for one without. */
export function formatsOf(styles: string): string[] {
  const spelled = new Map(
    [...styles.matchAll(/<numFmt\s[^>]*>/g)].map(([tag]) => [
      /\snumFmtId="(\d+)"/.exec(tag)?.[1] ?? "",
      unescaped(/\sformatCode="([^"]*)"/.exec(tag)?.[1] ?? ""),
    ]),
  );
  const begin = styles.indexOf("<cellXfs");
  const end = styles.indexOf("</cellXfs>");
  if (begin < 0 || end < 0) return [];
  return [...styles.slice(begin, end).matchAll(/<xf\s[^>]*>/g)].map(([tag]) => {
    const id = /\snumFmtId="(\d+)"/.exec(tag)?.[1] ?? "0";
    return spelled.get(id) ?? known[id] ?? "";
  });
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
