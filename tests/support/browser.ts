import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { expect, inject } from "vitest";
import { inheritedEnvironment } from "#env";
import { ownFonts } from "./own-fonts.ts";
import { faultsOfHtml } from "./valid-html.ts";
import { fromOwnAddress } from "./visitor-address.ts";

const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // An element says its role and name as the browser gives them to a screen reader; see heard.ts.
  "--enable-blink-features=ComputedAccessibilityInfo",
];

/** The widths every page is judged at, in CSS pixels: a phone, a tablet, a desk. */
export const widths = { phone: 360, tablet: 768, desk: 1440 } as const;

/** As narrow as a page is ever read: a desk enlarged four times. The walk over every page judges it. */
export const narrowest = 320;

/** Starts the browser that the set-up of the journeys made ready. */
export function launchBrowser(): Promise<Browser> {
  const env = { ...inheritedEnvironment(), ...ownFonts() };
  return chromium.launch({ executablePath: inject("browserPath"), args: [...quiet, ...sandbox()], env });
}

// Chromium refuses its sandbox to root; a container's usual user is root.
const sandbox = () => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

/**
 * Runs the steps on a fresh page with its own cookies; a fault in the page's own scripts fails them, but for what the
 * steps themselves bring about, such as a network that is down.
 */
export async function withPage(
  browser: Browser,
  options: BrowserContextOptions,
  steps: (page: Page) => Promise<void>,
  expected = /status of 4\d\d/,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: inject("baseURL"),
    locale: "vi-VN",
    extraHTTPHeaders: fromOwnAddress(),
    // A request that a service worker passes on is not one that `page.route` can cut.
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) faults.push(message.text());
  });
  try {
    await steps(page);
  } catch (error) {
    console.error(await lastSeen(page, faults));
    throw error;
  } finally {
    await context.close();
  }
  expect(faults, "faults reported by the browser").toEqual([]);
}

/** What stood before the person when a journey broke off. */
async function lastSeen(page: Page, faults: readonly string[]): Promise<string> {
  const shown = await page
    .locator("main")
    .innerText({ timeout: 1000 })
    .catch(() => "no page");
  return [`last seen: ${page.url()}`, shown.slice(0, 2000), ...faults].join("\n");
}

/** Opens a page of the application and waits until its fonts are drawn. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "load" });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** The part of a page below a heading; parts are gone through by their headings, and are no landmarks. */
export const partBelow = (page: Page, heading: string | RegExp) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: heading }) });

/** What an error summary says above a form that came back. */
export const errorSummary = (page: Page) => page.locator("#error-summary");

/**
 * Waits until the page's script has taken over what the server drew: SvelteKit then adds the element in which it tells of a
 * new page. Without script there is nothing to wait for.
 */
export async function scriptStarted(page: Page): Promise<void> {
  await page.locator("#svelte-announcer").waitFor({ state: "attached" });
}

/** Opens a page, and waits for its script where the browser runs any. */
export async function open(page: Page, path: string, script = true): Promise<void> {
  await page.goto(path);
  if (script) await scriptStarted(page);
}

/** What the server sends for a path is valid HTML, as it is before any script has touched it. */
export async function expectValidAt(page: Page, path: string): Promise<void> {
  expect(await faultsOfHtml(await (await page.request.get(path)).text()), path).toEqual([]);
}

/** Nothing stands out over the right edge, at whatever width the page has now. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window);
}

/** Keeps a picture of the whole page in the folder that SCREENSHOTS names, outside the repository; none unless it does. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
