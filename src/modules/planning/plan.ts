import type { ChairCapacity, Form } from "#modules/conference/conference.ts";
import type { Quarter } from "./quarter.ts";

/** A draft binds nobody; one that is issued does, until another that replaces it is issued. */
export type PlanState = "draft" | "issued" | "replaced";

/** How many conferences a unit must hold in the year. */
export type Requirement = {
  readonly unit: string;
  readonly unitName: string;
  readonly required: number;
  readonly form: Form | null;
  readonly chairCapacity: ChairCapacity | null;
};

/** A conference that a plan foresees in a quarter, perhaps on a day. */
export type Planned = {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly quarter: Quarter;
  readonly plannedOn: string | null;
  readonly form: Form;
  readonly chairCapacity: ChairCapacity | null;
  readonly audience: string | null;
  readonly topic: string | null;
  readonly place: string | null;
  /** The line of the replaced plan that this one takes over. */
  readonly continues: string | null;
};

export const MOST_REQUIREMENTS = 500;
export const MOST_PLANNED = 200;
