/**
 * Faults of the whole sender: for some minutes of the moved clock every mail is refused with the provider's own messages, or none gets a usable
 * answer. Records the calls made meanwhile.
 */
import type { Instant } from '#core/time/instant.ts'
import { epochMsOf, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { AwsError } from '#local/aws/aws-error.ts'
import type { AccountState } from '#local/aws/ses/account-state.ts'
import type { Outage } from '#local/torture/evidence.ts'
import { SENDER_WIDE, type SenderWide } from '#local/torture/fault-plan.ts'
import type { HeldBack } from '#local/torture/held-back.ts'
import type { Strikes } from '#local/torture/strikes.ts'

/** Windows are an hour or two long, and after each wait come a schedule and a message that may be late themselves. */
const LASTS_MINUTES: readonly [number, number] = [1, 5]
/** The first fault comes early, each next one after this many mails: a run of a few hundred mails meets three kinds, other seeds meet the others. */
const FIRST = 40
const SPACING = 70
const KINDS_OF_A_SMALL_RUN = 3
/** By then every running sender has met the fault: later calls ignore a known stop. */
const KNOWN_AFTER_MS = 3 * MINUTE_MS

export interface SenderWideParts {
  readonly seed: number
  readonly strikes: Strikes
  readonly held: HeldBack
  readonly now: () => Instant
  readonly account: () => AccountState
  readonly identity: string
  readonly began: (outage: Outage) => void
}

export function senderWideTrouble({ seed, strikes, held, now, account, identity, began }: SenderWideParts) {
  const first = (seed * KINDS_OF_A_SMALL_RUN) % SENDER_WIDE.length
  const inTurn = [...SENDER_WIDE.slice(first), ...SENDER_WIDE.slice(0, first)]
  let current: Outage | undefined

  function begin(kind: SenderWide): void {
    const from = now()
    const to = plusMs(from, strikes.between(kind, LASTS_MINUTES) * MINUTE_MS)
    current = { kind, from, to, met: 0, called: 0 }
    began(current)
    const mend = trouble(kind, account(), identity)
    held.until(to, () => {
      mend()
      current = undefined
    })
  }

  /** Asked at each mail that is sent: whether the provider has such a fault now. */
  return function meets({ isToStaff }: { readonly isToStaff: boolean }): boolean {
    if (!current && !isToStaff) {
      const { senderWide } = strikes.rates()
      const kind = inTurn.find((one, index) => strikes.strike(one, senderWide, FIRST + index * SPACING))
      if (kind) begin(kind)
    }
    if (!current) return false
    if (epochMsOf(now()) - epochMsOf(current.from) < KNOWN_AFTER_MS) current.met++
    else current.called++
    return true
  }
}

const denied = (code: string, message: string, status = 403) => new AwsError({ code, status, message })

/** Puts the account into the fault; answers how to end it. */
function trouble(kind: SenderWide, account: AccountState, identity: string): () => void {
  const refuse = (refusal: AwsError, operations = ['SendEmail']) => {
    for (const operation of operations) account.refused.set(operation, refusal)
    return () => {
      for (const operation of operations) account.refused.delete(operation)
    }
  }
  switch (kind) {
    case 'sender-provider-down':
      // A sender that starts now cannot read its rate either.
      return refuse(denied('InternalServerErrorException', 'An internal error occurred.', 500), ['SendEmail', 'GetAccount'])
    case 'sender-identity-not-verified':
      account.unverified.add(identity)
      return () => void account.unverified.delete(identity)
    case 'sender-mail-from-not-verified':
      account.mailFrom.set(identity, { domain: 'bounce.example.com', status: 'FAILED', behaviorOnMxFailure: 'REJECT_MESSAGE' })
      return () => void account.mailFrom.delete(identity)
    case 'sender-permission-missing':
      return refuse(denied('AccessDeniedException', 'User is not authorized to perform ses:SendEmail'))
    case 'sender-credentials-expired':
      return refuse(denied('ExpiredTokenException', 'The security token included in the request is expired'))
    case 'sender-configuration-set-gone':
      return refuse(denied('NotFoundException', 'Configuration set <tham-hoi> does not exist.', 404))
    case 'sender-sending-paused':
      account.sendingEnabled = false
      return () => {
        account.sendingEnabled = true
      }
    case 'sender-account-suspended':
      account.enforcement = 'SHUTDOWN'
      return () => {
        account.enforcement = 'HEALTHY'
      }
  }
}
