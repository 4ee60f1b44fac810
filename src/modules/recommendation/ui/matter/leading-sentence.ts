/** So many letters are read at one glance; a longer sentence ends at a word. */
const AT_A_GLANCE = 160;

/** So many letters tell one matter from the next where its code is said as well. */
const TOLD_APART = 50;

/** The sentence that a matter's page is headed by: its first one, as far as it is read at a glance. */
export function leadingSentence(text: string): string {
  const [line = ""] = text.trim().split("\n", 1);
  const whole = line.trim();
  if (whole.length <= AT_A_GLANCE) return whole;
  const first = /^.{20,158}?[.;!?](?=\s)/u.exec(whole)?.[0];
  if (first) return first;
  return cutAtWord(whole, AT_A_GLANCE);
}

/** The first words of a text, as a control in its row names it. */
export function openingWords(text: string): string {
  const [line = ""] = text.trim().split("\n", 1);
  return line.trim().length <= TOLD_APART ? line.trim() : cutAtWord(line.trim(), TOLD_APART);
}

function cutAtWord(text: string, most: number): string {
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}
