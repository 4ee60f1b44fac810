import type { MatterFilter } from "#modules/recommendation/server/index.ts";

type Part = Pick<Partial<MatterFilter>, "view" | "class" | "itself">;

/** The list of a conference's matters, or of a part of them: by what the number that leads there was counted by. */
export const mattersOf = (conference: string, part: Part = {}): string =>
  `/recommendations?${new URLSearchParams({ conference, ...part }).toString()}`;

/** Raised there; the others are counted as they go on. */
export const raisedThere = { itself: "yes" } as const;
export const openMatters = { view: "open" } as const;
export const unruledMatters = { class: "awaiting_ruling" } as const;
