import { sql } from "kysely";
import type { CaseKind } from "../case.ts";
import { balanceFigures, movedTable } from "./balance.ts";
import { heldTable, heldTallies, planTables } from "./conferences.ts";
import { cohortTables, countedFigures, countedTallies } from "./matters.ts";
import type { Scope, Sql } from "./scope.ts";

/**
 * The rows a figure is counted from: common tables, and a query over them that gives `row_id` (a uuid),
 * `record_id`, `on_day`, `amount`, and of recommendations `class`, `due_on`, `lead_id`.
 */
export type CaseRows = { readonly kind: CaseKind; readonly tables: Sql; readonly rows: Sql };

/** Null for a name that is no figure of the report. Indicators are not found here. */
export function caseRows(scope: Scope, figure: string): CaseRows | null {
  const [group, key] = divided(figure);
  if (key === null) return cohortRows(scope, figure) ?? gatheringRows(scope, figure);
  switch (group) {
    case "by_field":
    case "whole_field":
    case "by_channel":
    case "by_lead":
      return tallyRows(scope, group, key);
    case "balance":
      return balanceRows(scope, key);
    case "conferences":
      return conferenceRows(scope, key);
    case "satisfaction":
      return ballotRows(scope, key);
    case "plans":
      return planRows(scope, key);
    default:
      return null;
  }
}

/** At the first dot: fields and units have dots of their own. */
function divided(figure: string): [group: string, key: string | null] {
  const dot = figure.indexOf(".");
  return dot < 0 ? [figure, null] : [figure.slice(0, dot), figure.slice(dot + 1)];
}

function own<T extends object>(figures: T, name: string): T[keyof T] | null {
  return Object.hasOwn(figures, name) ? figures[name as keyof T] : null;
}

const whole = sql`id as row_id, id as record_id, received_on as on_day, 1 as amount, class, due_on, lead_id`;
const oneMove = sql`move_id as row_id, id as record_id, entered_on as on_day, 1 as amount, class, due_on, lead_id`;

function cohortRows(scope: Scope, figure: string): CaseRows | null {
  const tables = cohortTables(scope);
  const matters = (rows: Sql): CaseRows => ({ kind: "recommendation", tables, rows });
  if (figure === "received") {
    return matters(sql`select ${whole} from cohort left join counted using (id, received_on)`);
  }
  if (figure === "reopened") return matters(sql`select ${oneMove} from cohort_reopened`);
  const condition = own(countedFigures(scope), figure);
  return condition && matters(sql`select ${whole} from counted where ${condition}`);
}

function tallyRows(scope: Scope, tally: keyof ReturnType<typeof countedTallies>, key: string): CaseRows {
  const { among, by } = countedTallies(scope)[tally];
  const rows = sql`select ${whole} from counted where ${among} and ${by} = ${key}`;
  return { kind: "recommendation", tables: cohortTables(scope), rows };
}

function balanceRows(scope: Scope, name: string): CaseRows | null {
  const condition = own(balanceFigures(scope), name);
  const rows = sql`select ${oneMove} from moved where ${condition}`;
  return condition && { kind: "recommendation", tables: movedTable(scope), rows };
}

const none = sql`null as class, null::date as due_on, null::uuid as lead_id`;
const conference = (amount: Sql) =>
  sql`select id as row_id, id as record_id, held_on as on_day, ${amount} as amount, ${none} from held`;

function gatheringRows(scope: Scope, figure: string): CaseRows | null {
  const tables = heldTable(scope);
  if (figure === "attendances") {
    return { kind: "conference", tables, rows: sql`${conference(sql`attendances`)} where attendances > 0` };
  }
  if (figure !== "turns") return null;
  const rows = sql`select id as row_id, id as record_id, held_on as on_day, 1 as amount, ${none} from turns_taken`;
  return { kind: "turn", tables, rows };
}

function conferenceRows(scope: Scope, key: string): CaseRows | null {
  const tables = heldTable(scope);
  if (key === "held") return { kind: "conference", tables, rows: conference(sql`1`) };
  if (key === "required" || key === "shortfall") return planLineRows(scope, key, sql`true`);
  const [tally, name] = divided(key);
  const by = own(heldTallies, tally);
  if (!by || name === null) return null;
  return { kind: "conference", tables, rows: sql`${conference(sql`1`)} where ${by} = ${name}` };
}

const ballotFigures = {
  sessions: sql`1`,
  issued: sql`issued`,
  returned: sql`returned`,
  valid: sql`valid`,
} satisfies Record<string, Sql>;

function ballotRows(scope: Scope, key: string): CaseRows | null {
  const amount = own(ballotFigures, key);
  const rows = sql`select conference_id as row_id, conference_id as record_id, held_on as on_day,
    ${amount} as amount, ${none} from balloted`;
  return amount && { kind: "conference", tables: heldTable(scope), rows };
}

/** `plans.UNIT.held`: a unit's code may have dots, the last part is the figure. */
function planRows(scope: Scope, key: string): CaseRows | null {
  const dot = key.lastIndexOf(".");
  const [code, figure] = [key.slice(0, dot), key.slice(dot + 1)];
  const ofUnit = sql`unit_id = (select u.id from unit u where u.code = ${code})`;
  if (figure === "required" || figure === "shortfall") return planLineRows(scope, figure, ofUnit);
  if (figure !== "held") return null;
  const rows = sql`${conference(sql`1`)} where covered and ${ofUnit}
    and exists (select from plan_line l where l.unit_id = held.unit_id)`;
  return { kind: "conference", tables: sql`${heldTable(scope)}, ${planTables(scope)}`, rows };
}

function planLineRows(scope: Scope, figure: "required" | "shortfall", condition: Sql): CaseRows {
  const amount = sql.ref(figure);
  const rows = sql`select unit_id as row_id, unit_id as record_id, ${scope.from}::date as on_day, ${amount} as amount, ${none}
    from plan_line where ${amount} > 0 and ${condition}`;
  return { kind: "plan", tables: sql`${heldTable(scope)}, ${planTables(scope)}`, rows };
}
