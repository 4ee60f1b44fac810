/** What a mark means, for its colour; the sign says the same without colour. */
export type MarkTone = "start" | "counted" | "rest" | "worked" | "moved" | "due";

export type DayMark = {
  readonly tone: MarkTone;
  /** One to three signs, seen in the day's cell. */
  readonly sign: string;
  /** The same in words, read aloud. */
  readonly words: string;
};

export const markLooks: Record<MarkTone, string> = {
  start: "border border-line-strong bg-paper text-ink",
  counted: "bg-accent-soft text-ink",
  rest: "bg-danger-soft text-danger",
  worked: "bg-success-soft text-success",
  moved: "bg-warning-soft text-warning",
  due: "bg-accent text-on-accent",
};
