/** A customer without a mail has a reason, and it is accepted only where the inputs or the faults give cause for it. */
import type { StoredSkip } from '#core/audience/skip.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { campaignOf } from '#local/torture/verdict/campaign-of.ts'
import { type RowOfTheDue, rowsOfTheDue } from '#local/torture/verdict/rows-of-the-due.ts'

export function reasonsHaveCauses(evidence: Evidence): readonly Breach[] {
  const contacts = contactsByPerson(evidence)
  return rowsOfTheDue(evidence).flatMap((row) => {
    const elsewhere = [...(contacts.get(row.customerId) ?? [])].filter((id) => id !== row.occurrenceId).length
    const odd = whyOdd(evidence, row, elsewhere > 0)
    return odd === undefined ? [] : [breach('skip-without-cause', { ...row, detail: odd })]
  })
}

/** Every occurrence that has contacted, or may have contacted, each customer. */
function contactsByPerson({ occurrences }: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
  const contacts = new Map<string, Set<string>>()
  for (const { occurrenceId, rows } of occurrences) {
    for (const { customerId, outcome } of rows) {
      if (outcome.state !== 'sent' && outcome.state !== 'unknown' && outcome.state !== 'failed') continue
      const own = contacts.get(customerId)
      if (own) own.add(occurrenceId)
      else contacts.set(customerId, new Set([occurrenceId]))
    }
  }
  return contacts
}

function whyOdd(evidence: Evidence, { expected, customerId, outcome }: RowOfTheDue, contacted: boolean): string | undefined {
  const person = evidence.people.get(customerId)
  const campaign = campaignOf(evidence, expected.campaignId)
  if (!person) return 'a person nobody knows'
  if (outcome.state === 'withheld') return campaign.mayWithhold ? undefined : 'withheld by a campaign without a holdout'
  if (outcome.state === 'failed') return evidence.faults ? undefined : `failed without a fault: ${outcome.reason}`
  if (outcome.state === 'unknown') return evidence.faults ? undefined : `unknown without a fault: ${outcome.evidence}`
  if (outcome.state !== 'skipped') return undefined
  // Who cannot be rung is written to where the campaign does that, and the reason is that of the mail; at the last look it is that of the call.
  const [isWritten, isRung] = [campaign.calls === null || campaign.calls.writesToTheRest, campaign.calls !== null]
  const causes: Readonly<Record<StoredSkip['reason'], boolean>> = {
    ...NEVER_IN_A_RUN,
    'customer-gone': person.isErased,
    'no-address': isWritten ? person.email === null : person.phone === null,
    suppressed: (isWritten && (person.addressGoesBad || person.isSuppressed)) || (isRung && person.mayHaveStoppedCalls),
    'opted-out': (isWritten && (person.optedOut !== null || person.addressGoesBad)) || (isRung && person.mayHaveStoppedCalls),
    'campaign-cancelled': campaign.calls?.isCancelled ?? false,
    'consent-missing': campaign.needsGrant && !person.grantsAdvertising,
    'held-for-case': person.graveCase !== null || person.mayHaveComplained,
    outranked: expected.mayBeOutranked.has(customerId),
    // A contact of another campaign may have been claimed at that moment and given back later.
    'frequency-cap': contacted || (evidence.faults && isDueElsewhere(evidence, expected.occurrenceId, customerId)),
    'budget-exhausted': campaign.budgetLimit !== null,
    'window-passed': evidence.faults,
    'sender-stopped': evidence.outages.length > 0,
  }
  return causes[outcome.reason] ? undefined : `skipped for ${outcome.reason}, and nothing gives cause for it`
}

/** Nothing in a run gives cause for these. Words, for instance, are stored before a campaign is in force. */
const NEVER_IN_A_RUN = {
  'no-longer-due': false,
  'policy-missing': false,
  blackout: false,
  'closed-day': false,
  'do-not-call': false,
  'do-not-call-list-old': false,
  'bad-address': false,
  'suppression-unreadable': false,
  'consent-unreadable': false,
  'already-contacted': false,
  'already-asked': false,
  'already-answered': false,
  'survey-closed': false,
  'same-address': false,
  'surveyed-recently': false,
  'team-full': false,
  'campaign-paused': false,
  'words-missing': false,
  'not-known-here': false,
} as const satisfies Partial<Record<StoredSkip['reason'], false>>

const isDueElsewhere = ({ expected }: Evidence, own: string, customerId: string) =>
  expected.some(({ occurrenceId, due }) => occurrenceId !== own && due.has(customerId))
