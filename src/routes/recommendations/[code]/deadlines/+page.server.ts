import { deadlineReadings } from "#modules/deadline/server/index.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(deadlineReadings.ofMatter, { recommendation: "code" });
