import { getLocale } from "#paraglide/runtime.js";

/** Bytes as people say them: `340 kB`, `1,2 MB`. */
export function sizeText(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1000)), "kB"] : [bytes / 1e6, "MB"];
  return `${value.toLocaleString(getLocale(), { maximumFractionDigits: 1 })} ${unit}`;
}
