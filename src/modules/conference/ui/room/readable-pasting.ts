import { on } from "svelte/events";
import { readablePaste } from "../../room/pasted-text.ts";

const fromElsewhere = /[\r\n\t\u00A0\u200B-\u200D\uE000-\uF8FF]/;

/** An attachment: what is pasted from Word comes in as a person would have typed it. */
export function readablePasting(area: HTMLTextAreaElement) {
  return on(area, "paste", (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (!fromElsewhere.test(pasted)) return;
    event.preventDefault();
    // Deprecated, and yet the only way by which "undo" takes the paste back.
    document.execCommand("insertText", false, readablePaste(pasted));
  });
}
