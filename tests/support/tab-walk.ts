import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** What the walk remembers of the page between two presses of the key. */
    tabWalk: { expected: Element[]; plain: Map<Element, string>; at: number };
  }
}

/** More than any page needs; a walk that comes this far goes in circles. */
const MOST = 600;

/**
 * Walks through the page with the Tab key, from its top to its end, and says in sentences what is wrong: a control that
 * a mouse can use and the key does not come to, in the order of the document; a stop that nobody sees; a stop without
 * a mark of its own. Nothing wrong gives an empty list. `most` stops on a page is where it is content.
 */
export async function walkByTab(page: Page, most = MOST): Promise<string[]> {
  const { faults, overlaid } = await page.evaluate(prepare);
  faults.push(...(await walk(page, "Tab", true, most)));
  // On the way back it is the top of the window that could hide a stop: where something stands there.
  if (overlaid) faults.push(...(await walk(page, "Shift+Tab", false, most)));
  return [...new Set(faults)];
}

async function walk(page: Page, key: string, forward: boolean, most: number): Promise<string[]> {
  const faults: string[] = [];
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press(key);
    const { end, found } = await page.evaluate(look, forward);
    faults.push(...found);
    if (end) return faults;
  }
  return most < MOST ? faults : [...faults, `more than ${MOST} stops`];
}

/** Runs in the page: which controls there are, how they look without the focus; the focus goes to the top. */
function prepare(): { faults: string[]; overlaid: boolean } {
  const controls =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]";
  const seen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const usable = (element: Element) =>
    !element.matches(":disabled") && (element as HTMLElement).tabIndex >= 0 && !element.closest("[inert]");
  /** One stop for a group of radios: the chosen one, or the first. */
  const stopsHere = (element: Element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
    const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
      ({ name, form, disabled }) => name === element.name && form === element.form && !disabled,
    );
    return element === (group.find(({ checked }) => checked) ?? group[0]);
  };
  // What opens is opened: its controls are the page's too.
  for (const details of document.querySelectorAll("details")) details.open = true;
  const expected = [...document.querySelectorAll(controls)].filter(
    (element) => seen(element) && usable(element) && stopsHere(element),
  );
  const marks = ["outline", "boxShadow", "borderColor", "backgroundColor"] as const;
  const look = (element: Element) => marks.map((mark) => getComputedStyle(element)[mark]).join("|");
  const plain = new Map(expected.map((element) => [element, look(element)]));
  window.tabWalk = { expected, plain, at: 0 };
  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  // What answers to a pointer alone: looks like something to press, and no key comes to it.
  const keyed = `${controls}, label, option, [role=option]`;
  const all = [...document.querySelectorAll("body *")];
  const overlaid = all.some(
    (element) => /sticky|fixed/.test(getComputedStyle(element).position) && seen(element),
  );
  const faults = all
    .filter((element) => getComputedStyle(element).cursor === "pointer" && seen(element))
    .filter((element) => !element.closest(keyed))
    .map((element) => `only a pointer can press: ${element.outerHTML.slice(0, 120)}`);
  return { faults, overlaid };
}

/** Runs in the page after each press: what has the focus now, and whether it is as it must be. */
function look(forward: boolean): { end: boolean; found: string[] } {
  const walk = window.tabWalk;
  const told = (element: Element | undefined) => element?.outerHTML.slice(0, 160) ?? "nothing";
  // What the page itself has folded away since the walk began is no stop any more.
  const there = (element: Element) => element.isConnected && element.checkVisibility();
  const now = document.activeElement;
  if (!now || now === document.body || now === document.documentElement) {
    const left = (forward ? walk.expected.slice(walk.at) : walk.expected.slice(0, walk.at)).filter(there);
    walk.at = forward ? walk.expected.length : 0;
    return { end: true, found: left.map((element) => `not come to: ${told(element)}`) };
  }
  const at = walk.expected.indexOf(now);
  const found: string[] = [];
  if (at < 0) found.push(`not among what can be seen and used: ${told(now)}`);
  else if (forward ? at < walk.at : at >= walk.at)
    return { end: true, found: [`turns round at: ${told(now)}`] };
  else {
    const passed = forward ? walk.expected.slice(walk.at, at) : walk.expected.slice(at + 1, walk.at);
    for (const each of passed.filter(there)) found.push(`passed over: ${told(each)}`);
    walk.at = forward ? at + 1 : at;
  }
  const marks = ["outline", "boxShadow", "borderColor", "backgroundColor"] as const;
  const style = getComputedStyle(now);
  const plain = walk.plain.get(now);
  if (marks.map((mark) => style[mark]).join("|") === plain) found.push(`without a mark: ${told(now)}`);
  const inside = [...now.getClientRects()].filter(({ width, height }) => width > 4 && height > 4);
  const points = inside.flatMap(({ left, top, right, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [
      [x, y],
      [x, top + 1],
      [x, bottom - 1],
      [left + 2, y],
      [right - 2, y],
    ] as [number, number][];
  });
  const within = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const label = now instanceof HTMLInputElement ? now.labels?.[0] : null;
  const covered = within.filter(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return !top || !(now.contains(top) || top.contains(now) || label?.contains(top));
  });
  if (!now.checkVisibility({ opacityProperty: true })) found.push(`cannot be seen: ${told(now)}`);
  else if (within.length === 0) found.push(`outside what is seen: ${told(now)}`);
  else if (covered.length * 2 > within.length) {
    const [x, y] = covered[0]!;
    const over = document.elementFromPoint(x, y) ?? undefined;
    found.push(`covered (${covered.length}/${points.length}): ${told(now)} by ${told(over)}`);
  }
  return { end: false, found };
}
