/** `npm run icons`: draws the icons that pages name into one file. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iconNames, type IconName } from "#ui/icons/names.ts";

// The collection comes as one component for each icon, which writes the whole drawing into the page each time it is shown.
// One file holds them all: a browser fetches it once, and a page only names what it shows.

if (import.meta.main) writeFileSync(new URL("../src/ui/icons/icons.svg", import.meta.url), drawIcons());

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

/** The file of all icons, each under its name. Colour and stroke are those of where it is shown. */
export function drawIcons(): string {
  const symbols = iconNames.map(
    (name) => `<symbol id="${name}" viewBox="0 0 24 24">${shapesOf(name)}</symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

function shapesOf(name: IconName): string {
  const component = componentOf(name);
  const data = /const iconData = (\{.*\});/.exec(readFileSync(component, "utf8"))?.[1];
  if (!data) throw new Error(`${component} does not tell its shapes as it did.`);
  const { node } = JSON.parse(data) as { node: readonly Shape[] };
  return node
    .map(([tag, attributes]) => `<${tag}${Object.entries(attributes).map(written).join("")}/>`)
    .join("");
}

/** Some names lead on to another. */
function componentOf(name: IconName): string {
  const entry = new URL(import.meta.resolve(`@lucide/svelte/icons/${name}`));
  const file = /from ["'](\.\/.*?\.svelte)["']/.exec(readFileSync(entry, "utf8"))?.[1];
  if (!file) throw new Error(`${entry.href} does not lead to a component.`);
  return fileURLToPath(new URL(file, entry));
}

function written([name, value]: [string, string]): string {
  return ` ${name}="${value}"`;
}
