import { unitHref } from "#modules/organization/ui/address.ts";

/** Where the work of a unit is handed over. */
export const handOverHref = (code: string): string => `${unitHref(code)}/hand-over`;

/** One record, as it is printed. */
export const recordHref = (code: string, id: string): string => `${handOverHref(code)}/${id}`;
