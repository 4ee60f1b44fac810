import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What axe asks of every page: WCAG 2.2 AA and the usual good practice. */
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What of it depends on where things stand, and so on the width; the rest is asked once. */
export const byWidth = ["color-contrast", "target-size", "scrollable-region-focusable"];

type Engine = {
  run: (
    at: Document,
    options: object,
  ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/**
 * Each violation on the page, as it stands now, as one line: of all that is asked, or of the rules named. The engine runs
 * in the page itself, brought in once.
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: standards };
  return page.evaluate(async (only) => {
    const { axe: engine } = globalThis as unknown as { axe: Engine };
    const { violations } = await engine.run(document, { runOnly: only, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`);
  }, runOnly);
}

/** No violation of WCAG 2.2 AA, nor of the usual good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page), `accessibility of ${page.url()}`).toEqual([]);
}

/** What a page is made of, whatever it says and however often: its parts with their classes and roles. */
export function partsOf(html: string): string[] {
  const parts = html.replace(/<script[\s\S]*?<\/script>/g, "").match(/<[a-z][^>]*>/g) ?? [];
  return parts.map((part) => {
    const told = [...part.matchAll(/ (?:class|role|type|aria-[a-z]+)="([^"]*)"/g)].map(([said]) => said);
    return [/^<[a-z0-9-]+/.exec(part)![0], ...told.map(withoutIdentity)].join(" ");
  });
}

/** What an attribute says of one record or names of one other part is not what the page is made of. */
function withoutIdentity(attribute: string): string {
  return /^ aria-(?:label|labelledby|describedby|controls|owns|activedescendant|errormessage)=/.test(
    attribute,
  )
    ? attribute.slice(0, attribute.indexOf("="))
    : attribute;
}

/** Remembers of what pages were made that were judged, so that the same is not judged again under another address. */
export function partsMemory() {
  const seen = new Set<string>();
  return {
    /** Whether any of these is new; from then on none of them is. */
    hasUnseen(parts: readonly string[]): boolean {
      const before = seen.size;
      for (const part of parts) seen.add(part);
      return seen.size > before;
    },
  };
}

/**
 * Few of the pages, and among them every part that any of all has: the richest first, and each next the one that adds
 * most. What was seen first is seldom what shows most.
 */
export function fewestWithAll<T extends { readonly parts: ReadonlySet<string> }>(pages: readonly T[]): T[] {
  const chosen: T[] = [];
  let left = pages.map((page) => ({ page, missing: page.parts }));
  for (const shown = new Set<string>(); left.length > 0;) {
    left = left
      .map(({ page, missing }) => ({ page, missing: missing.difference(shown) }))
      .filter(({ missing }) => missing.size > 0)
      .toSorted((one, other) => other.missing.size - one.missing.size);
    const [next, ...others] = left;
    if (!next) break;
    chosen.push(next.page);
    for (const part of next.missing) shown.add(part);
    left = others;
  }
  return chosen;
}
