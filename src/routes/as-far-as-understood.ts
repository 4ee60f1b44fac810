import { Problem, type FieldFault } from "#kernel/problem.ts";

/** A part of an address that is refused: its name, what stands there, and why it is refused. */
export type Refused = { readonly name: string; readonly typed: string; readonly fault: FieldFault };

type Address = Readonly<Record<string, string>>;

/**
 * An answer to what of an address is understood, with all that is not. The page says it at the list, which one can then put right;
 * files and the API refuse the same as a whole.
 * @throws whatever refuses something that does not stand in the address
 */
export async function asFarAsUnderstood<Answer>(
  address: Address,
  ask: (address: Address) => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly refused: readonly Refused[] }> {
  try {
    return { answer: await ask(address), refused: [] };
  } catch (error) {
    const refused = refusedIn(error, address);
    const names = new Set(refused.map(({ name }) => name));
    const rest = Object.fromEntries(Object.entries(address).filter(([name]) => !names.has(name)));
    const further = await asFarAsUnderstood(rest, ask);
    return { answer: further.answer, refused: [...refused, ...further.refused] };
  }
}

/** What of an address a problem refuses. @throws the error, if that is not what it says */
export function refusedIn(error: unknown, address: Address): Refused[] {
  const faults = error instanceof Problem ? error.faults : [];
  const refused = faults.flatMap((fault) => {
    const typed = address[fault.field];
    return typed === undefined ? [] : [{ name: fault.field, typed: typed.slice(0, SHOWN), fault }];
  });
  if (refused.length === 0 || refused.length < faults.length) throw error;
  return refused;
}

/** Characters of what was typed, as many as a line has room for. */
const SHOWN = 60;
