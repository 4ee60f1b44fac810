import { expect, test } from "vitest";
import { fieldsOf, readForm, textsOf } from "./form-fields.ts";

function posted(body: BodyInit, type?: string) {
  return new Request("http://here.invalid", {
    method: "POST",
    body,
    ...(type && { headers: { "content-type": type } }),
  });
}
const formOf = (...entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

test("a name that comes twice or ends in [] gives a list, in the order of the form", () => {
  const form = formOf(["a", "1"], ["b[]", "x"], ["c", "y"], ["a", "2"], ["b[]", ""], ["b[]", "z"]);
  expect(fieldsOf(form)).toEqual({ a: ["1", "2"], b: ["x", "z"], c: "y" });
  expect(textsOf(form)).toEqual({ a: ["1", "2"], "b[]": ["x", "", "z"], c: "y" });
});

test("a file among the texts is left out of what is shown again, and no text has a NUL in it", () => {
  const form = formOf(["a", "1\0"]);
  form.append("a", new File(["x"], "x.txt"));
  form.append("b", new File(["x"], "x.txt"));
  expect(textsOf(form)).toEqual({ a: "1", b: "" });
  expect(fieldsOf(form)).toEqual({ a: "1" });
});

test.each(["__proto__", "__proto__[]", "constructor", "toString", "", "a".repeat(201)])(
  "%s is nobody's field",
  (name) => {
    const fields = fieldsOf(formOf([name, "x"], ["a", "1"]));
    expect(fields).toEqual({ a: "1" });
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(textsOf(formOf([name, "x"]))).toEqual({});
  },
);

test.each(["a[b]", "a.b", "a[", "[]", "đơn vị"])("%s is a name like any other", (name) => {
  expect(Object.values(fieldsOf(formOf([name, "x"]))).flat()).toEqual(["x"]);
});

test.each([
  ["as the browser sends texts", new URLSearchParams({ a: "Đường", b: "2" })],
  ["as it sends files", formOf(["a", "Đường"], ["b", "2"])],
])("a form is read, %s", async (_title, body) => {
  expect(fieldsOf(await readForm(posted(body)))).toEqual({ a: "Đường", b: "2" });
});

const many = Array.from({ length: 10_001 }, (_, n): [string, string] => [`f${n}`, "x"]);
test.each([
  ["as the browser sends texts", new URLSearchParams(many), undefined],
  ["as it sends files", formOf(...many), undefined],
  ["of nothing but signs", "&".repeat(1_000_000), "application/x-www-form-urlencoded"],
])("too many fields are not taken apart, %s", async (_title, body, type) => {
  await expect(readForm(posted(body, type))).rejects.toMatchObject({
    definition: { code: "form.too_many_fields", status: 413 },
  });
});

test.each([
  ["of another type", "{}", "application/json"],
  ["without its parts", "x", "multipart/form-data; boundary=b"],
  ["without a boundary", "--b\r\n\r\n", "multipart/form-data"],
])("a body %s is no form", async (_title, body, type) => {
  await expect(readForm(posted(body, type))).rejects.toMatchObject({
    definition: { code: "form.unreadable", status: 400 },
  });
});

const body = (length: number) => `a=${"x".repeat(length)}`;
const urlencoded = "application/x-www-form-urlencoded";
test.each([
  ["as the browser sends texts", body(17_000_000), urlencoded],
  ["as it sends files", formOf(["a", "x".repeat(17_000_000)]), undefined],
])("a form longer than any of ours is not looked at, %s", async (_title, sent, type) => {
  await expect(readForm(posted(sent, type))).rejects.toMatchObject({
    definition: { code: "form.too_long", status: 413 },
  });
});

test("a form with a long file is read", async () => {
  const form = formOf(["a", "1"]);
  form.append("file", new File(["x".repeat(17_000_000)], "x.json"));
  expect(fieldsOf(await readForm(posted(form)))).toEqual({ a: "1" });
});

test("what people write and the rows of a sheet come back, what is longer than any field does not", () => {
  const written = formOf(
    ["text", "ế".repeat(20_000)],
    ["paste", "a\tb\n".repeat(40_000)],
    ["rows", "x".repeat(3_000_000)],
  );
  expect(Object.keys(textsOf(written))).toEqual(["text", "paste", "rows"]);
  const much = formOf(
    ["none", "x".repeat(200_001)],
    ["a", "1"],
    ...many.map(([name]) => [name, "x".repeat(1000)] as [string, string]),
  );
  const back = textsOf(much);
  expect(back.none).toBeUndefined();
  expect(back.a).toBe("1");
  expect(JSON.stringify(back).length).toBeLessThan(4_200_000);
  expect(fieldsOf(much).none).toHaveLength(200_001);
});

test("a sender who hangs up in the middle is no fault of the product", async () => {
  const hungUp = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  const request = {
    headers: new Headers({ "content-type": urlencoded }),
    arrayBuffer: () => Promise.reject(hungUp),
  };
  await expect(readForm(request)).rejects.toMatchObject({
    definition: { code: "form.broken_off", status: 400 },
  });
});
