/** The file as JSON, a record at a time, so that it never stands in memory as one text. */
export function* registerChunks(file: object): Generator<string> {
  let first = true;
  for (const [name, value] of Object.entries(file)) {
    if (value === undefined) continue;
    yield `${first ? "{" : ","}\n ${JSON.stringify(name)}: `;
    first = false;
    if (Array.isArray(value)) yield* listChunks(value);
    else yield JSON.stringify(value);
  }
  yield first ? "{}\n" : "\n}\n";
}

function* listChunks(list: readonly unknown[]): Generator<string> {
  yield "[";
  for (const [index, item] of list.entries()) yield `${index > 0 ? "," : ""}\n  ${JSON.stringify(item)}`;
  yield list.length > 0 ? "\n ]" : "]";
}
