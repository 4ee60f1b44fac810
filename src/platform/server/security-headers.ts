const always: [string, string][] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  // The same address differs by session, language and colours.
  ["cache-control", "private, no-cache"],
];

const twoYears = 63_072_000;

/**
 * Headers for every response. The content security policy comes with the page, which knows its nonce.
 * Strict transport is promised over https only: an office that runs plain http inside its walls
 * must not lock its browsers out.
 */
export function securityHeaders(url: URL): [string, string][] {
  if (url.protocol !== "https:") return always;
  return [...always, ["strict-transport-security", `max-age=${twoYears}`]];
}

/**
 * How a response may be kept that somebody who is signed in got. No page is: on a machine that several use, whoever
 * comes after they have signed out would leaf back to it. Null leaves it as it is.
 */
export function cacheControlFor(response: Response, signedIn: boolean): string | null {
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  return signedIn && isPage ? "private, no-store" : null;
}
