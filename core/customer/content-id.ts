/** Sixteen hexadecimal digits for a text: two hashes from different starts, for ids made of values. */
import { stableHash } from '#core/customer/stable-hash.ts'

/** The second start is a prefix: a suffix would only be a function of the first hash. */
export const contentId = (text: string): string => hex(stableHash(text)) + hex(stableHash(`second|${text}`))

const hex = (hash: number) => hash.toString(16).padStart(8, '0')
