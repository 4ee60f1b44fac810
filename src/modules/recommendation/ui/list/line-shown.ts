import type { MatterLine } from "../../server/index.ts";

/** A line as the table shows it; what there is nothing to say of is not there. The unit is told where it is not the reader's own. */
export type LineShown = Pick<MatterLine, "code" | "receivedOn"> & {
  readonly [Told in Exclude<keyof MatterLine, "class">]?: NonNullable<MatterLine[Told]>;
};
