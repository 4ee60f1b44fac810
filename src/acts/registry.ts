import type { Act } from "#platform/server/act/act.ts";
import * as organization from "#modules/organization/server/index.ts";

/** Every act of the product. The API, the documentation and the tests go through this list. */
export const registry: readonly Act[] = [
  organization.createUnit,
  organization.renameUnit,
  organization.arrangeUnits,
  organization.addPerson,
  organization.appoint,
  organization.handOver,
  organization.endPost,
] as unknown as readonly Act[];

/** The act with a name, such as `recommendation.assign`. */
export function actNamed(name: string): Act | undefined {
  return registry.find((act) => act.name === name);
}
