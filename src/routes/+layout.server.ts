import type { LayoutServerLoad } from "./$types";

/** What the shell around every page shows. `actor` and `navigation` come from the session once there is one. */
export const load: LayoutServerLoad = ({ locals }) => ({ preferences: locals.preferences });
