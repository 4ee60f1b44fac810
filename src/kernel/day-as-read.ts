/** A day is kept as `2025-07-01`; people read `01/07/2025`, in both languages. Any other text stays as it is. */
export function dayAsRead(text: string): string {
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}
