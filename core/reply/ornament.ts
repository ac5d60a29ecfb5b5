/** What an office puts into every mail: the logo of its signature. A photo of a broken cup that was pasted in is larger by far. */
import type { MailAttachment } from '#core/reply/parsed-mail.ts'

/** Logos of signatures have 2 to 15 kB; the smallest photo of a telephone 60. */
const MOST_BYTES = 20_000

export const isOrnament = ({ type, bytes, inline }: MailAttachment): boolean =>
  inline === true && /^image\/(?:png|gif|jpe?g|svg\+xml|bmp)$/i.test(type) && bytes <= MOST_BYTES
