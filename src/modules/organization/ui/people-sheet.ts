import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { PersonLine } from "../server/index.ts";
import { capacityText } from "./texts.ts";

/** How wide each column is, in characters. */
const widths = [34, 60];

/** The list of people as a sheet: its heads, and the cells of a line, in the language of the page. */
export function peopleSheet() {
  const heads = [m.person_name(), m.person_posts_now()];
  const cells = ({ fullName, posts }: PersonLine): SheetCell[] => [
    fullName,
    posts
      .map(({ capacity, acting, unitName }) => `${capacityText(capacity, acting)}, ${unitName}`)
      .join("; "),
  ];
  return { name: m.administration_people_title(), heads, widths, cells };
}
