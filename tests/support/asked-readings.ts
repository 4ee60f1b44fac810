import { toldReadings } from "#acts/readings.ts";
import type { PlantedPlace } from "./planted.ts";

const figures = [
  "received",
  "in_hand",
  "overdue",
  "done",
  "turns",
  "routed_out",
  "by_lead.A-KT",
  "by_field.giao_thong",
];

type Query = Readonly<Record<string, string>>;

/** By the name of each reading of the API: what it is asked in the planted register. */
export function askedOfReadings(
  place: Pick<PlantedPlace, "conference" | "coming" | "codes" | "child" | "merged" | "documents" | "plan">,
  year: string,
): Readonly<Record<string, readonly Query[]>> {
  const period = { unit: "A", from: `${year}-01-01`, to: `${year}-12-31` };
  return {
    "attachments.of_matter": Object.values(place.codes).map((recommendation) => ({ recommendation })),
    "attachments.of_conference": [{ conference: place.conference }],
    "attachments.of_document": place.documents.map((document) => ({ document })),
    "units.search": [{ q: "xa an" }],
    "units.find": [{ unit: "A" }],
    "units.below": [{ unit: "T" }],
    "conferences.list": [{}, { unit: "A" }],
    "conferences.find": [place.conference, place.coming].map((conference) => ({ conference })),
    "conclusions.list": [{ conference: place.conference }],
    "conclusions.find": ["1", "draft"].map((edition) => ({ conference: place.conference, edition })),
    "conclusions.publication": [{ conference: place.conference }],
    "conclusions.public_versions": [{ conference: place.conference }],
    "documents.list": [{}, { unit: "A" }],
    "documents.find": place.documents.map((document) => ({ document })),
    "reports.summary": [period],
    "reports.cases": figures.map((figure) => ({ ...period, figure })),
    "plans.list": [{}],
    "plans.against": [{ unit: "A", year }],
    "plans.find": [{ id: place.plan }],
    "recommendations.list": [
      {},
      { sort: "received" },
      { text: "xz" },
      { view: "open" },
      { draft: "drafted" },
    ],
    "recommendations.find": [...Object.values(place.codes), place.child, place.merged].map((code) => ({
      code,
    })),
    "registers.export": ["A", "T", "A-1"].map((unit) => ({ unit })),
    "fields.list": [{}],
  };
}

/** The same as addresses, by the reading's own. */
export function addressesOfReadings(asked: ReturnType<typeof askedOfReadings>): Map<string, string[]> {
  return new Map(
    toldReadings.map(({ name, api: { path } }) => [
      `/api/v1${path}`,
      askedOf(asked, name).map((query) => addressOf(path, query)),
    ]),
  );
}

function askedOf(asked: ReturnType<typeof askedOfReadings>, name: string) {
  const queries = asked[name];
  if (!queries) throw new Error(`tests/support/asked-readings.ts does not say what ${name} is asked`);
  return queries;
}

function addressOf(path: string, query: Query): string {
  const rest = new URLSearchParams(query);
  const named = path.replace(/:(\w+)/g, (_, part: string) => {
    rest.delete(part);
    return encodeURIComponent(query[part]!);
  });
  return `/api/v1${named}${rest.size > 0 ? `?${rest}` : ""}`;
}
