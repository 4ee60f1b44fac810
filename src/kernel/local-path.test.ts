import { expect, test } from "vitest";
import { localPath } from "./local-path.ts";

test.each(["/", "/account", "/conferences/MC-2020-Q1?tab=turns#t1", "/tìm?q=đường"])(
  "%j stays on this site",
  (path) => {
    const found = localPath(path);
    expect(found && new URL(found, "https://doithoai.example.vn").host).toBe("doithoai.example.vn");
  },
);

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "javascript:alert(1)",
  "account",
  "",
  null,
  `/${"a".repeat(3000)}`,
])("%j leads nowhere", (path) => {
  expect(localPath(path)).toBeNull();
});
