/** More lines than any conference has asked for: four hundred recommendations are a full day. */
export const MOST_LINES = 1000;

/** So many stand on one page of the product; the paper has them all. */
export const LINES_A_PAGE = 50;

/** A task may say all that its matter says. */
export const LONGEST_TASK = 50_000;

/** An agency that helps with a line; `dueOn` null: the line's own date. */
export type LineCoordinator = {
  /** Its code, and its name on the day asked about. */
  readonly unit: string;
  readonly name: string;
  readonly duty: string | null;
  readonly dueOn: string | null;
};

/** One task of a notice: a matter of the conference, who does what about it, and until when. */
export type NoticeLine = {
  readonly position: number;
  /** The matter's code. */
  readonly matter: string;
  readonly task: string;
  /** Null in a draft that has not been filled in. */
  readonly lead: string | null;
  readonly leadName: string | null;
  readonly dueOn: string | null;
  readonly coordinators: readonly LineCoordinator[];
  /** What the chair said with the ruling, and the day that was promised with it; null where neither was. */
  readonly saidWords: string | null;
  readonly saidOn: string | null;
};

/** The day promised in the room, where a line gives another; null where it keeps it, or none was promised. */
export function departedFrom({ dueOn, saidOn }: Pick<NoticeLine, "dueOn" | "saidOn">): string | null {
  return saidOn !== null && dueOn !== null && dueOn !== saidOn ? saidOn : null;
}

/** A task as it is proposed: the chair's words first, then what they answer; what people said alone where there are none. */
export function proposedTask(said: string | null, asked: string): string {
  return said ? `${said.trim()}\nNội dung kiến nghị: ${asked}` : asked;
}

/** What an assignment consists of, to compare one with another. */
export type Assigned = Pick<NoticeLine, "lead" | "dueOn" | "coordinators">;

export type LinePart = "task" | "lead" | "due" | "coordinators";
