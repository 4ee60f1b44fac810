import { expect, test } from "vitest";
import { cleanText } from "./vietnamese-text.ts";

test("half of a character is replaced, and what is stored is read back the same everywhere", () => {
  for (const text of ["Đường \ud83d lầy", "\udc00Cầu", "Mương\ud800", "🙂 xong"]) {
    const stored = cleanText(text);
    expect(stored.isWellFormed()).toBe(true);
    expect(stored).toBe(
      text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"),
    );
    // Through bytes, JSON, an address and the index of words it comes back as it is; stored anew it changes no more.
    expect(Buffer.from(stored, "utf8").toString("utf8")).toBe(stored);
    expect(JSON.parse(JSON.stringify(stored))).toBe(stored);
    expect(new URLSearchParams(new URLSearchParams({ stored }).toString()).get("stored")).toBe(stored);
    expect(decodeURIComponent(encodeURIComponent(stored))).toBe(stored);
    expect(cleanText(stored)).toBe(stored);
  }
});
