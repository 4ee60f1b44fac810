import { fieldId } from "#ui/field.ts";
import { tick } from "svelte";

/** Goes to a box once the page shows what is said of it: the error is then heard with the box, and not announced as well. */
export async function focusOn(name: string): Promise<void> {
  await tick();
  document.getElementById(fieldId(name))?.focus();
}
