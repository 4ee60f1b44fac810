import { z } from "zod";
import { dayInput, optionalDay } from "./input.ts";
import { readTypedDay } from "./typed-date.ts";

// A day in a question is read as people type it, whether it stands in an address, an API's or a command's. What is no
// day is refused in the words in which it was given.

const asTyped = (value: unknown) => (typeof value === "string" ? (readTypedDay(value) ?? value) : value);

export const askedDay = z.preprocess(asTyped, dayInput);
export const optionalAskedDay = z.preprocess(asTyped, optionalDay);
