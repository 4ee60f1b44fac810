/** Whether nobody who could answer an invitation has an account: then the office has to telephone. */
export function mustBePhoned(waiting: {
  readonly contacts: readonly { readonly hasAccount: boolean }[];
}): boolean {
  return !waiting.contacts.some(({ hasAccount }) => hasAccount);
}
