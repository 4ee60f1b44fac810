import type { Page } from "playwright-core";

declare global {
  interface Element {
    /** As the browser gives them to a screen reader; the browser of the journeys is started so that it tells. */
    readonly computedName: string;
    readonly computedRole: string;
  }
}

/** More parts than these to jump between are no map of a page any more. */
const MOST_LANDMARKS = 10;

/**
 * What somebody who hears the page cannot tell apart or is not told, as it stands now, one line each: controls of one
 * role and one name that do different things, one link text that leads to two places, two links side by side to one
 * place, a name that does not begin with what is seen, an error that its control is not described by, too many
 * landmarks or landmarks without a name of their own, rows of a table that nothing heads, what is heard by the focus and
 * as an announcement, too. What is folded away is judged, too.
 */
export async function heardFaults(page: Page): Promise<string[]> {
  await keepTree(page);
  return page.evaluate(hear, MOST_LANDMARKS);
}

const kept = new WeakSet<Page>();

/** Unless somebody listens, the browser makes its whole tree of roles and names anew for each name that is asked. */
async function keepTree(page: Page): Promise<void> {
  if (kept.has(page)) return;
  kept.add(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
}

/** Runs in the page. */
function hear(mostLandmarks: number): string[] {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
  for (const details of folded) details.open = true;
  // Before a question that must be answered first, the rest of the page is not there.
  const modal = document.querySelector("dialog:modal");
  const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll(selector)];
  const seen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getClientRects().length > 0 &&
    (!modal || modal.contains(element)) &&
    !element.closest("[inert], [aria-hidden=true]");
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  const told = (element: Element) => plain(element.outerHTML.replace(/ class="[^"]*"/g, "")).slice(0, 120);
  const name = (element: Element) => plain(element.computedName);
  const numbers = new Map<Element, number>();
  const itself = (element: Element) =>
    `#${numbers.get(element) ?? numbers.set(element, numbers.size).get(element)}`;
  const found = [
    ...controls(),
    ...neighbours(),
    ...labels(),
    ...errors(),
    ...landmarks(),
    ...rows(),
    ...twice(),
  ];
  for (const details of folded) details.open = false;
  return found;

  /** What using a control does: where it leads, what its form sends. */
  function effect(element: Element): string {
    if (element instanceof HTMLAnchorElement) return element.href;
    if (!(element instanceof HTMLButtonElement) || element.type !== "submit" || !element.form)
      return itself(element);
    const { form } = element;
    const isTyped = [...form.elements].some((other) =>
      other.matches("input:not([type=hidden]), select, textarea"),
    );
    const sent = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")]
      .filter((hidden) => hidden.name !== "idempotency_key")
      .map((hidden) => `${hidden.name}=${hidden.value}`);
    const to = element.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
    return [isTyped ? itself(form) : form.method, to, `${element.name}=${element.value}`, ...sent].join("&");
  }

  /** A choice is one in its group, which says its name when one comes into it: "yes" in one is not "yes" in another. */
  function kindOf(element: Element): string {
    const role = element.computedRole || element.localName;
    if (!/^(?:radio|checkbox)$/.test(role)) return role;
    const group = element.closest("fieldset, [role=group], [role=radiogroup]");
    return group ? `${role} in "${name(group)}"` : role;
  }

  function controls(): string[] {
    const known = new Map<string, Element>();
    return all("a[href], button, summary, input:not([type=hidden]), select, textarea")
      .filter(seen)
      .flatMap((element) => {
        const key = `${kindOf(element)} "${name(element)}"`;
        const before = known.get(key) ?? element;
        known.set(key, before);
        if (effect(before) === effect(element)) return [];
        return [`same name, different things: ${key}: ${told(before)} · ${told(element)}`];
      });
  }

  function neighbours(): string[] {
    const line = "tr, li, dd, p";
    return all(line).flatMap((each) => {
      const links = all("a[href]", each).filter((link) => seen(link) && link.closest(line) === each);
      const places = links.map(effect);
      return links
        .filter((_, at) => places.indexOf(places[at]!) < at)
        .map((link) => `two links side by side to one place: "${name(link)}": ${told(link)}`);
    });
  }

  /** Who speaks to the machine says what they see. */
  function labels(): string[] {
    return all("a[href][aria-label], button[aria-label], summary[aria-label]")
      .filter((element) => {
        const shown = plain((element as HTMLElement).innerText).toLowerCase();
        return seen(element) && !name(element).toLowerCase().startsWith(shown);
      })
      .map((element) => `name does not begin with what is seen: "${name(element)}": ${told(element)}`);
  }

  function errors(): string[] {
    return all("[id$='-error']").flatMap((error) => {
      const by = all(`[aria-describedby~="${CSS.escape(error.id)}"]`).filter((element) =>
        element.matches("input, select, textarea, button"),
      );
      // Where the error stands before the choices of a group, it is about all of them: each is where one hears it.
      const group = error.closest("fieldset");
      const choices = group
        ? all("input[type=radio], input[type=checkbox]", group).filter(
            (choice) => error.compareDocumentPosition(choice) & Node.DOCUMENT_POSITION_FOLLOWING,
          )
        : [];
      const isOfGroup = choices.length > 0 && by.every((element) => choices.includes(element));
      if (by.length === 0) return [`error that no control is described by: ${told(error)}`];
      const silent = isOfGroup ? choices.filter((choice) => !by.includes(choice)) : [];
      return silent.map((choice) => `choice without the error of its group: ${told(choice)}`);
    });
  }

  function landmarks(): string[] {
    const roles = /^(?:banner|complementary|contentinfo|form|main|navigation|region|search)$/;
    const marks = all("header, footer, nav, main, aside, search, section, form, [role]")
      .filter(seen)
      .map((element) => ({ role: element.computedRole, called: name(element) }))
      // A form and a region without a name are no landmarks.
      .filter(({ role, called }) => roles.test(role) && (called || !/^(?:form|region)$/.test(role)));
    const lines = marks.map(({ role, called }) => `${role} "${called}"`);
    const found = lines
      .filter((line, at) => lines.indexOf(line) < at)
      .map((line) => `two landmarks of one name: ${line}`);
    for (const { role, called } of marks) {
      if (!called && !/^(?:banner|main|contentinfo)$/.test(role))
        found.push(`landmark without a name: ${role}`);
    }
    if (marks.length > mostLandmarks) found.push(`${marks.length} landmarks: ${lines.join(", ")}`);
    return found;
  }

  /** What takes the focus is heard by that: announced as well it is heard twice, and some readers stay where they were. */
  function twice(): string[] {
    const live = "[role=alert], [role=status], [role=log], [aria-live]";
    return all("[tabindex], [autofocus]")
      .filter((element) => seen(element) && !element.matches("a, button, input, select, textarea, summary"))
      .filter((element) => {
        const region = element.closest(live);
        return region !== null && region.getAttribute("aria-live") !== "off";
      })
      .map((element) => `heard twice, by the focus and as an announcement: ${told(element)}`);
  }

  function rows(): string[] {
    return all("tbody tr").flatMap((row) => {
      const cells = [...row.children].filter(seen);
      const heads = cells.filter((cell) => cell.matches("th[scope=row], [role=rowheader]"));
      if (heads.some((head) => plain(head.textContent))) return [];
      // The days of a calendar say themselves what they are.
      const isCalendar = cells.every((cell) => cell.querySelector("time") || !plain(cell.textContent));
      return cells.length < 2 || isCalendar ? [] : [`row that nothing heads: ${told(row)}`];
    });
  }
}
