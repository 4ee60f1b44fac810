/**
 * The day that a paper bears, and today. It tells what held at the end of the first: names of units, people, posts and fields,
 * states, dates, figures, what was arranged. It leaves out what is out of sight, or not to be named, on the second. Neither
 * has a usual value: whoever reads something for a paper says both.
 */
export type PaperDay = { readonly day: string; readonly today: string };

/** Of today, as a page shows it. */
export const ofToday = (today: string): PaperDay => ({ day: today, today });

/** Of the day that a form says the paper is to bear; where it says none, or one that has not come, of today. */
export const ofDayTyped = (typed: string | undefined, today: string): PaperDay => ({
  day: typed !== undefined && typed < today ? typed : today,
  today,
});
