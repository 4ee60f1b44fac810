import { getLocale } from "#paraglide/runtime.js";
import type { ChairCapacity, Form } from "../conference.ts";
import { chairWords, formWords } from "../words.ts";

// What a conference and who chairs it are called in the language of the page, wherever they are shown.

export const formText = (form: Form): string => formWords[form][getLocale()];
export const chairText = (capacity: ChairCapacity): string => chairWords[capacity][getLocale()];
