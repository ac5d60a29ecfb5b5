/** The name under which the rows of an erased customer go on being counted. It leads to nobody. */
const BEGINNING = 'erased-'

/** `unique`: never used before. */
export const erasedName = (unique: string): string => `${BEGINNING}${unique}`

export const isErasedName = (customerId: string): boolean => customerId.startsWith(BEGINNING)
