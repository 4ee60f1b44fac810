import { withDatabase } from "../command.ts";
import { readBelow, readSuccessions, readUnit } from "#modules/organization/server/index.ts";
import { lifetime, successionWord, unitKindWord } from "#modules/organization/words.ts";
import { dayArgument } from "./day-argument.ts";

/** Prints a unit as it is on a day: where it lies, what lies in it, what it was and became. */
export async function showUnit(code: string, on: string | undefined): Promise<void> {
  const day = dayArgument(on);
  const text = await withDatabase(async ({ db }) => {
    const unit = await readUnit(db, code, day);
    const below = await readBelow(db, unit.id, unit.day, { limit: 10 });
    const successions = await readSuccessions(db, unit.id);
    return [
      `${unit.code}  ${unit.name}  (${unitKindWord(unit.kind, "vi")}, ${lifetime(unit, "vi")})`,
      ...(unit.there
        ? []
        : [`Không tồn tại vào ${day}; xem vào ${unit.day}. / Not there on ${day}; shown on ${unit.day}.`]),
      unit.ancestors.map(({ name }) => name).join(" › "),
      ...unit.names.map((period) => `  ${period.name}: ${lifetime(period, "vi")}`),
      ...unit.parents.map((period) => `  ↑ ${period.name} [${period.code}]: ${lifetime(period, "vi")}`),
      ...successions.map(
        ({ kind, on: since, from, to }) =>
          `  ${since} ${successionWord(kind, "vi")}: ${names(from)} → ${names(to)}`,
      ),
      ...below.map(
        ({ kind, count, units }) =>
          `  ↓ ${count} ${unitKindWord(kind, "vi")}: ${names(units)}${count > units.length ? ", …" : ""}`,
      ),
    ].join("\n");
  });
  console.log(text);
}

function names(units: readonly { code: string; name: string }[]): string {
  return units.length === 0 ? "–" : units.map(({ code, name }) => `${name} [${code}]`).join(", ");
}
