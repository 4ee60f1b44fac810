/**
 * What may be visited without signing in; every other route asks for it, so that a page forgotten here is shut
 * rather than open. The API judges by itself, as it also takes tokens.
 */
const open = [
  "/(portal)",
  "/api",
  "/design",
  "/healthz",
  "/invitation",
  "/metrics",
  "/preferences",
  "/readyz",
  "/sign-in",
  "/sign-out",
];

/** Whether a route (its id, such as `/account/tokens`; null where there is none) is open to everybody. */
export function isOpen(routeId: string | null): boolean {
  if (routeId === null || routeId === "/") return true;
  return open.some((start) => routeId === start || routeId.startsWith(`${start}/`));
}
