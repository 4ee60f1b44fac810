/** The page of a list named in the address, from 1. */
export function pageNumber(url: URL): number {
  const page = Number.parseInt(url.searchParams.get("page") ?? "1", 10);
  return Number.isFinite(page) ? Math.max(1, Math.min(page, 10_000)) : 1;
}
