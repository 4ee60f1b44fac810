import { planReadings } from "#modules/planning/server/index.ts";
import { listFile } from "../../list-file.ts";
import { allPlansAsked } from "../asked.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = listFile(planReadings.list, allPlansAsked);
