/** Where the work of a unit is handed over. */
export const handOverHref = (code: string): string => `/units/${encodeURIComponent(code)}/hand-over`;

/** One record, as it is printed. */
export const recordHref = (code: string, id: string): string => `${handOverHref(code)}/${id}`;

/** The page of a matter in the list. */
export const matterHref = (code: string): string => `/recommendations/${encodeURIComponent(code)}`;
