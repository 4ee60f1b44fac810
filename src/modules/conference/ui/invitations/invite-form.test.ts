import { expect, test } from "vitest";
import { delegatesIn, guestsIn } from "./invite-form.ts";

test("an empty number invites nobody; a guest without one is invited alone", () => {
  const fields = {
    "quota-A-1": "3",
    "quota-A-2": " ",
    "guest-0-name": "Cụ Nguyễn Văn Thử",
    "guest-0-quota": "",
    "guest-1-name": "",
    "guest-1-quota": "2",
    key: "x",
  };
  expect(guestsIn(fields)).toEqual([
    { unit: "A-1", quota: "3" },
    { name: "Cụ Nguyễn Văn Thử", quota: "1" },
    { name: "", quota: "2" },
  ]);
});

test("delegates by line, with the title after the comma", () => {
  expect(delegatesIn("Bà Một, Bí thư chi bộ, trưởng thôn\r\n\n Ông Hai ")).toEqual([
    { name: "Bà Một", title: "Bí thư chi bộ, trưởng thôn" },
    { name: "Ông Hai" },
  ]);
});
