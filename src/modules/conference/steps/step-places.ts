import type { StepCode } from "./legal-bases.ts";

type StepElsewhere = "written_reply" | "word_of_party_head" | "report_up";
type Done = { readonly code: StepCode; readonly doneOn: string | null };

/** Pages of the conference itself. */
const places: Readonly<Record<Exclude<StepCode, StepElsewhere>, string>> = {
  collect: "/collected#add",
  announce: "/papers/announcement",
  invite: "/invitations#invite",
  synthesis: "/papers/synthesis",
  draft_answers: "/collected",
  last_time: "/papers/results_report",
  agenda: "/agenda#edit",
  // Talked over, and posted, by hand: here it is only said that it was done.
  front_opinion: "#step-front_opinion",
  publish_programme: "/papers/announcement",
  notice_of_conclusion: "/conclusion",
  publish_results: "/conclusion/publication#record",
  send_to_villages: "/conclusion/publication#posted",
};

/** Where a step of the checklist is done, as an address; results are posted once their notice is there. */
export function placeOfStep(conference: string, code: StepCode, steps: readonly Done[]): string {
  if (code === "report_up") return "/reports";
  if (code === "written_reply" || code === "word_of_party_head")
    return `/recommendations?conference=${conference}&view=open`;
  const isIssued = steps.some((step) => step.code === "notice_of_conclusion" && step.doneOn !== null);
  const place = places[code].startsWith("/conclusion") && !isIssued ? "/conclusion" : places[code];
  return `/conferences/${conference}${place}`;
}
