/**
 * Sending stopped for everybody: the provider refuses the sender, not a person and not for a moment. One record for all senders says since
 * when and why, and when one of them may try a single mail. While there is none, mails go.
 */
import * as z from 'zod'
import { earlier, type Instant, InstantSchema, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** What may be wrong with the sender. Closed, so that each has its words and its way to mend it. */
export const SENDER_FAULTS = [
  'identity-not-verified',
  'mail-from-not-verified',
  'permission-missing',
  'credentials',
  'configuration-set-gone',
  'sending-paused',
  'account-suspended',
  /** The request as we make it for everybody: the From address, say. */
  'request-refused',
  /** No answer, or "not now", for one mail after the other; or no place for any, because the rate is not known. */
  'unreachable',
] as const
export type SenderFault = (typeof SENDER_FAULTS)[number]

export const SendingStopSchema = z.object({
  fault: z.enum(SENDER_FAULTS),
  since: InstantSchema,
  /** When one sender may try one mail. */
  probeAt: InstantSchema,
  /** Probes so far. */
  probes: z.int().min(0),
  /** Since when a probe is under way; null when none is. */
  probingSince: InstantSchema.nullable(),
  /** Whether a person was told: a sender that died over it leaves that to the next probe. */
  told: z.boolean(),
})
export type SendingStop = Readonly<z.infer<typeof SendingStopSchema>>

/** Until the first probe; each next pause is twice as long, and the longest is what is lost at most once the fault is mended. */
const FIRST_PAUSE_MS = 2 * MINUTE_MS
const LONGEST_PAUSE_MS = 15 * MINUTE_MS
/** A probe is over by then: the others look again, and should it have been accepted they lose no more than this. */
const PROBE_MS = MINUTE_MS

const pauseMs = (probes: number) => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** probes)

export const stopped = (fault: SenderFault, now: Instant): SendingStop => ({
  fault,
  since: now,
  probeAt: plusMs(now, pauseMs(0)),
  probes: 0,
  probingSince: null,
  told: false,
})

/** The sender that wrote this has the probe. Should it never be heard of again, the next one is due after the next pause. */
export const probing = (stop: SendingStop, now: Instant): SendingStop => ({
  ...stop,
  probes: stop.probes + 1,
  probeAt: plusMs(now, pauseMs(stop.probes + 1)),
  probingSince: now,
})

/** The probe met a fault, the same or another: it stays so until the next one. Whether a person was told stays as it was. */
export const stillStopped = (stop: SendingStop, fault: SenderFault): SendingStop => ({ ...stop, fault, probingSince: null })

/** Written after the alarm rang. */
export const toldOf = (stop: SendingStop): SendingStop => ({ ...stop, told: true })

/** The probe found no customer to write to: another sender may have it. */
export const probeUnused = (stop: SendingStop, now: Instant): SendingStop => ({
  ...stop,
  probes: stop.probes - 1,
  probeAt: now,
  probingSince: null,
})

/** How it stands for a sender who asks now. */
export function standingOf(stop: SendingStop | null, now: Instant): 'open' | 'probe-due' | { readonly shutUntil: Instant } {
  if (stop === null) return 'open'
  if (stop.probeAt <= now) return 'probe-due'
  const { probingSince, probeAt } = stop
  const probeOver = probingSince === null ? now : plusMs(probingSince, PROBE_MS)
  return { shutUntil: probeOver > now ? earlier(probeOver, probeAt) : probeAt }
}

/**
 * Whether a fault of this kind is told at once. That nothing answers may be over in a minute, and is told when the first probe finds the same;
 * all others stay until a person mends them.
 */
export const isToldAtOnce = (fault: SenderFault): boolean => fault !== 'unreachable'
