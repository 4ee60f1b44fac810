/** By the name that a question or an input has for it: the part of the address that says it, as its folder is called. */
export type AddressParts = Readonly<Record<string, string>>;

type Params = Readonly<Partial<Record<string, string>>>;

/** What an address says of a question or of an input, and no field. */
export function saidByAddress(parts: AddressParts, params: Params): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, params[part]]));
}
