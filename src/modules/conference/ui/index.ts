/** What pages and parts of other modules say of a conference, in the words in which its own say it. */
export { chairText, formText } from "./form-words.ts";
