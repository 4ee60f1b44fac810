/** What the codes in a report are called; a code without a name stands for itself. */
export type ReportNames = {
  readonly units: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
};
