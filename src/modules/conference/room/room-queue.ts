// What somebody writes down in the room, kept on the device until it is known to be saved. Nothing here touches the
// device, the network or the clock: each step makes a new `Kept` of the one before.

type EntryForm = "turn" | "matter" | "count";
/** A form of the page; the ruling on each matter, by its code, has one of its own. */
export type RoomForm = EntryForm | `rule:${string}`;
export type EntryKind = EntryForm | "rule";

/** The input of the entry's act, but for what the entry it needs will answer. */
export type EntryFields = Readonly<Record<string, string>>;

export type Entry = {
  /** Makes it one act, however often it is sent. */
  readonly key: string;
  readonly kind: EntryKind;
  readonly fields: EntryFields;
  /** The fields as they were typed, for the form to which the entry may come back. */
  readonly typed?: EntryFields;
  /** The entry to which it belongs, while that one is not saved: the turn of a matter, the matter of a ruling. */
  readonly needs: string | null;
  /** What a person reads of it. */
  readonly label: string;
  /** Set aside: taken out of a form to make room, and not to be sent before a person has looked at it again. */
  readonly state: "waiting" | "refused" | "aside";
  /** Why it was refused. */
  readonly sentence: string | null;
};

/** A form as it stands. The key is that of an entry which came back to be put right. */
export type Draft = {
  readonly fields: EntryFields;
  readonly key?: string;
  readonly needs?: string | null;
  readonly sentence?: string | null;
};

/** What the server said of an entry that was saved. */
export type Answer = { readonly id: string; readonly code?: string };

/** The turn from which matters are split now: one on the server, or one that still waits. */
export type OpenTurn = {
  readonly id: string | null;
  readonly entry: string | null;
  readonly label: string;
  readonly speaker: string;
  readonly naming: string;
  readonly village: string;
};

type Drafts = { readonly [Form in EntryForm]?: Draft } & { readonly [ruling: `rule:${string}`]: Draft };

export type Kept = {
  readonly drafts: Drafts;
  readonly queue: readonly Entry[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly turn: OpenTurn | null;
};

export const nothingKept: Kept = { drafts: {}, queue: [], answers: {}, turn: null };

/** A field as it is typed, letter by letter. */
export function typed(kept: Kept, form: RoomForm, name: string, value: string): Kept {
  const draft = kept.drafts[form] ?? { fields: {} };
  const fields = { ...draft.fields, [name]: value };
  return { ...kept, drafts: { ...kept.drafts, [form]: { ...draft, fields } } };
}

/** An entry is finished: it goes to the end of the queue, and its form is empty again, both in one step. */
export function entered(kept: Kept, entry: Omit<Entry, "state" | "sentence">, form: RoomForm | null): Kept {
  const waiting: Entry = { ...entry, state: "waiting", sentence: null };
  const saved = entry.needs ? kept.answers[entry.needs] : undefined;
  const settled = saved ? { ...waiting, needs: null, fields: linked(waiting, saved) } : waiting;
  const before = kept.queue.map((each) => (each.needs === entry.key ? ofTurn(each, entry) : each));
  const drafts = form ? without(kept.drafts, form) : kept.drafts;
  return { ...kept, queue: [...before, settled], drafts };
}

/** Of a turn that was put right, who spoke is put right in its matters too. */
function ofTurn(matter: Entry, { kind, fields }: Pick<Entry, "kind" | "fields">): Entry {
  if (kind !== "turn") return matter;
  const { speaker = "", naming = "named", village = "" } = fields;
  return { ...matter, fields: { ...matter.fields, raised_by: speaker, naming, village } };
}

/** The next to be sent: in the order of entry, what it belongs to first; one that was refused holds back its own only. */
export function nextToSend({ queue }: Kept): Entry | null {
  return queue.find(({ state, needs }) => state === "waiting" && needs === null) ?? null;
}

/** It is saved: whatever belongs to it now knows to what. */
export function saved(kept: Kept, key: string, answer: Answer): Kept {
  const queue = kept.queue
    .filter((entry) => entry.key !== key)
    .map((entry) => (entry.needs === key ? { ...entry, needs: null, fields: linked(entry, answer) } : entry));
  const turn = kept.turn?.entry === key ? { ...kept.turn, id: answer.id, entry: null } : kept.turn;
  const drafts = Object.fromEntries(
    Object.entries(kept.drafts).map(([form, draft]) => [
      form,
      draft.needs === key ? { ...draft, needs: null, fields: { ...draft.fields, turn: answer.id } } : draft,
    ]),
  );
  return { ...kept, queue, turn, drafts, answers: latest({ ...kept.answers, [key]: answer }) };
}

/** The server refuses it as it is: a person has to look. */
export function refused(kept: Kept, key: string, sentence: string): Kept {
  const queue = kept.queue.map((entry) =>
    entry.key === key ? { ...entry, state: "refused" as const, sentence } : entry,
  );
  return { ...kept, queue };
}

/** It goes back into its form to be put right. What stands in that form already is set aside, not lost. */
export function recalled(kept: Kept, key: string, newKey: () => string): Kept {
  const entry = kept.queue.find((each) => each.key === key);
  const form = entry && formOf(entry);
  if (!form) return kept;
  const { needs, sentence } = entry;
  const fields = { ...entry.fields, ...entry.typed };
  const displaced = asideFrom(kept.drafts[form], entry, newKey);
  const queue = kept.queue.flatMap((each) => (each.key === key ? displaced : [each]));
  return { ...kept, queue, drafts: { ...kept.drafts, [form]: { fields, key, needs, sentence } } };
}

/** The form an entry came from; a ruling's is that of its matter, once it is known which matter that is. */
function formOf({ kind, fields }: Entry): RoomForm | null {
  if (kind !== "rule") return kind;
  return fields.recommendation ? `rule:${fields.recommendation}` : null;
}

/** The rulings that came back to be put right, by the codes of their matters. */
export function rulingsBack({ drafts }: Kept): string[] {
  const back = Object.entries(drafts).filter(([form, { key }]) => form.startsWith("rule:") && key);
  return back.map(([form]) => form.slice("rule:".length));
}

/** What stands in a form is thrown away by a person. */
export function cleared(kept: Kept, form: RoomForm): Kept {
  return { ...kept, drafts: without(kept.drafts, form) };
}

/** Thrown away by a person; never what something else that waits belongs to. */
export function dropped(kept: Kept, key: string): Kept {
  if (isNeeded(kept, key)) return kept;
  const turn = kept.turn?.entry === key ? null : kept.turn;
  return { ...kept, turn, queue: kept.queue.filter((entry) => entry.key !== key) };
}

export function isNeeded({ queue }: Kept, key: string): boolean {
  return queue.some(({ needs }) => needs === key);
}

/** Whether a person has begun a form, or it came back to be put right. */
export function typedSomething({ key, fields }: Draft): boolean {
  return key !== undefined || written.some((name) => fields[name]?.trim());
}

/** What a person types, as against what a form holds anyway. */
const written = ["speaker", "summary", "text", "attendances", "due"] as const;

/** From what the device held; whatever is unreadable counts as nothing, so that a page always opens. */
export function readKept(stored: string | null): Kept {
  try {
    const kept = JSON.parse(stored ?? "null") as Partial<Kept> | null;
    if (!kept || !Array.isArray(kept.queue)) return nothingKept;
    return { ...nothingKept, ...kept };
  } catch {
    return nothingKept;
  }
}

function asideFrom(draft: Draft | undefined, by: Entry, newKey: () => string): Entry[] {
  if (!draft || !typedSomething(draft)) return [];
  const { key = newKey(), needs = null } = draft;
  const { recommendation } = by.fields;
  const fields = by.kind === "rule" && recommendation ? { ...draft.fields, recommendation } : draft.fields;
  const said = fields.text ?? [fields.speaker, fields.summary].filter(Boolean).join(": ");
  const label = by.kind === "rule" ? `${recommendation}: ${said}` : said;
  return [{ key, kind: by.kind, fields, needs, label, state: "aside", sentence: null }];
}

/** A matter is told its turn by its id, a ruling its matter by its code. */
function linked({ kind, fields }: Entry, { id, code = id }: Answer): EntryFields {
  return kind === "rule" ? { ...fields, recommendation: code } : { ...fields, turn: id };
}

const ANSWERS_KEPT = 50;

/** A form may still refer to an entry that was saved while it was being typed; older ones nobody asks for. */
function latest(answers: Record<string, Answer>): Record<string, Answer> {
  return Object.fromEntries(Object.entries(answers).slice(-ANSWERS_KEPT));
}

function without<T extends object, K extends keyof T>(record: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = record;
  return rest;
}

/** What an answer of the server means for an entry. Only our own answers count: a page of some gateway says nothing. */
export type Outcome =
  | { readonly kind: "saved"; readonly answer: Answer; readonly said: string }
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "signed_out" }
  | { readonly kind: "later" };

const refusals: ReadonlySet<number> = new Set([400, 403, 404, 409, 413, 422]);

export function outcomeOf(status: number, body: unknown): Outcome {
  if (status === 401) return { kind: "signed_out" };
  const said = (typeof body === "object" && body !== null ? body : {}) as {
    answer?: Answer;
    said?: string;
    sentence?: string;
  };
  if (status === 200 && said.answer?.id) return { kind: "saved", answer: said.answer, said: said.said ?? "" };
  if (refusals.has(status) && said.sentence) return { kind: "refused", sentence: said.sentence };
  return { kind: "later" };
}
