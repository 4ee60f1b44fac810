import { expect, test } from "vitest";
import { carrySaid, saidFurtherOn, takeSaid, toBeSaidHere } from "./carry.ts";
import { say } from "./said.ts";

// What was done is heard once, by who did it, on the page on which they go on.

const url = new URL("http://localhost/x");
const mine = { session: { id: "01a2-mine" } };

/** A browser with its cookie of what was said, as the page that it is sent to has it. */
function browser(kept?: string) {
  let value = kept;
  const removed: string[] = [];
  const cookies = {
    get: () => value,
    set: (_: string, text: string) => void (value = text),
    delete: (_: string, { path }: { path: string }) => void (removed.push(path), (value = undefined)),
  } as unknown as Parameters<typeof carrySaid>[0]["cookies"];
  const heard = (locals: Parameters<typeof carrySaid>[0]["locals"] = mine, method = "GET") =>
    takeSaid({ cookies, url, locals, request: new Request(url, { method }) }, "en")?.text ?? null;
  const carry = (locals = mine, code = "MC-0012") =>
    carrySaid({ cookies, url, locals }, say("matter_close", { code }), "/x");
  return { cookies, heard, carry, removed, kept: () => value };
}

test("it is said once to whoever did it, and a head alone does not use it up", () => {
  const { heard, carry } = browser();
  carry();
  expect(heard(mine, "HEAD")).toBeNull();
  expect([heard(), heard()]).toEqual(["Matter MC-0012 is closed.", null]);
});

test.each([
  ["another person, or the same one in another browser", { session: { id: "01a2-other" } }],
  ["nobody", { session: null }],
])("%s does not hear it, and it is gone", (_, locals) => {
  const { heard, carry, kept } = browser();
  carry();
  expect(heard(locals)).toBeNull();
  expect(kept()).toBeUndefined();
});

test("what somebody planted is not said, and is removed from every page", () => {
  const planted = { what: "matter_close", values: { code: "X" }, at: "/x", aim: "", id: "1" };
  for (const of of ["", "guess", undefined]) {
    const { heard, removed } = browser(JSON.stringify({ ...planted, of }));
    expect(heard()).toBeNull();
    expect(heard({ session: null })).toBeNull();
    expect(removed).toEqual(["/", "/x"]);
  }
});

test("a page that only sends on says it where that leads, in this site, to the same session alone", () => {
  const { cookies, carry } = browser();
  const written: string[] = [];
  const serialize = (_: string, value: string, { path }: { path: string }) => (written.push(value), path);
  const visit = { cookies: { ...cookies, serialize } as unknown as typeof cookies, url, locals: mine };
  const asked = (locals: typeof mine | { session: null }, method = "GET") =>
    toBeSaidHere({ ...visit, locals: locals as typeof mine, request: new Request(url, { method }) });
  carry();
  expect([asked({ session: null }), asked(mine, "HEAD")]).toEqual([null, null]);
  const carried = asked(mine)!;
  expect(saidFurtherOn(visit, carried, "/y?z=1#line-2")).toBe("/y");
  expect(JSON.parse(written[0]!)).toMatchObject({ what: "matter_close", at: "/y", aim: "line-2" });
  expect(saidFurtherOn(visit, carried, "https://elsewhere.invalid/y")).toBeNull();
});

test("that one has signed in or out is heard, whatever the session", () => {
  const { cookies, heard } = browser();
  carrySaid({ cookies, url, locals: mine }, say("sign_out", {}), "/x");
  expect(heard({ session: null })).not.toBeNull();
});

test("a name as long as a line is carried as it is said, cut", () => {
  const { heard, carry } = browser();
  carry(mine, "a".repeat(500));
  expect(heard()).toContain(`${"a".repeat(119)}…`);
});
