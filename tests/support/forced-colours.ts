import type { Page } from "playwright-core";

/**
 * What is lost where the system chooses the colours (the high contrast of Windows), one line each: a control whose text,
 * edge or picture has the colour of what is behind it, a stop of the focus without an outline, and a choice that is
 * told from its neighbours by colour alone.
 */
export async function forcedColourFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  // From then on what gets the focus counts as reached by the keyboard.
  await page.keyboard.press("Tab");
  const faults = await page.evaluate(look);
  await page.emulateMedia({ forcedColors: "none" });
  return faults;
}

/** Runs in the page. */
function look(): string[] {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const seen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getClientRects().length > 0 &&
    !element.closest("[inert]");
  const told = (element: Element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const faults: string[] = [];
  const say = (what: string, element: Element) => faults.push(`forced colours: ${what}: ${told(element)}`);
  const rgb = (colour: string) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return { red, green, blue, alpha };
  };
  const clear = (colour: string) => colour === "transparent" || rgb(colour).alpha < 0.5;
  const behind = (element: Element | null): string => {
    if (!element) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return clear(backgroundColor) ? behind(element.parentElement) : backgroundColor;
  };
  const apart = (colour: string, back: string) => {
    const [one, other] = [rgb(colour), rgb(back)];
    const far =
      Math.abs(one.red - other.red) + Math.abs(one.green - other.green) + Math.abs(one.blue - other.blue);
    return !clear(colour) && far > 90;
  };
  const edged = (element: Element) => {
    const style = getComputedStyle(element);
    return (["Top", "Right", "Bottom", "Left"] as const).some(
      (side) =>
        parseFloat(style[`border${side}Width`]) > 0 &&
        style[`border${side}Style`] !== "none" &&
        apart(style[`border${side}Color`], behind(element.parentElement)),
    );
  };

  const controls = all("a[href], button, summary, input:not([type=hidden]), select, textarea").filter(seen);
  for (const control of controls) {
    const style = getComputedStyle(control);
    const own = /^(?:radio|checkbox|file|range|color)$/.test((control as HTMLInputElement).type);
    if (!own && !apart(style.color, behind(control))) say("text as what is behind it", control);
    if (control.matches("input, select, textarea") && !own && !edged(control)) say("no edge", control);
    const shapes = [...control.querySelectorAll("svg *")].map((shape) => getComputedStyle(shape));
    const drawn = shapes.some(({ stroke, fill }) =>
      [stroke, fill].some((paint) => paint !== "none" && apart(paint, behind(control))),
    );
    if (shapes.length > 0 && !drawn) say("picture vanishes", control);
  }

  for (const control of controls) {
    control.focus({ preventScroll: true });
    if (document.activeElement !== control) continue;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(control);
    const shown = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
    if (!shown || clear(outlineColor)) say("focus without an outline", control);
  }
  // What shows itself only on focus must not lie over the page that is judged next.
  (document.activeElement as HTMLElement | null)?.blur();

  const look = (element: Element) => {
    const style = getComputedStyle(element);
    const borders = (["Top", "Right", "Bottom", "Left"] as const).map(
      (side) =>
        `${style[`border${side}Style`]} ${style[`border${side}Width`]} ${style[`border${side}Color`]}`,
    );
    const { color, fontWeight, textDecorationLine } = style;
    return [color, behind(element), fontWeight, textDecorationLine, ...borders].join("|");
  };
  const marked = "[aria-pressed=true], [aria-current]:not([aria-current=false])";
  for (const chosen of controls.filter((control) => control.matches(marked))) {
    const line = chosen.closest("ul, ol, fieldset");
    const other = controls.find((each) => line?.contains(each) && !each.matches(marked));
    if (other && look(other) === look(chosen)) say("chosen is told by colour alone", chosen);
  }
  return faults;
}
