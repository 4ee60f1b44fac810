/** Read by people on slow phones: the page is complete as it arrives and asks for no script. */
export const csr = false;
