type Fields = Record<string, unknown>;

/** The name under which the place of one matter is posted; the act tells its faults by the same. */
export const placeField = (code: string): string => `to:${code}`;

const prefix = placeField("");

/** From the posted fields to the input of the act. */
export function handOverInput(from: string, fields: Fields): Fields {
  const { on, to, symbol, given_by, received_by, note } = fields;
  const lines = Object.entries(fields)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, to]) => ({ recommendation: name.slice(prefix.length), to }));
  return { from, on, to, symbol, given_by, received_by, note, lines };
}
