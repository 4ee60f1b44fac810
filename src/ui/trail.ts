import { m } from "#paraglide/messages.js";

/** A page above another one. */
export type Step = { readonly href: string; readonly label: string };

/** The pages under which others stand, as they are called there. */
const called: Readonly<Record<string, () => string>> = {
  "/administration": m.administration_title,
  "/administration/fields": m.field_list_title,
  "/administration/people": m.administration_people_title,
  "/administration/rules": m.rule_list_title,
  "/conferences": m.conference_list_title,
  "/conferences/drafts": m.draft_list_title,
  "/desk": m.desk_title,
  "/documents": m.document_list_title,
  "/plans": m.planning_list_title,
  "/recommendations": m.recommendation_list_title,
  "/units": m.unit_list_title,
};

/**
 * The pages above the one at this address, from the top: those that its folders say, then those that only the page can name.
 * One of the page's own stands in the place of what the address says, where it leads to the same page (a list as it was narrowed).
 */
export function trailTo(pathname: string, own: readonly Step[]): Step[] {
  const parts = pathname.split("/").slice(1, -1);
  const above = parts.flatMap((_, index) => {
    const href = `/${parts.slice(0, index + 1).join("/")}`;
    const label = called[href]?.();
    return label && !own.some((step) => pathOf(step.href) === href) ? [{ href, label }] : [];
  });
  return [...above, ...own];
}

const pathOf = (href: string) => href.split(/[?#]/, 1)[0];
