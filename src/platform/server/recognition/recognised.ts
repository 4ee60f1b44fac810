import type { Gate, GateValues } from "./gate.ts";

/**
 * Who a secret stood for when it was last looked up. Never to be trusted alone: what is read on the strength of it is
 * asked together with `gate`, whose values are `values(now)`. Where the gate says no, `forget()` and look it up again.
 */
export type Recognised<Who> = {
  readonly who: Who;
  readonly edition: string;
  readonly gate: Gate;
  values(now: Temporal.Instant): GateValues;
  forget(): void;
};

type Known<Who> = {
  readonly who: Who;
  readonly edition: string;
  /** The Vietnamese day in which it was looked up: what somebody may do ends with a day. */
  readonly day: string;
  readonly secret: string;
  readonly standing: string;
};

/** Some 2 kB each; whoever was looked up longest ago goes first. */
const keptAtMost = 5000;

/** A memory of those who were recognised by one kind of secret, by a key that does not give the secret away. */
export function recognitions<Who>(gate: Gate) {
  const known = new Map<string, Known<Who>>();
  return {
    remember(key: string, one: Known<Who>): void {
      known.delete(key);
      if (known.size >= keptAtMost) known.delete(known.keys().next().value!);
      known.set(key, one);
    },
    recall(key: string, today: string): Recognised<Who> | null {
      const one = known.get(key);
      if (!one || one.day !== today) return null;
      return {
        who: one.who,
        edition: one.edition,
        gate,
        values: (now) => [one.edition, one.secret, now.toString(), one.standing],
        forget: () => void (known.get(key) === one && known.delete(key)),
      };
    },
  };
}
