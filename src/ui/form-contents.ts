// What a person typed and chose in a form, taken out of the page and put back into it.

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export type Fields = readonly (readonly [name: string, value: string])[];

const notTyped = new Set(["hidden", "file", "submit", "button", "reset", "image"]);
const ticked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && !notTyped.has(element.type)) ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );
}

/** Whether a form is one whose contents may be kept: it is posted, has something to fill in, and asks for no secret. */
export function mayBeKept(form: HTMLFormElement): boolean {
  if (form.method !== "post") return false;
  const controls = controlsOf(form);
  const secret = controls.some(
    (control) => control.type === "password" || control.getAttribute("autocomplete") === "one-time-code",
  );
  return controls.length > 0 && !secret;
}

/** What is typed and chosen, in the order of the page. */
export function contentsOf(form: HTMLFormElement): Fields {
  return controlsOf(form).flatMap((control): [string, string][] => {
    if (control.name === "" || (ticked(control) && !control.checked)) return [];
    if (control instanceof HTMLSelectElement)
      return [...control.selectedOptions].map(({ value }) => [control.name, value]);
    return [[control.name, control.value]];
  });
}

/** Whether a file was chosen in it. */
export const hasFiles = (form: HTMLFormElement): boolean =>
  [...form.elements].some(
    (element) => element instanceof HTMLInputElement && (element.files?.length ?? 0) > 0,
  );

/**
 * Which of the forms of its page it is: where it is sent to, what it carries unseen, and which of those that are alike in that.
 */
export function signOf(form: HTMLFormElement): string {
  const sign = carriedBy(form);
  const alike = [...document.forms].filter((other) => carriedBy(other) === sign);
  return `${alike.indexOf(form)} ${sign}`;
}

/** New each time the page is made. */
const renewed = new Set(["idempotency_key", "expected_version"]);
/** Characters; the rows of a sheet are too long to tell forms apart by. */
const LONGEST_MARK = 100;

function carriedBy(form: HTMLFormElement): string {
  const carried = [...form.elements]
    .filter((element) => element instanceof HTMLInputElement)
    .filter(
      ({ type, name, value }) => type === "hidden" && !renewed.has(name) && value.length <= LONGEST_MARK,
    )
    .map(({ name, value }) => `${name}=${value}`);
  return [form.getAttribute("action") ?? "", ...carried].join("&");
}

/** The value of a field that a form carries unseen. */
export const unseen = (form: HTMLFormElement, name: string): string | undefined =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`)?.value;

export function setUnseen(form: HTMLFormElement, name: string, value: string | undefined): void {
  const field = form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
  if (field && value !== undefined) field.value = value;
}

/**
 * Puts back what was typed and chosen, as if the person did it again: choices first, since some fields stand there only after
 * a choice. Gives the written texts, of several words, for which the page has no field now.
 */
export async function putBack(form: HTMLFormElement, fields: Fields): Promise<string[]> {
  const left = new Map<string, string[]>();
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value]);
  const done = new Set<Control>();
  // Each round may bring fields that the round before it made appear.
  for (let round = 0; round < 3; round += 1) {
    const ahead = controlsOf(form).filter((control) => control.name !== "" && !done.has(control));
    for (const control of ahead.toSorted((a, b) => Number(isText(a)) - Number(isText(b)))) {
      if (round === 0 && isText(control) && ahead.some((other) => !isText(other))) continue;
      done.add(control);
      show(control, left);
    }
    await new Promise((next) => setTimeout(next));
  }
  return [...left.values()].flat().filter((text) => text.trim().includes(" "));
}

/** What was offered to choose from may be offered no more. */
const canShow = (control: Control, value: string) =>
  !(control instanceof HTMLSelectElement) || [...control.options].some((option) => option.value === value);

const isText = (control: Control) => !ticked(control) && !(control instanceof HTMLSelectElement);

function show(control: Control, left: Map<string, string[]>): void {
  const values = left.get(control.name) ?? [];
  if (ticked(control)) {
    const at = values.indexOf(control.value);
    if (at >= 0) values.splice(at, 1);
    if (control.checked === at >= 0 || (control.type === "radio" && at < 0)) return;
    control.checked = at >= 0;
  } else {
    const value = values.shift();
    if (value === undefined || value === control.value || !canShow(control, value)) return;
    control.value = value;
  }
  for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
}
