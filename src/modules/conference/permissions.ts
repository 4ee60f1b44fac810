import type { Grant } from "#kernel/permission.ts";

/** The office keeps the record of its unit's conferences. */
export const mayKeepConferences: Grant = {
  office_secretary: ["self"],
  party_secretary: ["self"],
  chairperson: ["self"],
};
