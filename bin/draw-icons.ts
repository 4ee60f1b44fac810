/** `npm run icons`: draws the icons that pages name into one file. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iconNames, type IconName } from "#ui/icons/names.ts";

// One file holds them all: a browser fetches it once, and a page only names what it shows.

if (import.meta.main) writeFileSync(new URL("../src/ui/icons/icons.svg", import.meta.url), drawIcons());

type Collection = {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
  /** Some names lead on to another. */
  readonly aliases: Readonly<Record<string, { readonly parent: string }>>;
};

/** The file of all icons, each under its name. Colour and stroke are those of where it is shown. */
export function drawIcons(): string {
  const file = fileURLToPath(import.meta.resolve("@iconify-json/lucide/icons.json"));
  const collection = JSON.parse(readFileSync(file, "utf8")) as Collection;
  const symbols = iconNames.map(
    (name) => `<symbol id="${name}" viewBox="0 0 24 24">${shapesOf(name, collection)}</symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

function shapesOf(name: IconName, { icons, aliases }: Collection): string {
  const icon = icons[aliases[name]?.parent ?? name];
  const shapes = /^<g [^>]*>(.*)<\/g>$/.exec(icon?.body ?? "")?.[1] ?? withoutStroke(icon?.body);
  if (!shapes) throw new Error(`The collection has no icon “${name}” as it had.`);
  return shapes;
}

/** An icon of one shape has its stroke on the shape. */
function withoutStroke(body: string | undefined): string | undefined {
  return body?.replaceAll(/ (?:fill="none"|stroke(?:-[a-z]+)?="[^"]*")/g, "");
}
