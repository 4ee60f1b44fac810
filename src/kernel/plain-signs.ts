/** Signs of codes that people read out and type: without what is taken for another, 0 and O, 1, I and L. */
export const plainSigns = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
