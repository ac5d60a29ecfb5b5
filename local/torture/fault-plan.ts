/** The kinds of fault, their rate at each level, and the count of those that struck. The list is closed: a heavy run must have met every kind. */

/** In the process that runs the functions: it dies at a step, or a call's request or reply is lost. */
const WORKER_FAULTS = [
  'kill-before-a-call',
  'kill-after-a-call',
  'request-lost',
  'connection-refused',
  'reply-lost',
  'throttled',
  'race-lost',
] as const

/** SES's refusals of one mail, by the name of the error and its meaning. */
export const SES_REFUSALS = {
  'ses-too-many-requests': { code: 'TooManyRequestsException', status: 429, message: 'Maximum sending rate exceeded.' },
  'ses-throttling': { code: 'ThrottlingException', status: 400, message: 'Rate exceeded' },
  'ses-limit-exceeded': { code: 'LimitExceededException', status: 400, message: 'Limit exceeded.' },
  'ses-message-rejected': { code: 'MessageRejected', status: 400, message: 'Message contains a virus.' },
  'ses-bad-request': { code: 'BadRequestException', status: 400, message: 'The input is invalid.' },
  'ses-internal-error': { code: 'InternalServerErrorException', status: 500, message: 'An internal error occurred.' },
  'ses-unavailable': { code: 'ServiceUnavailableException', status: 503, message: 'Service is unavailable.' },
} as const
export type SesRefusal = keyof typeof SES_REFUSALS
export const SES_REFUSAL_KINDS = Object.keys(SES_REFUSALS).filter((kind): kind is SesRefusal => kind in SES_REFUSALS)

/** These refuse the recipient, and no other try is made. */
export const REFUSED_ALONE: readonly SesRefusal[] = ['ses-message-rejected', 'ses-bad-request']

/** Faults that meet every mail, for minutes: a fault of the sender, or a provider that is unreachable, so that every mail's outcome is unknown. */
export const SENDER_WIDE = [
  'sender-credentials-expired',
  'sender-configuration-set-gone',
  'sender-sending-paused',
  'sender-account-suspended',
  'sender-provider-down',
  'sender-identity-not-verified',
  'sender-mail-from-not-verified',
  'sender-permission-missing',
] as const
export type SenderWide = (typeof SENDER_WIDE)[number]

const WAY_FAULTS = [
  'kill-from-outside',
  'message-twice',
  'message-late',
  'message-out-of-order',
  'schedule-twice',
  'schedule-late',
  'schedule-failed',
  'ses-took-it-and-failed',
  'ses-rate-cut',
  'ses-daily-quota',
  'event-dropped',
  'event-late',
  'event-twice',
  'jump-over-window-end',
  'jump-over-midnight',
  'jump-over-dst',
] as const

export type WorkerFault = (typeof WORKER_FAULTS)[number]
export type FaultKind = WorkerFault | SesRefusal | SenderWide | (typeof WAY_FAULTS)[number]
export const FAULT_KINDS: readonly FaultKind[] = [...WORKER_FAULTS, ...SES_REFUSAL_KINDS, ...SENDER_WIDE, ...WAY_FAULTS]

export const FAULT_LEVELS = ['off', 'light', 'heavy'] as const
export type FaultLevel = (typeof FAULT_LEVELS)[number]

/** Probabilities: per call, per message, per mail. */
export interface FaultRates {
  /** Per step of planning a day, planning a slice, sending a batch and so on: their numbers differ a thousandfold. */
  readonly kill: Readonly<Record<JobKind, number>>
  readonly killFromOutside: number
  readonly call: number
  readonly throttle: number
  readonly race: number
  readonly message: number
  readonly schedule: number
  readonly refusal: number
  readonly burst: number
  /** For each kind of fault that meets every mail. */
  readonly senderWide: number
  readonly event: number
}

/** lists: the lists of calls are made, and mailed. clocks: one of a case rings. desk: an agent's request. */
export type JobKind = 'plan' | 'slices' | 'batches' | 'lists' | 'clocks' | 'desk' | 'deliveries'

/** The kinds with a sender or a planner in it. */
export const SENDING_OR_PLANNING: readonly JobKind[] = ['plan', 'slices', 'batches']
export const AT_THE_DESK: readonly JobKind[] = ['lists', 'clocks', 'desk']

const QUIET: FaultRates = {
  kill: { plan: 0, slices: 0, batches: 0, lists: 0, clocks: 0, desk: 0, deliveries: 0 },
  killFromOutside: 0,
  call: 0,
  throttle: 0,
  race: 0,
  message: 0,
  schedule: 0,
  refusal: 0,
  burst: 0,
  senderWide: 0,
  event: 0,
}

/** Expected calls, measured: for one customer over all campaigns, while sending and while recording the provider's events. */
const SENDING_CALLS = 12
const EVENT_CALLS = 8
/** For one customer, whether they are due to be rung or have a case, or not. */
const DESK_CALLS = 40
/** For one customer: a few of them complain, and their cases have clocks that ring. */
const CLOCK_CALLS = 4
/** For all runs of the hourly planner, and for all slices beside the calls that grow with the customers. */
const LOOKING_CALLS = 5_000
/** For all runs that make lists of calls, every half hour of the team's days. */
const LISTING_CALLS = 3_000
const SLICING_CALLS = 500

/** A small run must see as many deaths as a large one has time for, so deaths are spread over the expected calls. */
export function faultRates(level: FaultLevel, customers: number): FaultRates {
  if (level === 'off') return QUIET
  const deaths = level === 'heavy' ? Math.min(400, 18 + customers / 50) : Math.min(40, 4 + customers / 500)
  const strength = level === 'heavy' ? 1 : 0.2
  return {
    kill: {
      plan: (deaths * 0.1) / LOOKING_CALLS,
      slices: (deaths * 0.1) / (SLICING_CALLS + customers / 5),
      batches: (deaths * 0.6) / (customers * SENDING_CALLS),
      lists: (deaths * 0.1) / LISTING_CALLS,
      clocks: (deaths * 0.1) / (200 + customers * CLOCK_CALLS),
      desk: (deaths * 0.3) / (customers * DESK_CALLS),
      deliveries: (deaths * 0.2) / (customers * EVENT_CALLS),
    },
    killFromOutside: 0.004 * strength,
    call: 0.004 * strength,
    throttle: 0.01 * strength,
    race: 0.02 * strength,
    message: 0.12 * strength,
    schedule: 0.12 * strength,
    refusal: 0.0015 * strength,
    burst: 0.0006 * strength,
    // Each lasts for minutes: two of each kind in a large run, and hardly any beyond the guaranteed ones in a small run.
    senderWide: 0.00005 * strength,
    event: 0.05 * strength,
  }
}

export interface FaultCount {
  add(kind: FaultKind): void
  readonly counts: ReadonlyMap<FaultKind, number>
}

export function faultCount(): FaultCount {
  const counts = new Map<FaultKind, number>()
  return { add: (kind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1), counts }
}
