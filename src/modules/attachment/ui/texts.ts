import { getLocale } from "#paraglide/runtime.js";
import { findingWords, type Finding } from "../findings.ts";
import { purposeWords, type Purpose } from "../purposes.ts";

export const purposeText = (purpose: Purpose): string => purposeWords[purpose][getLocale()];
export const findingText = (finding: Finding): string => findingWords[finding][getLocale()];

/** Where a file is opened, and its thumbnail. */
export const fileHref = (id: string): string => `/files/${id}`;
export const thumbnailHref = (id: string): string => `${fileHref(id)}/small`;
