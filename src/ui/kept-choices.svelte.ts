import { untrack } from "svelte";
import { on } from "svelte/events";
import { drawnByServer, following } from "./following.ts";

const ofChoice = "input:is([type=radio], [type=checkbox]):not([data-filter])";
const boxesIn = (group: HTMLElement) => [...group.querySelectorAll<HTMLInputElement>(ofChoice)];
const chosenIn = (group: HTMLElement) =>
  boxesIn(group)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);

/**
 * What is chosen among the radios or boxes of an element, by their values. In markup from the server it is read once
 * the script is there: somebody may have chosen already. A choice given later, by a form that came back, is shown.
 */
export function keptChoices(chosen: () => readonly string[]) {
  let now = $state<readonly string[] | null>(drawnByServer() ? null : untrack(chosen));
  const given = $derived(JSON.stringify(chosen()));
  const follow = following<HTMLElement, string>(
    () => given,
    (group, values) => {
      const shown = JSON.parse(values) as string[];
      for (const box of boxesIn(group)) box.checked = shown.includes(box.value);
      now = chosenIn(group);
    },
  );
  return {
    /** For `checked` of one of them; undefined leaves to the markup what is chosen there. */
    has: (value: string): boolean | undefined => now?.includes(value),
    /** Two attachments of the element around them. */
    keep(group: HTMLElement) {
      now = chosenIn(group);
      return on(group, "change", () => void (now = chosenIn(group)));
    },
    follow,
  };
}
