import { on } from "svelte/events";

// A page from the server stands before its script has loaded, and people choose in it: those choices must stay.
// Bindings keep them for what is typed; radios, boxes and selects are kept by leaving the first value to the markup.

let alive = false;

/** Told by the outermost layout, once the page that came from the server has its script. */
export const pageIsAlive = (): void => void (alive = true);

/** Whether a part is only now getting its script, in markup from the server that somebody may have touched already. */
export const drawnByServer = (): boolean => typeof document !== "undefined" && !alive;

/** An attachment that shows a value given later, never the first; and the present one again when the form is emptied. */
export function following<Control extends HTMLElement, Value>(
  value: () => Value,
  show: (control: Control, value: Value) => void,
) {
  let first = true;
  return (control: Control) => {
    const now = value();
    if (!first) show(control, now);
    first = false;
    // Svelte empties fields just after the event; this comes after that.
    const form = control.closest("form");
    if (!form) return;
    return on(form, "reset", () => void setTimeout(() => show(control, now)));
  };
}
