import { withDatabase } from "../command.ts";
import { unitReadings } from "#modules/organization/server/index.ts";
import { lifetime, successionWord, unitKindWord } from "#modules/organization/words.ts";
import { askAsUnits } from "./ask-as-units.ts";
import { dayArgument } from "./day-argument.ts";

const FEW = 10;

/** Prints a unit as it is on a day: where it lies, what lies in it, what it was and became. */
export async function showUnit(code: string, on: string | undefined): Promise<void> {
  const day = dayArgument(on);
  const text = await withDatabase(async (database) => {
    const asked = { unit: code, on: day };
    const { unit, successions, below } = await askAsUnits(database)(unitReadings.shown, asked);
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
          `  ↓ ${count} ${unitKindWord(kind, "vi")}: ${names(units.slice(0, FEW))}${count > FEW ? ", …" : ""}`,
      ),
    ].join("\n");
  });
  console.log(text);
}

function names(units: readonly { code: string; name: string }[]): string {
  return units.length === 0 ? "–" : units.map(({ code, name }) => `${name} [${code}]`).join(", ");
}
