/** The page of a list that an address asks for, from 1; the first where it asks for none that there could be. */
export const pageAsked = (text = ''): number => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1)
