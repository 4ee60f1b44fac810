import { all, contact, firstPost, offered, posts, sessions, tokens } from "./account-readings.ts";
import { account, find, toAppoint, toCorrect, waiting } from "./people-readings.ts";

/** What is asked of one's own account. */
export const accountReadings = { posts, firstPost, sessions, tokens, contact, offered, all };

/** What administrators ask of people and their accounts. */
export const personReadings = { find, toCorrect, toAppoint, account, waiting };
