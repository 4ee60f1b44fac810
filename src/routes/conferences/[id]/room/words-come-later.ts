/** One press is enough while people speak: the words of what was answered on the spot may come afterwards. */
export function wordsComeLater({ ruling, text }: Readonly<Record<string, unknown>>): boolean {
  return ruling === "answered_now" && (typeof text !== "string" || text.trim() === "");
}
