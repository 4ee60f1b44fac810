import { carriedIn } from "#kernel/carried.ts";

/** What stood in a form that was not sent: kept on the device until it is sent, put away, or its person signs out. */
export type KeptForm = {
  /** When it was kept, in milliseconds of the clock of the device. */
  readonly at: number;
  /** What is typed and chosen, by the names of the fields, in their order on the page. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The key under which it was sent already, where nobody knows whether it arrived; sent again it is the same act. */
  readonly key?: string | undefined;
  /** The version of the matter that was seen while it was typed. */
  readonly seen?: string | undefined;
  /** A file was chosen, which no device gives back. */
  readonly files?: boolean | undefined;
};

type Store = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

const prefix = "doi-thoai:form:";
/** As long as a working day, the evening and the morning after: what is older astonishes more than it helps. */
const LONGEST = 24 * 60 * 60 * 1000;
/** Characters of one form; a device has room for some five million in all. */
const MOST = 400_000;

const ofPerson = (person: string): string => `${prefix}${person}:`;
/** The name of one form of one page among what a device keeps for a person; a page's address has no space. */
const nameOf = (person: string, address: string, form: string) => `${ofPerson(person)}${address} ${form}`;

/** Keeps a form; false where the device has no room or was told to keep nothing. */
export function keepForm(
  store: Store,
  place: { person: string; address: string; form: string },
  kept: KeptForm,
): boolean {
  const text = JSON.stringify(kept);
  if (text.length > MOST) return false;
  try {
    store.setItem(nameOf(place.person, place.address, place.form), text);
    return true;
  } catch {
    return false;
  }
}

/** What is kept for a form; null for what is too old or was not written by us. */
export function keptForm(
  store: Store,
  { person, address, form }: { person: string; address: string; form: string },
  now: number,
): KeptForm | null {
  const kept = readKept(store.getItem(nameOf(person, address, form)));
  return kept && now - kept.at <= LONGEST ? kept : null;
}

export function dropForm(store: Store, place: { person: string; address: string; form: string }): void {
  store.removeItem(nameOf(place.person, place.address, place.form));
}

/** The addresses of the pages on which a person left forms, each once. */
export function pagesWithKept(store: Store, person: string): string[] {
  const own = ofPerson(person);
  const names = namesIn(store).filter((name) => name.startsWith(own));
  return [...new Set(names.map((name) => name.slice(own.length).split(" ")[0]!))];
}

/** Puts away what others left and what has grown old; with null, what anybody left. */
export function dropOthers(store: Store, person: string | null, now: number): void {
  for (const name of namesIn(store)) {
    const kept = readKept(store.getItem(name));
    const stays = person !== null && name.startsWith(ofPerson(person)) && kept && now - kept.at <= LONGEST;
    if (!stays) store.removeItem(name);
  }
}

function namesIn(store: Store): string[] {
  return Array.from({ length: store.length }, (_, at) => store.key(at) ?? "").filter((name) =>
    name.startsWith(prefix),
  );
}

function readKept(text: string | null): KeptForm | null {
  const kept = text === null ? null : carriedIn(text);
  return isKept(kept) ? kept : null;
}

function isKept(value: unknown): value is KeptForm {
  if (typeof value !== "object" || value === null || !("at" in value) || !("fields" in value)) return false;
  const { at, fields } = value;
  return (
    typeof at === "number" &&
    Array.isArray(fields) &&
    fields.every(
      (field: unknown) =>
        Array.isArray(field) && field.length === 2 && field.every((each) => typeof each === "string"),
    )
  );
}
