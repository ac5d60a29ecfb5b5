/**
 * The local part of an address that a customer's answer comes back to: `r+…` for answers, `s+…` for "stop", `c+…` for answers in a case. It says whose
 * answer it is, to which campaign's mail and of which day, or in which case, sealed, in at most the 64 characters that a local part may have (RFC 5321, 4.5.3.1.1).
 *
 * In bytes before they become letters: 1 for key and shape of the id, 2 day, 4 campaign, 1-21 id (16 for a UUID), 10 seal: at most 38,
 * which is 61 letters. The seal has 80 bits: who guesses a million addresses a second meets one that opens after nineteen billion years.
 *
 * The lowest bit of the first byte is the shape; the seven above it are the number of the key less one. They were zero before keys had
 * numbers, and are for the first key.
 */
import { timingSafeEqual } from 'node:crypto'
import { base32, fromBase32 } from '#adapters/crypto/base32.ts'
import { FIRST_KEY } from '#adapters/crypto/key-ring.ts'
import type { ReplySeals, ReplyUse } from '#app/ports/secrets.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { dateOfEpochDay, epochDayOf } from '#core/time/local-date.ts'

export interface ReplyKeys {
  /** The key that seals, and its number. */
  readonly current: () => { readonly number: number; readonly key: string }
  /** The key of that number, if it still opens seals. */
  readonly opening: (number: number) => Promise<string | undefined>
  /** Bytes that only the holder of the key can make, for one use and one content. */
  readonly sealOf: (key: string, use: ReplyUse, content: string) => Buffer
}

const MARKS: Readonly<Record<ReplyUse, string>> = { reply: 'r', stop: 's', case: 'c' }
const SEAL_BYTES = 10
const HEAD_BYTES = 7
const LONGEST_ID = 21
/** Two bytes count days from here to 2179. */
const FIRST_DAY = epochDayOf('2000-01-01')

export const replyAddresses = ({ current, opening, sealOf }: ReplyKeys): ReplySeals => ({
  replyLocalPart: ({ use, customerId, campaignId, date }) => {
    const id = idBytes(customerId)
    const day = epochDayOf(date) - FIRST_DAY
    if (id === undefined || day < 0 || day > 0xffff) return undefined
    const { number, key } = current()
    const head = Buffer.alloc(HEAD_BYTES)
    head.writeUInt8(id.shape | ((number - FIRST_KEY) << 1), 0)
    head.writeUInt16BE(day, 1)
    head.writeUInt32BE(stableHash(campaignId), 3)
    const content = Buffer.concat([head, id.bytes])
    return `${MARKS[use]}+${base32(Buffer.concat([content, shortened(sealOf(key, use, textOf(content)))]))}`
  },
  openReplyLocalPart: async (localPart) => {
    const [, mark, letters = ''] = LOCAL_PART.exec(localPart) ?? []
    const use = mark === undefined ? undefined : USES.get(mark.toLowerCase())
    const bytes = Buffer.from(fromBase32(letters) ?? [])
    const content = bytes.subarray(0, -SEAL_BYTES)
    if (use === undefined || content.length <= HEAD_BYTES) return undefined
    const first = content.readUInt8(0)
    const key = await opening((first >> 1) + FIRST_KEY)
    if (key === undefined) return undefined
    if (!timingSafeEqual(bytes.subarray(-SEAL_BYTES), shortened(sealOf(key, use, textOf(content))))) return undefined
    const customerId = idOf(first & 1, content.subarray(HEAD_BYTES))
    if (customerId === undefined) return undefined
    return { use, customerId, campaignTag: content.readUInt32BE(3), date: dateOfEpochDay(FIRST_DAY + content.readUInt16BE(1)) }
  },
})

/** A longer local part is none of ours and is not opened. */
const LOCAL_PART = /^([rsc])\+([0-9a-z]{1,62})$/i
const USES: ReadonlyMap<string, ReplyUse> = new Map([
  ['r', 'reply'],
  ['s', 'stop'],
  ['c', 'case'],
])

const shortened = (seal: Buffer) => seal.subarray(0, SEAL_BYTES)
const textOf = (content: Buffer) => content.toString('hex')

const AS_WRITTEN = 0
const AS_UUID = 1
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A UUID in its usual form is packed into its sixteen bytes; any other id is kept as it is, when it is short enough. */
function idBytes(customerId: string): { readonly shape: number; readonly bytes: Buffer } | undefined {
  if (UUID.test(customerId)) return { shape: AS_UUID, bytes: Buffer.from(customerId.replaceAll('-', ''), 'hex') }
  const bytes = Buffer.from(customerId)
  const fits = bytes.length > 0 && bytes.length <= LONGEST_ID && bytes.toString() === customerId
  return fits ? { shape: AS_WRITTEN, bytes } : undefined
}

function idOf(shape: number, bytes: Buffer): string | undefined {
  if (shape === AS_WRITTEN) return bytes.toString()
  if (shape !== AS_UUID || bytes.length !== 16) return undefined
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
