import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../src/routes/", import.meta.url));

/** By route: the names of the forms that its page takes. */
export async function formsByRoute(): Promise<Map<string, string[]>> {
  const forms = new Map<string, string[]>();
  for (const file of globSync("**/+page.server.ts", { cwd: folder }).toSorted()) {
    const page = (await import(`${folder}${file}`)) as { actions?: Record<string, unknown> };
    if (page.actions) forms.set(`/${file.replace(/\/?\+[^/]*$/, "")}`, Object.keys(page.actions));
  }
  return forms;
}

/** What a form that was shown would send if it were filled in with something: by the fields that stand in it. */
export function filledIn(html: string, action: string, today: string): URLSearchParams {
  const sent = new URLSearchParams();
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)];
  const form = forms.find(([, head]) => /method="post"/i.test(head!) && actionOf(head!) === action);
  for (const [field, kind] of (form?.[2] ?? "").matchAll(/<(input|textarea|select|button)\b[^>]*>/g)) {
    const name = attribute(field, "name");
    if (name) sent.append(name, valueOf(form![2]!, { field, kind: kind!, today }));
  }
  return sent;
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
const actionOf = (head: string) => attribute(head, "action")?.split("?/")[1] ?? "default";

type Field = { readonly field: string; readonly kind: string; readonly today: string };

function valueOf(form: string, { field, kind, today }: Field): string {
  const given = attribute(field, "value");
  if (given) return given;
  if (kind === "select") {
    const options = form.slice(form.indexOf(field)).split("</select>")[0]!;
    return [...options.matchAll(/<option\b[^>]*\bvalue="([^"]+)"/g)][0]?.[1] ?? "";
  }
  if (/inputmode="numeric"|type="number"/.test(field)) return "1";
  return /ngày|date|-on|_on/i.test(field) ? today : "x";
}
