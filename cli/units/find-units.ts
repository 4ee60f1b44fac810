import { unitReadings } from "#modules/organization/server/index.ts";
import { lifetime, unitKindWord } from "#modules/organization/words.ts";
import { withDatabase } from "../command.ts";
import { askAsUnits } from "./ask-as-units.ts";
import { dayArgument } from "./day-argument.ts";

const most = 30;

/** Prints the units whose name fits, now or once; without tone marks too. */
export async function findUnits(text: string, on: string | undefined): Promise<void> {
  const day = dayArgument(on);
  const found = await withDatabase((database) =>
    askAsUnits(database)(unitReadings.search, { q: text, on: day, size: most }),
  );
  if (found.length === 0)
    throw new Error(`Không có đơn vị nào tên “${text}”. / No unit is called “${text}”.`);
  for (const unit of found) {
    const earlier = unit.earlierIn === null ? "" : ` ← ${unit.fits} (${unit.earlierIn})`;
    const where = unit.places === null ? "" : `, ${unit.places}`;
    console.log(
      `${unit.code}  ${unit.name}${where}  (${unitKindWord(unit.kind, "vi")}, ${lifetime(unit, "vi")})${earlier}`,
    );
  }
}
