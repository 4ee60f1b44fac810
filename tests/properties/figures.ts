import type { Report } from "#modules/report/report.ts";

type Numbers = { readonly [name: string]: unknown };

/** Every count and sum of a report, by the name under which its cases are asked for; what nobody told has none. */
export function figuresOf(report: Report): [name: string, value: number][] {
  const { recommendations, balance, conferences, attendances, turns, satisfaction, plans, indicators } =
    report;
  const { sessions, issued, returned, valid } = satisfaction;
  return [
    ...named("", recommendations),
    ...named("balance.", balance),
    ...named("conferences.", conferences),
    ...named("", { attendances, turns }),
    ...named("satisfaction.", { sessions, issued, returned, valid }),
    ...plans.flatMap(({ unit, ...line }) => named(`plans.${unit}.`, line)),
    ...named("indicators.", indicators),
  ];
}

function named(prefix: string, numbers: Numbers): [string, number][] {
  return Object.entries(numbers).flatMap(([name, value]): [string, number][] => {
    if (value === null) return [];
    return typeof value === "number"
      ? [[prefix + name, value]]
      : named(`${prefix}${name}.`, value as Numbers);
  });
}
