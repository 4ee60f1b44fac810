import { nameInSentence } from "#modules/organization/name-in-sentence.ts";

const ofUnits = /^(?:Thành phố|Thị xã|Thị trấn|Đặc khu|Tỉnh|Huyện|Quận|Phường|Xã)\s/u;

/** Whoever is given work, as a paper names it: of a unit its People's Committee, "Ủy ban nhân dân xã An"; an agency by its name. */
export function bodyInText(name: string): string {
  return ofUnits.test(name) ? `Ủy ban nhân dân ${nameInSentence(name)}` : name;
}
