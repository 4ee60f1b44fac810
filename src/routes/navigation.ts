import type { Actor, Capacity } from "#kernel/actor.ts";
import { readsWholeUnits } from "#modules/desk/desk.ts";
import { mayKeepUnits } from "#modules/organization/permissions.ts";
import { mayBringRegisters } from "#modules/register/permissions.ts";
import { m } from "#paraglide/messages.js";
import type { NavigationItem } from "#ui/shell.ts";

type Place = { href: string; label: () => string; for: (capacity: Capacity) => boolean };

const everybody = () => true;
const readsMatters = (capacity: Capacity) => capacity !== "administrator";

const places: readonly Place[] = [
  { href: "/desk", label: m.navigation_desk, for: everybody },
  { href: "/plans", label: m.navigation_plans, for: readsMatters },
  { href: "/conferences", label: m.navigation_conferences, for: readsMatters },
  { href: "/recommendations", label: m.navigation_recommendations, for: readsMatters },
  { href: "/documents", label: m.navigation_documents, for: readsWholeUnits },
  { href: "/reports", label: m.navigation_reports, for: readsWholeUnits },
  { href: "/notifications", label: m.navigation_notifications, for: everybody },
  { href: "/units", label: m.navigation_units, for: everybody },
  { href: "/registers", label: m.navigation_registers, for: (capacity) => capacity in mayBringRegisters },
  {
    href: "/administration",
    label: m.navigation_administration,
    for: (capacity) => capacity in mayKeepUnits,
  },
];

/** Where a person may go through the posts held now, and how many notices wait; every page judges again. */
export function navigationFor(actor: Actor | null, path: string, unread: number): NavigationItem[] {
  if (actor?.kind !== "person") return [];
  const capacities = actor.posts.map(({ capacity }) => capacity);
  return places
    .filter((place) => capacities.some(place.for))
    .map(({ href, label }) => ({
      href,
      label: href === "/notifications" && unread > 0 ? `${label()} (${unread})` : label(),
      ...((path === href || path.startsWith(`${href}/`)) && { current: true }),
    }));
}
