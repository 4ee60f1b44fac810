/** What pages and parts of other modules say of a matter, in the words in which its own say it. */
export {
  classText,
  confirmerText,
  fieldText,
  kindText,
  namingText,
  rulingText,
  statusTag,
  statusText,
} from "./matter-words.ts";
