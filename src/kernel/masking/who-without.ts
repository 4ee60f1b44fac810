type Told = (text: string) => string;

/**
 * Somebody who comes, or signs, as they are written down: "Bà Trần Thị A, tổ trưởng". They are called by name, since that
 * tells nothing of a matter, and "[tên]" in its place would; what is said of them behind the comma is told as words are.
 */
export function whoWithout(who: string, told: Told): string {
  const [name, ...more] = who.split(",");
  return more.length === 0 ? name! : `${name},${told(more.join(","))}`;
}
