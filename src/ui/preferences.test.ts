import { describe, expect, test } from "vitest";
import { readPreferences } from "./preferences.ts";

describe("preferences", () => {
  test("come from their cookies", () => {
    const cookies: Record<string, string> = { language: "en", theme: "dark", textSize: "large" };
    expect(readPreferences((name) => cookies[name])).toEqual({
      language: "en",
      theme: "dark",
      textSize: "large",
    });
  });

  test("fall back to Vietnamese, the device's theme and normal text", () => {
    const cookies: Record<string, string> = { language: "fr", theme: "<script>" };
    expect(readPreferences((name) => cookies[name])).toEqual({
      language: "vi",
      theme: "auto",
      textSize: "normal",
    });
  });
});
