/** Shown in place of any page whose session has ended: it must not wait for, nor be confused by, that page's script. */
export const csr = false;
