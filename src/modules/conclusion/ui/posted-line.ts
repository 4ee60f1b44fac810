type Fields = Record<string, unknown>;

/** From the posted fields of a line's form to one line of the act's input. */
export function lineFrom(
  fields: Fields,
  dutyField: (unit: string) => string,
  dueField: (unit: string) => string,
) {
  const codes = Array.isArray(fields.coordinators) ? (fields.coordinators as string[]) : [];
  const { matter, task, lead, position } = fields;
  const coordinators = codes.map((unit) => ({
    unit,
    duty: fields[dutyField(unit)],
    due: fields[dueField(unit)],
  }));
  return { matter, task, lead, position, due: fields.due, coordinators };
}
