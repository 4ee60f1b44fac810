import { describe, expect, test } from "vitest";
import { keepForm, readKept, writtenTexts } from "./kept-form.ts";

function posted(fields: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("keeping what was typed", () => {
  const text = "Đề nghị sửa cầu Bản Mòng trước mùa mưa";

  test("texts come back as they were, in order, a name that repeats included", () => {
    const kept = keepForm(
      posted([
        ["text", text],
        ["field", "a"],
        ["field", "b"],
      ]),
      "/x?/create",
    );
    expect(kept).toEqual({
      action: "/x?/create",
      fields: [
        ["text", text],
        ["field", "a"],
        ["field", "b"],
      ],
      filesLost: false,
    });
    expect(readKept(JSON.stringify(kept))).toEqual(kept);
    expect(writtenTexts(kept!)).toEqual([text]);
  });

  test("passwords and codes are never carried, and lost files are owned up to", () => {
    const file = new File(["x"], "anh.jpg");
    const kept = keepForm(
      posted([
        ["current_password", "bí mật"],
        ["code", "123456"],
        ["photo", file],
      ]),
      "/x",
    );
    expect(kept).toEqual({ action: "/x", fields: [], filesLost: true });
  });

  test("an empty file box is no lost file", () => {
    expect(keepForm(posted([["photo", new File([], "")]]), "/x")?.filesLost).toBe(false);
  });

  test("more than a page can carry is not kept", () => {
    expect(keepForm(posted([["text", "a".repeat(500_000)]]), "/x")).toBeNull();
  });

  test.each(["", "{", "[]", '{"action":"//evil.example","fields":[],"filesLost":false}', '{"action":"/x"}'])(
    "%j is no kept form",
    (carried) => expect(readKept(carried)).toBeNull(),
  );
});
