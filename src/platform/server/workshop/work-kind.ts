/** One kind of work that a process beside does: its file exports `work`, and `prepare` where the first would be slow. */
export type WorkKind<Input, Output> = {
  readonly name: string;
  /** From the project's root: the process reads the sources, also where the application was built. */
  readonly file: string;
  /** How much work it is, in units of which the kind takes about as long for each. */
  unitsOf(input: Input): number;
  /** Milliseconds that a thousand units take, until it was seen. */
  readonly pace: number;
  /** Only says what the work gives; never there. */
  readonly output?: Output;
};

/** What the file of a kind exports. */
export type WorkFile<Input = unknown, Output = unknown> = {
  work(input: Input): Output | Promise<Output>;
  prepare?(): Promise<void>;
};
