// What browsers say of a key that belongs to the input method and not to the page; not every one says `isComposing` with the last key.
const OF_INPUT_METHOD = 229;

/** Whether a key is part of a letter being put together: Telex, VNI and their like over an input method. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === OF_INPUT_METHOD;
}
