import { on } from "svelte/events";

/** The form sent last: from which page, what had the focus, what stood around it, and where its address aims at. */
interface Sent {
  path: string;
  from: HTMLElement | null;
  around: HTMLElement[];
  aim: string;
}

let sent: Sent | null = null;

const places = "li, tr, fieldset, details, article, section";
const controls =
  "input:not([type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled), a[href]";

/**
 * Remembers what is sent, so that `backToPlace` knows where the person was. Told by the outermost layout; gives the
 * function that ends it.
 */
export function rememberPlaces(): () => void {
  const forget = () => void (sent = null);
  const ends = [
    on(document, "submit", remember, { capture: true }),
    on(document, "keydown", forget, { capture: true }),
    on(document, "pointerdown", forget, { capture: true }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function remember({ target: form, submitter }: SubmitEvent): void {
  if (!(form instanceof HTMLFormElement)) return;
  const active = document.activeElement;
  const from = active instanceof HTMLElement && form.contains(active) ? active : submitter;
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  const around: HTMLElement[] = [];
  for (let place = form.closest<HTMLElement>(places); place; place = outside(place)) around.push(place);
  sent = { path: location.pathname, from, around, aim: address.split("#")[1] ?? "" };
}

const outside = (place: HTMLElement) => place.parentElement?.closest<HTMLElement>(places) ?? null;

/**
 * When a form came back to the page that it was sent from and nothing there has taken the focus (no summary of errors,
 * no word of what was done), it goes where the fragment of the form's address aims, else back to where it was, else to what
 * stood closest around that place, else to the place at which one goes on, else to what still stands further around; of a form
 * that led to another page, to the place there at which one goes on, if there is one. Without the script the browser follows
 * the fragment itself.
 */
export function backToPlace(goesOnAt = ""): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const place = goesOnAt ? document.getElementById(goesOnAt) : null;
    if (!sent || location.pathname !== sent.path) return place ? focusable(place).focus() : undefined;
    const aim = sent.aim ? document.getElementById(sent.aim) : null;
    if (aim) return firstIn(aim).focus();
    if (sent.from && isThere(sent.from)) return sent.from.focus();
    const [closest] = sent.around;
    if (closest && isThere(closest)) return focusable(closest).focus();
    if (place) return focusable(place).focus();
    const around = sent.around.find(isThere);
    if (around) focusable(around).focus();
  });
}

// What is there to be read takes the focus itself; what is there to be filled in gives it to its first field.
const firstIn = (aim: HTMLElement) =>
  aim.hasAttribute("tabindex") ? aim : (aim.querySelector<HTMLElement>(controls) ?? focusable(aim));

const isThere = (element: HTMLElement) =>
  element.isConnected && element.checkVisibility() && !element.matches(":disabled, [aria-hidden=true]");

function focusable(place: HTMLElement): HTMLElement {
  place.tabIndex = -1;
  return place;
}
