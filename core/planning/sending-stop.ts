/**
 * Sending is stopped for every customer: the provider refuses the sender itself, not one recipient and not only for a moment. One record for all
 * senders holds since when and why, and when one of them may probe with a single mail. Without a record mails go out.
 */
import * as z from 'zod'
import { earlier, type Instant, InstantSchema, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** What may be wrong with the sender. A closed list, so that each fault has its words and its remedy. */
export const SENDER_FAULTS = [
  'identity-not-verified',
  'mail-from-not-verified',
  'permission-missing',
  'credentials',
  'configuration-set-gone',
  'sending-paused',
  'account-suspended',
  /** The request as we make it for every mail: the From address, for example. */
  'request-refused',
  /** No answer, or "not now", for one mail after another; or no place for any mail, because the rate is not known. */
  'unreachable',
] as const
export type SenderFault = (typeof SENDER_FAULTS)[number]

export const SendingStopSchema = z.object({
  fault: z.enum(SENDER_FAULTS),
  since: InstantSchema,
  /** From when one sender may try one mail. */
  probeAt: InstantSchema,
  /** Probes so far. */
  probes: z.int().min(0),
  /** Since when a probe is under way; null when none is. */
  probingSince: InstantSchema.nullable(),
  /** Whether the operator was told. When a sender dies before it can tell, the next probe does. */
  told: z.boolean(),
})
export type SendingStop = Readonly<z.infer<typeof SendingStopSchema>>

/**
 * The pause before the first probe. Each later pause is twice as long, up to the longest: once the fault is corrected, at most the longest pause is
 * lost.
 */
const FIRST_PAUSE_MS = 2 * MINUTE_MS
const LONGEST_PAUSE_MS = 15 * MINUTE_MS
/** A probe is over after this time and the other senders look again: that is the most they lose when the probe was accepted. */
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

/** The sender that wrote this owns the probe. If that sender dies, the next probe is due after the next pause. */
export const probing = (stop: SendingStop, now: Instant): SendingStop => ({
  ...stop,
  probes: stop.probes + 1,
  probeAt: plusMs(now, pauseMs(stop.probes + 1)),
  probingSince: now,
})

/** The probe met a fault, the same or another: sending stays stopped until the next probe. Whether the operator was told does not change. */
export const stillStopped = (stop: SendingStop, fault: SenderFault): SendingStop => ({ ...stop, fault, probingSince: null })

/** Written after the alarm was raised. */
export const toldOf = (stop: SendingStop): SendingStop => ({ ...stop, told: true })

/** The probe found no customer to write to: another sender may probe at once. */
export const probeUnused = (stop: SendingStop, now: Instant): SendingStop => ({
  ...stop,
  probes: stop.probes - 1,
  probeAt: now,
  probingSince: null,
})

/** What the stop means for a sender that asks now. */
export function standingOf(stop: SendingStop | null, now: Instant): 'open' | 'probe-due' | { readonly shutUntil: Instant } {
  if (stop === null) return 'open'
  if (stop.probeAt <= now) return 'probe-due'
  const { probingSince, probeAt } = stop
  const probeOver = probingSince === null ? now : plusMs(probingSince, PROBE_MS)
  return { shutUntil: probeOver > now ? earlier(probeOver, probeAt) : probeAt }
}

/**
 * Whether a fault of this kind is reported at once. An unreachable provider may answer again in a minute, so that fault is reported only when the
 * first probe finds it again. Every other fault stays until the operator corrects it.
 */
export const isToldAtOnce = (fault: SenderFault): boolean => fault !== 'unreachable'
