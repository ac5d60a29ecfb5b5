/**
 * The id of a batch, unique within its occurrence: slice, bucket and slot, as in `003.001.20270206T0200-0400`; letters instead of calls have an `m` after
 * the slot, and a row beyond the first of a bucket a number after a tilde. The slice comes first, so that a prefix finds the batches of one slice without reading all the others. Made here, and read
 * here alone.
 */
import type { Instant } from '#core/time/instant.ts'
import type { Slot } from '#core/time/send-slot.ts'

/** The rows of one bucket and slot share it; `nth` counts them from 0. */
export const batchIdOf = ({ slice, bucket, slot, instead }: BatchPlace, nth: number): string => {
  const times = `${compact(slot.from)}-${compact(slot.to).slice(9)}`
  const base = `${batchPrefix(slice)}${threeDigits(bucket)}.${times}${instead ? '.m' : ''}`
  return nth === 0 ? base : `${base}~${nth}`
}

interface BatchPlace {
  readonly slice: number
  readonly bucket: number
  readonly slot: Pick<Slot, 'from' | 'to'>
  readonly instead?: true | undefined
}

export const batchPrefix = (slice: number): string => `${threeDigits(slice)}.`

/** Throws when the id begins with anything but its slice: no query would find such a batch again. */
export function checkBatchId({ batchId, slice }: { readonly batchId: string; readonly slice: number }): void {
  if (!batchId.startsWith(batchPrefix(slice))) throw new RangeError(`batch id ${batchId} must begin with ${batchPrefix(slice)}`)
}

/** `20270206T0200`: windows are given in minutes, so minutes are exact enough. */
const compact = (instant: Instant) => instant.slice(0, 16).replaceAll(/[-:]/g, '')

const threeDigits = (number: number) => String(number).padStart(3, '0')
