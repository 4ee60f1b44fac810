/** A memory by a key, bounded by what it weighs; whichever was asked for longest ago goes first. */
export function memoryWithin<Kept>(bytesAtMost: number) {
  const all = new Map<string, { readonly kept: Kept; readonly bytes: number }>();
  let weight = 0;
  const forget = (key: string) => {
    weight -= all.get(key)?.bytes ?? 0;
    all.delete(key);
  };
  return {
    /** Bytes, about. */
    get weight() {
      return weight;
    },
    has: (key: string) => all.has(key),
    get(key: string): Kept | undefined {
      const found = all.get(key);
      if (found) {
        all.delete(key);
        all.set(key, found);
      }
      return found?.kept;
    },
    /** @param bytes what it weighs, about; one that is heavier than all that may be kept is not */
    keep(key: string, kept: Kept, bytes: number): void {
      forget(key);
      if (bytes > bytesAtMost) return;
      all.set(key, { kept, bytes });
      weight += bytes;
      for (const oldest of all.keys()) {
        if (weight <= bytesAtMost) break;
        forget(oldest);
      }
    },
    forget,
  };
}
