import { signedIn } from "../units/signed-in.ts";
import type { LayoutServerLoad } from "./$types";

/** The parts that pages are made of, for whoever works here: no business of strangers. */
export const load: LayoutServerLoad = (event) => {
  signedIn(event);
};
