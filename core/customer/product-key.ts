/** By which two spellings of a product are one: whatever the case of the letters, the blanks and how marks are encoded. */
export const productKey = (written: string): string => written.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
