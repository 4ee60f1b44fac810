import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { PersonLine } from "../server/index.ts";
import { capacityText, unitOfPost } from "./texts.ts";

/** How wide each column is, in characters. */
const widths = [34, 60];

/** The list of people as a sheet: its heads, and the cells of a line, in the language of the page. */
export function peopleSheet() {
  const heads = [m.person_name(), m.person_posts_now()];
  const cells = ({ fullName, posts }: PersonLine): SheetCell[] => [
    fullName,
    posts
      .map((post) => `${capacityText(post.capacity, post.acting, post.unitName)}, ${unitOfPost(post)}`)
      .join("; "),
  ];
  return { name: m.administration_people_title(), heads, widths, cells };
}
