import { capacities } from "#kernel/actor.ts";
import { anyOf, type Grant } from "#kernel/permission.ts";

/** Accounts are kept by the administrator of the unit or of one above it. */
export const mayKeepAccounts: Grant = { administrator: ["self", "ancestor"] };

/** One's own things: whoever holds a post may, in the unit of that post; the act asks that they be one's own. */
export const mayKeepOwn: Grant = Object.fromEntries(capacities.map((capacity) => [capacity, ["self"]]));

/** A token is revoked by whoever holds its post, or by the administrator. */
export const mayRevoke: Grant = { ...mayKeepOwn, ...mayKeepAccounts };

/** A person is put right by the administrator above all their posts; their own contacts by themselves. */
export const mayCorrectPerson: Grant = anyOf(mayKeepOwn, mayKeepAccounts);

/** Done by the product alone, on the strength of a one-time link. */
export const byLinkOnly: Grant = {};
