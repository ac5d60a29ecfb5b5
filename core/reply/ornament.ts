/** Pictures that an office adds to every mail: the logo of its signature. A pasted photo of a broken cup is far larger. */
import type { MailAttachment } from '#core/reply/parsed-mail.ts'

/** Logos of signatures have 2 to 15 kB; the smallest photos of phones have 60 kB. */
const MOST_BYTES = 20_000

export const isOrnament = ({ type, bytes, inline }: MailAttachment): boolean =>
  inline === true && /^image\/(?:png|gif|jpe?g|svg\+xml|bmp)$/i.test(type) && bytes <= MOST_BYTES
