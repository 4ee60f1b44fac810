/** The edition that an address names; null for what is no number of one. */
export function editionAsked({ id, edition }: { readonly id: string; readonly edition: string }) {
  return /^[1-9]\d{0,4}$/.test(edition) ? { conference: id, edition: Number(edition) } : null;
}
