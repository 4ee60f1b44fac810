/** What people are looked for by. */
export function searchIn({ searchParams }: URL): string {
  return (searchParams.get("q") ?? "").slice(0, 200);
}
