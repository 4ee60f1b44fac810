type Values = Readonly<Record<string, string | string[]>>;

/** What was typed of a new matter, to look for others that ask for the same; null where its unit is not even known. */
export function saidIn({ text, unit, field, village }: Values) {
  if (typeof text !== "string" || typeof unit !== "string") return null;
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
  return { text, unit, field: one(field), village: one(village) };
}
