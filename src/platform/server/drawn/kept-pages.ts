/** A memory of pages by a key, bounded by what they weigh; whichever was asked for longest ago goes first. */
export function keptPages<Page>(bytesAtMost: number) {
  const pages = new Map<string, { readonly page: Page; readonly bytes: number }>();
  let weight = 0;
  const forget = (key: string) => {
    weight -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  return {
    has: (key: string) => pages.has(key),
    get(key: string): Page | undefined {
      const kept = pages.get(key);
      if (kept) {
        pages.delete(key);
        pages.set(key, kept);
      }
      return kept?.page;
    },
    /** @param bytes what it weighs, about */
    keep(key: string, page: Page, bytes: number): void {
      forget(key);
      if (bytes > bytesAtMost) return;
      pages.set(key, { page, bytes });
      weight += bytes;
      for (const oldest of pages.keys()) {
        if (weight <= bytesAtMost) break;
        forget(oldest);
      }
    },
  };
}
