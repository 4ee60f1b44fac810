import type { Capacity } from "#kernel/actor.ts";
import { capacityWord } from "#modules/organization/words.ts";
import { getLocale } from "#paraglide/runtime.js";

type Shown = {
  readonly capacity: Capacity;
  readonly title: string | null;
  readonly acting: boolean;
  readonly unit: string;
};

/** A post in one line (`Bí thư cấp ủy · Xã An`), by its own title when it has one. */
export function postInWords({ capacity, title, acting, unit }: Shown): string {
  return `${title ?? capacityWord(capacity, getLocale(), acting, unit)} · ${unit}`;
}
