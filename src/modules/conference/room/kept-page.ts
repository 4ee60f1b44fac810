// The recording page as a device keeps it, to open again without a network: where it is kept, and what belongs to it.

const prefix = "doi-thoai:room:";

/** The cache of one person's page; nobody else's page is ever in it. */
export const keptUnder = (person: string): string => prefix + person;

export const isKeptPage = (cache: string): boolean => cache.startsWith(prefix);

export const roomAddress = (conference: string): string => `/conferences/${conference}/room`;
export const turnsAddress = (conference: string): string => `${roomAddress(conference)}/turns`;

/** A header that an answer bears which comes from the device, not from the server. */
export const FROM_DEVICE = "x-from-device";

const addresses = {
  page: /^\/conferences\/[^/]+\/room$/,
  turns: /^\/conferences\/[^/]+\/room\/turns$/,
  asset: /^\/_app\/immutable\//,
} as const;

export type Keepable = keyof typeof addresses;

/** What an address is among the things that may be kept; null for everything else. */
export function keepable(pathname: string): Keepable | null {
  const kinds = Object.keys(addresses) as Keepable[];
  return kinds.find((kind) => addresses[kind].test(pathname)) ?? null;
}

/** The scripts, styles and fonts that a page names; their names change with their content, so they never grow old. */
export function assetsIn(html: string): string[] {
  return [...new Set(html.match(/\/_app\/immutable\/[\w./-]+/g) ?? [])];
}

/** What the answer of a server says of the copy on the device. */
export function verdictOn(response: { readonly type: string; readonly status: number }): Verdict {
  if (response.type === "opaqueredirect") return "forget";
  if ([401, 403, 404].includes(response.status)) return "forget";
  return response.status >= 500 ? "use" : "leave";
}

/** Whether the copy is shown instead, is left for a worse day, or is not this reader's any more. */
export type Verdict = "use" | "leave" | "forget";
