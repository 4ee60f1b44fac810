/** The address of a list that is asked for what is there of these: what is empty, false or null is not asked. */
export function listAddress(path: string, asked: object): string {
  const said = Object.entries(asked).filter(([, value]) => value);
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `${path}?${query}` : path;
}
