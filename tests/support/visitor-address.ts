import { randomInt } from "node:crypto";

/** The header by which the application of the journeys is told a visitor's address, as a proxy would tell it. */
export const visitorHeader = "x-visitor-address";

/** Each browser comes from an address of its own, so that all journeys together are not one hasty visitor. */
export function fromOwnAddress(): Record<string, string> {
  return { [visitorHeader]: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}` };
}
