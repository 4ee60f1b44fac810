/**
 * The day that a paper bears, and today. It tells what held at the end of the first: names of units, people, posts and fields,
 * states, dates, figures, what was arranged. It leaves out what is out of sight, or not to be named, on the second. Neither
 * has a usual value: whoever reads something for a paper says both.
 */
export type PaperDay = { readonly day: string; readonly today: string };

/** Of today, as a page shows it. */
export const ofToday = (today: string): PaperDay => ({ day: today, today });
