import { committeeWord } from "#modules/document/office-defaults.ts";
import type { ChairCapacity } from "./conference.ts";
import { chairWords } from "./words.ts";

/** Whoever is in the chair, as papers of a unit call them: "Bí thư Đảng ủy" in a commune, "Bí thư Thành ủy" in a city. */
export function chairTitle(capacity: ChairCapacity, unitName: string): string {
  return capacity === "party_secretary" ? `Bí thư ${committeeWord(unitName)}` : chairWords[capacity].vi;
}
