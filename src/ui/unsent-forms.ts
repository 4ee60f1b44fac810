import { mount, unmount, type ComponentProps } from "svelte";
import { on } from "svelte/events";
import { page } from "$app/state";
import {
  contentsOf,
  hasFiles,
  mayBeKept,
  putBack,
  setUnseen,
  signOf,
  unseen,
  type Fields,
} from "./form-contents.ts";
import FormNote from "./FormNote.svelte";
import { dropForm, dropOthers, keepForm, keptForm, pagesWithKept } from "./kept-forms.ts";

// Nothing that somebody typed into a form is lost by leaving it: by a lost network, a reload, a link, a button of the footer.
// What was changed and not sent is kept on the device, under its person, and is there again when they open the page again.

/** How a form stood before somebody touched it. */
const before = new WeakMap<HTMLFormElement, string>();
/** Forms that were sent and whose answer did not come. */
const tried = new WeakSet<HTMLFormElement>();
const notes = new WeakMap<HTMLFormElement, ReturnType<typeof mount>>();
/** Once somebody signs out, or puts a text away, nothing more of the page is kept. */
let leaving = false;

/** The room keeps what is written there by itself, entry by entry. */
const keptElsewhere = () => /^\/conferences\/[^/]+\/room$/.test(location.pathname);

function device(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const person = (): string | null => page.data.actor?.id ?? null;
const address = () => location.pathname + location.search;
const asText = (fields: Fields) => JSON.stringify(fields);

const changed = (form: HTMLFormElement): boolean =>
  tried.has(form) || (before.has(form) && before.get(form) !== asText(contentsOf(form)));

/** Keeps what stands in a form; false where it is not kept. */
export function keepUnsent(form: HTMLFormElement, { sent = tried.has(form) } = {}): boolean {
  const [who, store] = [person(), device()];
  if (who === null || store === null || leaving || keptElsewhere() || !mayBeKept(form)) return false;
  if (sent) tried.add(form);
  return keepForm(
    store,
    { person: who, address: address(), form: signOf(form) },
    {
      at: Date.now(),
      fields: contentsOf(form),
      key: sent ? unseen(form, "idempotency_key") : undefined,
      seen: unseen(form, "expected_version"),
      files: hasFiles(form) || undefined,
    },
  );
}

/** What was in a form has arrived, or goes on elsewhere. */
export function nothingUnsent(form: HTMLFormElement): void {
  before.delete(form);
  tried.delete(form);
  const [who, store] = [person(), device()];
  if (who !== null && store !== null)
    dropForm(store, { person: who, address: address(), form: signOf(form) });
}

/** Says something in a form, instead of what was said there before. */
export function sayIn(form: HTMLFormElement, note: ComponentProps<typeof FormNote>): void {
  sayNothingIn(form);
  const anchor = note.kind === "put_back" ? (form.firstChild ?? undefined) : undefined;
  notes.set(form, mount(FormNote, { target: form, anchor, props: note }));
}

export function sayNothingIn(form: HTMLFormElement): void {
  const note = notes.get(form);
  notes.delete(form);
  if (note) void unmount(note);
}

/** Watches the forms of all pages, for the outermost layout; gives the function that ends it. */
export function watchForms(): () => void {
  const ends = [
    on(document, "focusin", remember, { capture: true }),
    on(document, "pointerdown", remember, { capture: true }),
    on(document, "beforeinput", remember, { capture: true }),
    // A form that the browser itself sends leaves the page with its contents, and comes back with them where it is refused.
    on(document, "submit", (event) => void setTimeout(() => !event.defaultPrevented && sentByBrowser(event))),
    on(window, "pagehide", keepChanged),
    on(document, "visibilitychange", () => document.visibilityState === "hidden" && keepChanged()),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function remember({ target }: Event): void {
  const form = target instanceof Element ? target.closest("form") : null;
  if (form && !before.has(form)) before.set(form, asText(contentsOf(form)));
}

function sentByBrowser({ target }: Event): void {
  if (target instanceof HTMLFormElement) nothingUnsent(target);
}

/** Keeps whatever was changed on this page, before it is left. */
export function keepChanged(): void {
  for (const form of document.forms) if (changed(form)) keepUnsent(form);
}

/** Puts back what was typed on this page before and never sent; what the server has just given back itself stays. */
export async function putBackKept(): Promise<void> {
  const [who, store] = [person(), device()];
  if (who === null || store === null || keptElsewhere() || page.form) return;
  for (const form of document.forms) {
    const place = { person: who, address: address(), form: signOf(form) };
    const kept = mayBeKept(form) ? keptForm(store, place, Date.now()) : null;
    if (!kept || changed(form)) continue;
    before.set(form, asText(contentsOf(form)));
    const left = await putBack(form, kept.fields);
    setUnseen(form, "expected_version", kept.seen);
    if (kept.key !== undefined) {
      setUnseen(form, "idempotency_key", kept.key);
      tried.add(form);
    }
    sayIn(form, { kind: "put_back", left, files: kept.files === true, drop: () => startAgain(form) });
  }
}

function startAgain(form: HTMLFormElement): void {
  keepChanged();
  nothingUnsent(form);
  leaving = true;
  location.reload();
}

/** The pages on which the person who is signed in typed something and did not send it; this one first. */
export function pagesUnsent(): string[] {
  keepChanged();
  const [who, store] = [person(), device()];
  return who === null || store === null ? [] : pagesWithKept(store, who);
}

/** Nothing of what anybody typed stays on the device: they sign out. */
export function forgetUnsent(): void {
  leaving = true;
  const store = device();
  if (store) dropOthers(store, null, Date.now());
}

/** Whoever is signed in now finds nothing that others typed. */
export function forgetUnsentOfOthers(who: string): void {
  const store = device();
  if (store) dropOthers(store, who, Date.now());
}
