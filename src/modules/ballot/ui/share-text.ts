import { getLocale } from "#paraglide/runtime.js";

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** 94.7 as `94,7 %`; a dash where nothing is told. */
export function shareText(share: number | null): string {
  if (share === null) return "–";
  return `${share.toLocaleString(getLocale() === "en" ? "en-GB" : "vi-VN", oneDecimal)}\u00a0%`;
}
