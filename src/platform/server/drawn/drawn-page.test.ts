import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksWith, drawnPage, headersWith } from "./drawn-page.ts";
import { gzippedWith } from "./gzipped.ts";

const old = { nonce: "bm9uY2Ugb2YgYmVmb3JlLg==", formKey: "37f9d630-027b-4111-b6f6-8f02198427da" };
const fresh = { nonce: "YW5vdGhlciBvbmUsIG5ldw==", formKey: "0d0f2f5e-9f4f-4a55-8a6e-9a2a3c1f0b11" };
const policy = (nonce: string) => `script-src 'self' 'nonce-${nonce}'; style-src 'self'`;
const answer = (headers: Record<string, string> = {}, status = 200) =>
  new Response(null, {
    status,
    headers: { "content-security-policy": policy(old.nonce), etag: '"x"', "x-own": "1", ...headers },
  });

/** Texts with nonce and key anywhere, beside one another, at the ends or not at all. */
const arbitraryPage = fc
  .array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("nonce", "formKey", "ă".repeat(400))))
  .map(
    (parts) => (of: typeof old) => parts.map((part) => (part in of ? of[part as "nonce"] : part)).join(""),
  );

test("a page is what it was but for nonce and key, plain and compressed, each time it is sent", () => {
  const property = fc.property(arbitraryPage, (written) => {
    const page = drawnPage(written(old), answer(), old.formKey)!;
    for (const of of [fresh, old, fresh]) {
      const expected = Buffer.from(written(of)).toString();
      expect(Buffer.concat(chunksWith(page, of)).toString()).toBe(expected);
      expect(gunzipSync(Buffer.concat(gzippedWith(page, of))).toString()).toBe(expected);
    }
  });
  fc.assert(property, { numRuns: 100 });
});

test("how long a compressed page is tells nothing of nonce and key", () => {
  const html = `<p>${fresh.formKey} ${fresh.nonce}</p>`.repeat(50);
  const page = drawnPage(`${html}${old.nonce}${html}${old.formKey}`, answer(), old.formKey)!;
  const lengths = [old, fresh].map((of) => Buffer.concat(gzippedWith(page, of)).length);
  expect(lengths[0]).toBe(lengths[1]);
});

test("its headers are those it was drawn with, without what is of one answer alone", () => {
  const page = drawnPage("", answer(), old.formKey)!;
  expect(headersWith(page, fresh)).toEqual({
    "content-security-policy": policy(fresh.nonce),
    "x-own": "1",
  });
});

test.each([
  ["that sets a cookie", answer({ "set-cookie": "a=b" })],
  ["that was not found", answer({}, 404)],
  ["without a nonce", answer({ "content-security-policy": "default-src 'self'" })],
])("an answer %s is no page to keep", (_, response) => {
  expect(drawnPage("<p></p>", response, old.formKey)).toBeNull();
});
