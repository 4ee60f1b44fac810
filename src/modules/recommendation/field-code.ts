import { foldTone } from "#kernel/vietnamese-text.ts";

const longest = 60;

/** The code of a field from its name, below another where it has one: "Cấp nước sạch" → `cap_nuoc_sach`. */
export function fieldCode(name: string, parent: string | null): string {
  const words = foldTone(name).match(/[a-z0-9]+/g) ?? ["linh_vuc"];
  const own = words
    .join("_")
    .slice(0, longest)
    .replace(/(?<!_)_+$/, "");
  return parent ? `${parent}.${own}` : own;
}
