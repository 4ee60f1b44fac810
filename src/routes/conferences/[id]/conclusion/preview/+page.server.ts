import { conclusionReadings } from "#modules/conclusion/server/index.ts";
import { pageOf } from "../../../../asking.ts";

export const load = pageOf(conclusionReadings.preview, ({ params, url }) => ({
  conference: params.id,
  side: url.searchParams.get("side") === "party" ? "party" : "government",
}));
