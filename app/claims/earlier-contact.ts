/** What an earlier try left behind: the touch of a mail that the provider took, or a claim whose outcome is unknown. */
import { changeLedger } from '#app/claims/change-ledger.ts'
import type { Events } from '#app/events.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { TouchKey, TouchStore } from '#app/ports/touches.ts'
import { contactOf } from '#core/audience/ledger.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { memoryOf, withContact } from '#core/audience/remember.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { writtenReason } from '#core/planning/system-reason.ts'
import { outcomeOfTouch } from '#core/planning/touch.ts'
import type { Instant } from '#core/time/instant.ts'

export interface EarlierContactPorts {
  readonly touches: TouchStore
  readonly ledgers: LedgerStore
  readonly companyRules: CompanyRules
  readonly events: Events
}

type Unknown = Extract<Outcome, { state: 'unknown' }>

/** Claimed in an earlier try that recorded no result. */
export const unknownSince = (claimedAt: Instant, now: Instant): Unknown => ({
  state: 'unknown',
  since: claimedAt,
  evidence: writtenReason({ is: 'no-answer', claimedAt, until: now }),
})

/** After an earlier claim: the touch tells the outcome. Without a touch the outcome is unknown. */
export async function afterEarlierClaim(
  { touches, events }: EarlierContactPorts,
  { customerId, occurrenceId, claimedAt, now }: TouchKey & { readonly claimedAt: Instant; readonly now: Instant },
): Promise<Outcome> {
  const [touch] = await touches.getMany([{ customerId, occurrenceId }])
  if (touch) return outcomeOfTouch(touch)
  const unknown = unknownSince(claimedAt, now)
  events.touchUnknown({ occurrenceId, customerId, evidence: unknown.evidence })
  return unknown
}

/** The provider's event about the first mail may come after the decision to send another. Then the first mail counts again, and no other is sent. */
export async function firstOneArrived(
  { touches, ledgers, companyRules }: EarlierContactPorts,
  {
    customerId,
    occurrenceId,
    occasionKey,
    campaign,
  }: TouchKey & { readonly occasionKey: string; readonly campaign: CampaignDefinition },
): Promise<Outcome | undefined> {
  const [touch] = await touches.getMany([{ customerId, occurrenceId }])
  if (touch?.result !== 'sent') return undefined
  const { at } = touch
  await changeLedger(ledgers, {
    customerId,
    change: (ledger) =>
      ledger.contacts.some((contact) => contact.occurrenceId === occurrenceId)
        ? undefined
        : withContact({
            ledger,
            contact: contactOf({ campaign, occurrenceId, occasionKey, at }),
            memory: memoryOf(companyRules),
          }),
  })
  return outcomeOfTouch(touch)
}
