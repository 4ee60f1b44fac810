/** The files that a paper is made into: to read and print, or to go on with in Word. */
export type PaperEnding = "pdf" | "docx";
