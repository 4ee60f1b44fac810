type Fields = Readonly<Record<string, unknown>>;

const quotaOf = (invitation: string) => `quota-${invitation}`;
const shownOf = (invitation: string) => `shown-${invitation}`;

/** The names of a row's two fields: the number that is typed, and the one that stood there when the page was made. */
export const quotaFields = (invitation: string) => ({
  typed: quotaOf(invitation),
  shown: shownOf(invitation),
});

/** Posted rows → the numbers that were changed here. A row that was left as it was says nothing, whatever others did to it. */
export function quotaChanges(fields: Fields): Record<string, unknown>[] {
  return changedRows(fields).map((invitation) => ({
    invitation,
    quota: fields[quotaOf(invitation)],
    expected_quota: fields[shownOf(invitation)],
  }));
}

/** The row that a fault of the act is about: `changes.1.quota` is of the second that was changed; null for another. */
export function invitationOfFault(field: string, fields: Fields): string | null {
  const index = /^changes\.(\d+)\./.exec(field)?.[1];
  return changedRows(fields)[Number(index)] ?? null;
}

function changedRows(fields: Fields): string[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith("quota-"))
    .map((name) => name.slice("quota-".length))
    .filter((invitation) => isChanged(fields, invitation));
}

/** What a row shows when the form came back: what was changed here, and of the others what stands now. */
export function quotaShown(present: number, invitation: string, fields: Fields | undefined): string {
  const typed = fields?.[quotaOf(invitation)];
  return fields && typeof typed === "string" && isChanged(fields, invitation) ? typed : String(present);
}

function isChanged(fields: Fields, invitation: string): boolean {
  const text = (name: string) => String(fields[name] ?? "").trim();
  return text(quotaOf(invitation)) !== text(shownOf(invitation));
}
