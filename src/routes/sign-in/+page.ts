/** The page that everybody meets first, often on a slow line: it is complete as it arrives. */
export const csr = false;
