import { readBelow, readUnit } from "#modules/organization/server/index.ts";
import { unitKinds } from "#modules/organization/unit.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { error } from "@sveltejs/kit";
import { dayAskedOrRefused } from "../../day-asked.ts";
import { signedIn } from "../../signed-in.ts";
import type { PageServerLoad } from "./$types";

const size = 200;

/** All units of one kind directly below another on a day, page by page. */
export const load: PageServerLoad = async (event) => {
  const { today } = signedIn(event);
  const { db } = currentDatabase();
  const { day, on } = dayAskedOrRefused(event.url, today);
  const kind = unitKinds.find((each) => each === event.url.searchParams.get("kind"));
  if (!kind) error(404);
  const page = Math.max(
    1,
    Math.min(1000, Number.parseInt(event.url.searchParams.get("page") ?? "1", 10) || 1),
  );
  const unit = await readUnit(db, event.params.code, day);
  const [group] = await readBelow(db, unit.id, unit.day, { limit: size, kind, skip: (page - 1) * size });
  return { unit, on, kind, page, pages: Math.ceil((group?.count ?? 0) / size), group };
};
