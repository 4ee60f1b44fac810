import type { UnitKind } from "#modules/organization/unit.ts";
import { unitsInTime } from "./units-in-time.ts";
import type {
  RegisterConference,
  RegisterFile,
  RegisterRecommendation,
  RegisterTurn,
} from "./register-file.ts";

/** When a unit was: an open end is left out; both open when nothing is known. Of what kind and where, where that is known. */
export type UnitPeriod = {
  readonly from?: string | null;
  readonly until?: string | null;
  readonly kind?: UnitKind;
  /** The unit above at the beginning, where the file says it. */
  readonly parent?: string | null;
};

/** What is in the register already, so that a file may speak of it without bringing it again. */
export type KnownRegister = {
  /** The unit's period, `true` when it is there and its period does not matter, `undefined` or `false` when not. */
  unit(code: string): UnitPeriod | boolean | undefined;
  plan?(ref: string): boolean;
  conference?(ref: string): boolean;
  recommendation?(ref: string): boolean;
  /** The day on which a matter came in, `YYYY-MM-DD`. */
  receivedOn?(ref: string): string | undefined;
};

/** For a file that must stand by itself. */
export const NOTHING_KNOWN: KnownRegister = { unit: () => undefined };

export type References = {
  unit(code: string): UnitPeriod | undefined;
  /** The unit above on a day; of a unit that the register knows already it is not asked again. */
  above(code: string, day: string): string | undefined;
  plan(ref: string): boolean;
  conference(ref: string): boolean;
  conferenceInFile(ref: string): RegisterConference | undefined;
  turn(ref: string): RegisterTurn | undefined;
  recommendation(ref: string): boolean;
  recommendationInFile(ref: string): RegisterRecommendation | undefined;
  /** The day on which a matter of the file, or one that is there already, came in. */
  receivedOn(ref: string): string | undefined;
};

/** Look-up over the file and what is known besides; what the file says of a unit goes before. */
export function referencesOf(file: RegisterFile, known: KnownRegister): References {
  const inTime = unitsInTime(file);
  const units = new Map<string, UnitPeriod>(
    file.units.map((unit) => [unit.code, { ...unit, until: inTime.lastDay(unit.code) ?? null }]),
  );
  const plans = new Set(file.plans.map(({ ref }) => ref));
  const conferences = new Map(file.conferences.map((conference) => [conference.ref, conference]));
  const turns = new Map(file.turns.map((turn) => [turn.ref, turn]));
  const recommendations = new Map(file.recommendations.map((matter) => [matter.ref, matter]));
  return {
    unit: (code) => units.get(code) ?? periodOf(known.unit(code)),
    above: (code, day) => (known.unit(code) ? undefined : inTime.above(code, day)),
    plan: (ref) => plans.has(ref) || known.plan?.(ref) === true,
    conference: (ref) => conferences.has(ref) || known.conference?.(ref) === true,
    conferenceInFile: (ref) => conferences.get(ref),
    turn: (ref) => turns.get(ref),
    recommendation: (ref) => recommendations.has(ref) || known.recommendation?.(ref) === true,
    recommendationInFile: (ref) => recommendations.get(ref),
    receivedOn: (ref) => recommendations.get(ref)?.received_on ?? known.receivedOn?.(ref),
  };
}

function periodOf(answer: UnitPeriod | boolean | undefined): UnitPeriod | undefined {
  return answer === true ? {} : answer || undefined;
}
