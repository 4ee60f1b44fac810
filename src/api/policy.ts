/** Nothing that the API answers is a page of ours. */
export const apiPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
