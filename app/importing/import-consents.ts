/** The consents of a table, as records of the consent history: only those that are not stored yet. */

import type { ConsentLog } from '#app/ports/consent.ts'
import type { Person } from '#app/ports/customers.ts'
import { type ConsentRecord, consentState, withConsent } from '#core/audience/consent.ts'
import { rowEvidence } from '#core/audience/consent-evidence.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import { contentId } from '#core/customer/content-id.ts'
import type { ConsentDecision } from '#core/customer/decisions-of-row.ts'
import type { RowRemark } from '#core/customer/table-row.ts'
import { earlier, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'

interface ConsentRows {
  readonly consents: ConsentLog
  readonly company: { readonly zone: string }
  /** The channel that the list's consents are about. */
  readonly channel: ChannelId
  readonly now: Instant
  readonly file: string
  readonly row: number
  readonly customerId: string
  /** As stored; undefined for a customer not known yet. */
  readonly person: Person | undefined
  readonly decisions: readonly ConsentDecision[]
}

/**
 * A yes without a date never lifts a withdrawal that is already known: the list may be older than the customer's
 * change of mind.
 */
export async function newConsents(
  rows: ConsentRows,
): Promise<{ records: readonly ConsentRecord[]; remarks: readonly RowRemark[] }> {
  const { person, decisions } = rows
  if (decisions.length === 0 || decisions.every((decision) => stands(rows, decision))) return { records: [], remarks: [] }
  const log = await rows.consents.ofCustomer(rows.customerId)
  const state = person === undefined || person.consents === 'unreadable' ? consentState(log) : person.consents
  const records: ConsentRecord[] = []
  const remarks: RowRemark[] = []
  for (const decision of decisions) {
    const record = recordOf(rows, decision)
    const logged = log.find(({ recordId }) => recordId === record.recordId)
    // An import that was cut off logged this record and did not set the state. It is recorded once more, which changes only the state.
    if (logged !== undefined && withConsent(state, logged) === state) continue
    const current = state[`${decision.purpose}/${rows.channel}`]
    if (decision.on === null && current?.decision === decision.decision) continue
    if (decision.on === null && decision.decision === 'granted' && current?.decision === 'withdrawn') {
      remarks.push({
        row: rows.row,
        column: `consent_${decision.purpose}`,
        value: 'yes',
        note: `withdrawn on ${localDateAt(current.at, rows.company.zone)}: a yes without its date does not count`,
      })
      continue
    }
    records.push(record)
  }
  return { records, remarks }
}

/** The usual case of a repeated import, decided from the profile alone. */
function stands(rows: ConsentRows, decision: ConsentDecision): boolean {
  const { person } = rows
  const current =
    person === undefined || person.consents === 'unreadable' ? undefined : person.consents[`${decision.purpose}/${rows.channel}`]
  return current?.decision === decision.decision && (decision.on === null || current.at === instantOf(rows, decision))
}

function recordOf(rows: ConsentRows, decision: ConsentDecision): ConsentRecord {
  const { customerId, file, row } = rows
  const key = [customerId, decision.purpose, decision.decision, decision.on ?? ''].join('|')
  return {
    customerId,
    recordId: `import:${contentId(key)}`,
    purpose: decision.purpose,
    channel: rows.channel,
    decision: decision.decision,
    at: instantOf(rows, decision),
    source: 'import',
    evidence: rowEvidence({ file, row }),
  }
}

/** Within its day a grant counts from the first instant, a withdrawal to the last: of two decisions on one day the withdrawal holds. */
function instantOf({ company, now }: ConsentRows, { on, decision }: ConsentDecision): Instant {
  if (on === null) return now
  const at = decision === 'granted' ? dayStart(on, company.zone) : plusMs(dayStart(addDays(on, 1), company.zone), -1)
  return earlier(at, now)
}
