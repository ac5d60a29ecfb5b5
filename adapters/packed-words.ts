/**
 * Words as one packed value under a hash of their content. A letter in two languages packs to some 5 kB; DynamoDB takes rows of 400 kB, key and names
 * included.
 */
import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { type CampaignWords, CampaignWordsSchema } from '#core/campaign/campaign-words.ts'

export const MOST_PACKED_BYTES = 350_000
/** What a reader unpacks at most, forty times a long letter in two languages. */
const MOST_BYTES = 4_000_000
/** Fast, and within a few percent of the smallest size. */
const QUALITY = 6

export class WordsTooLargeError extends Error {
  override name = 'WordsTooLargeError'
}

export interface PackedWords {
  readonly hash: string
  readonly packed: Uint8Array
}

/** Throws WordsTooLargeError, naming the size and the limit. */
export function packWords(words: CampaignWords): PackedWords {
  const text = canonical(words)
  const bytes = Buffer.byteLength(text)
  if (bytes > MOST_BYTES) throw new WordsTooLargeError(`${words.template}: ${bytes} bytes of words, at most ${MOST_BYTES}`)
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
  if (packed.length > MOST_PACKED_BYTES)
    throw new WordsTooLargeError(`${words.template}: ${packed.length} bytes of packed words, at most ${MOST_PACKED_BYTES}`)
  return { hash: hashOf(text), packed }
}

/** The words, or `unreadable` when the bytes do not unpack to what the hash was made of. */
export function unpackWords({ hash, packed }: { readonly hash: string; readonly packed: unknown }): CampaignWords | 'unreadable' {
  if (!(packed instanceof Uint8Array)) return 'unreadable'
  try {
    const text = brotliDecompressSync(packed, { maxOutputLength: MOST_BYTES }).toString()
    if (hashOf(text) !== hash) return 'unreadable'
    return CampaignWordsSchema.parse(JSON.parse(text))
  } catch {
    return 'unreadable'
  }
}

/** The same text for the same words, whatever the order of their languages and parts. */
function canonical({ template, mails }: CampaignWords): string {
  const inOrder = Object.entries(mails).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const written = inOrder.map(([language, { subject, preheader, html, text }]) => [language, { subject, preheader, html, text }])
  return JSON.stringify({ template, mails: Object.fromEntries(written) })
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
