import type { FormRefusal } from "#kernel/form-refusal.ts";

/** What stands in the fields of a form: what was typed, or what is proposed. */
export type Typed = {
  readonly one: (name: string) => string | null;
  readonly many: (name: string) => readonly string[];
};

/** What fields hold before anything is typed, by their names. */
export type Proposed = Readonly<Record<string, string | readonly string[] | null>>;

/** After a refusal everything as it was typed; before, what is proposed. */
export function typedIn(refusal: FormRefusal | undefined, proposed: Proposed = {}): Typed {
  const values: Partial<Proposed> = refusal?.values ?? proposed;
  const many = (name: string) => [values[name] ?? []].flat();
  return { one: (name) => many(name)[0] ?? null, many };
}
