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
