import { planReadings } from "#modules/planning/server/index.ts";
import { listFile } from "../../list-file.ts";
import { allPlansAsked } from "../asked.ts";

export const GET = listFile(planReadings.list, allPlansAsked);
