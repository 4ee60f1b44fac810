/** So many letters are read at one glance; a longer sentence ends at a word. */
const AT_A_GLANCE = 160;

/** The sentence that a matter's page is headed by: its first one, as far as it is read at a glance. */
export function leadingSentence(text: string): string {
  const [line = ""] = text.trim().split("\n", 1);
  const whole = line.trim();
  if (whole.length <= AT_A_GLANCE) return whole;
  const first = /^.{20,158}?[.;!?](?=\s)/u.exec(whole)?.[0];
  if (first) return first;
  const cut = whole.slice(0, AT_A_GLANCE - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), AT_A_GLANCE / 2)).trimEnd()}…`;
}
