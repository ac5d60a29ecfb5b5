/** The verdict of a torture run: every promise held against the evidence, every breach named with its ids. Pure, so that it can be put to the test itself. */
import type { Outcome } from '#core/audience/outcome.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time/instant.ts'
import type { CampaignFacts, Evidence, ExpectedOccurrence, MailFacts, OccurrenceFacts } from '#local/torture/evidence.ts'
import { localClock } from '#local/torture/local-clock.ts'

export const BREACHES = [
  'sent-twice',
  'sent-to-nobody-due',
  'sent-to-wrong-address',
  'left-out',
  'stands-in-two-rows',
  'row-for-nobody-due',
  'forgotten-until-closing',
  'not-settled',
  'row-belies-mailbox',
  'skip-without-cause',
  'unknown-without-evidence',
  'outside-window',
  'cap-broken',
  'sent-after-opt-out',
  'sent-to-bad-address',
  'voucher-twice',
  'voucher-not-the-persons',
  'budget-overspent',
  'budget-inexact',
  'balance-inexact',
  'not-closed',
] as const
export type BreachKind = (typeof BREACHES)[number]

interface Breach {
  readonly kind: BreachKind
  readonly occurrenceId: string
  readonly customerId: string | null
  readonly detail: string
}

export interface Verdict {
  readonly ok: boolean
  readonly breaches: readonly Breach[]
  /** Everyone of whom nobody knows, with the reason why. */
  readonly unknowns: readonly { readonly occurrenceId: string; readonly customerId: string; readonly evidence: string }[]
  readonly figures: { readonly due: number; readonly mails: number; readonly outcomes: Readonly<Record<string, number>> }
}

/** Between a sender's last look at clock and consents and the instant at which the provider says yes. */
const UNDER_WAY_MS = 3 * MINUTE_MS

/** Whom the provider's daily quota put off gets the mail in the next day's window, whatever the campaign's grace; should it be used up again, the day after. */
const QUOTA_DAYS = 2

export function verdictOn(evidence: Evidence): Verdict {
  const breaches = [
    ...evidence.expected.flatMap((expected) => judgeOccurrence(evidence, expected)),
    ...judgeMails(evidence),
    ...judgeCaps(evidence),
    ...judgeVouchers(evidence),
    ...judgeBudgets(evidence),
    ...evidence.openAtClose.map(({ occurrenceId, customerId }) =>
      breach('forgotten-until-closing', { occurrenceId, customerId, detail: 'still waiting when the date was closed' }),
    ),
  ]
  const rows = evidence.occurrences.flatMap(({ occurrenceId, rows: own }) => own.map((row) => ({ ...row, occurrenceId })))
  const outcomes: Record<string, number> = {}
  for (const { outcome } of rows) {
    const word = outcome.state === 'skipped' ? `skipped ${outcome.reason}` : outcome.state
    outcomes[word] = (outcomes[word] ?? 0) + 1
  }
  return {
    ok: breaches.length === 0,
    breaches,
    unknowns: rows.flatMap(({ occurrenceId, customerId, outcome }) =>
      outcome.state === 'unknown' ? [{ occurrenceId, customerId, evidence: outcome.evidence }] : [],
    ),
    figures: { due: evidence.expected.reduce((sum, { due }) => sum + due.size, 0), mails: evidence.mails.length, outcomes },
  }
}

const breach = (
  kind: BreachKind,
  { occurrenceId, customerId = null, detail }: { occurrenceId: string; customerId?: string | null; detail: string },
): Breach => ({ kind, occurrenceId, customerId, detail })

const keyOf = ({ occurrenceId, customerId }: { occurrenceId: string; customerId: string }) => `${occurrenceId} ${customerId}`

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

const campaignOf = ({ campaigns }: Evidence, id: string): CampaignFacts => {
  const found = campaigns.find(({ campaignId }) => campaignId === id)
  if (!found) throw new Error(`no campaign ${id} in the evidence`)
  return found
}

/** Everyone due stands in exactly one row, whose word agrees with the mailbox; and the balance counts them. */
function judgeOccurrence(evidence: Evidence, expected: ExpectedOccurrence): readonly Breach[] {
  const { occurrenceId, due } = expected
  const found = evidence.occurrences.find((occurrence) => occurrence.occurrenceId === occurrenceId)
  if (!found) return [breach('not-closed', { occurrenceId, detail: `never opened, though ${due.size} were due` })]
  const byPerson = grouped(found.rows, ({ customerId }) => customerId)
  const mails = grouped(
    evidence.mails.filter((mail) => mail.occurrenceId === occurrenceId),
    ({ customerId }) => customerId,
  )
  const contacts = contactsElsewhere(evidence, occurrenceId)
  const breaches: Breach[] = []
  const add = (kind: BreachKind, customerId: string, detail: string) =>
    void breaches.push(breach(kind, { occurrenceId, customerId, detail }))

  for (const customerId of due) {
    const rows = byPerson.get(customerId) ?? []
    if (rows.length === 0) add('left-out', customerId, 'due, and in no row')
    if (rows.length > 1) add('stands-in-two-rows', customerId, `${rows.length} rows`)
    for (const { outcome } of rows) {
      const sent = mails.get(customerId) ?? []
      const belied = beliedBy(outcome, sent)
      if (belied) add('row-belies-mailbox', customerId, belied)
      if (outcome.state === 'planned' || outcome.state === 'deferred') add('not-settled', customerId, outcome.state)
      if (outcome.state === 'unknown' && outcome.evidence.trim() === '')
        add('unknown-without-evidence', customerId, outcome.since)
      const odd = whyOdd({ evidence, expected, customerId, outcome, contacts: contacts.get(customerId) ?? 0 })
      if (odd) add('skip-without-cause', customerId, odd)
    }
  }
  for (const customerId of byPerson.keys()) if (!due.has(customerId)) add('row-for-nobody-due', customerId, 'not due')
  return [...breaches, ...judgeBalance(found, due.size)]
}

function beliedBy(outcome: Outcome, mails: readonly MailFacts[]): string | undefined {
  switch (outcome.state) {
    case 'sent':
      return mails.some(({ messageId }) => messageId === outcome.providerId)
        ? undefined
        : `sent as ${outcome.providerId}, which is not in the mailbox`
    case 'unknown':
      return undefined
    default:
      return mails.length > 0 ? `${outcome.state}, and a mail is in the mailbox` : undefined
  }
}

/** How many other occurrences have, or may have, contacted each person. */
function contactsElsewhere({ occurrences }: Evidence, occurrenceId: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const other of occurrences) {
    if (other.occurrenceId === occurrenceId) continue
    for (const { customerId, outcome } of other.rows) {
      if (outcome.state === 'sent' || outcome.state === 'unknown' || outcome.state === 'failed')
        counts.set(customerId, (counts.get(customerId) ?? 0) + 1)
    }
  }
  return counts
}

interface Decided {
  readonly evidence: Evidence
  readonly expected: ExpectedOccurrence
  readonly customerId: string
  readonly outcome: Outcome
  readonly contacts: number
}

/** A reason is believed only where the inputs, or the faults, give cause for it. */
function whyOdd({ evidence, expected, customerId, outcome, contacts }: Decided): string | undefined {
  const person = evidence.people.get(customerId)
  const campaign = campaignOf(evidence, expected.campaignId)
  if (!person) return 'a person nobody knows'
  if (outcome.state === 'withheld') return campaign.mayWithhold ? undefined : 'withheld by a campaign without a holdout'
  if (outcome.state === 'failed') return evidence.faults ? undefined : `failed without a fault: ${outcome.reason}`
  if (outcome.state === 'unknown') return evidence.faults ? undefined : `unknown without a fault: ${outcome.evidence}`
  if (outcome.state !== 'skipped') return undefined
  const causes: Readonly<Record<string, boolean>> = {
    'no-address': person.email === null,
    suppressed: person.addressGoesBad,
    'opted-out': person.optedOutAt !== null || person.addressGoesBad,
    'consent-missing': campaign.needsGrant && !person.grantsAdvertising,
    outranked: expected.mayBeOutranked.has(customerId),
    // A contact of another campaign may have been claimed at that moment and given back later.
    'frequency-cap': contacts > 0 || (evidence.faults && isDueElsewhere(evidence, expected, customerId)),
    'budget-exhausted': campaign.budgetLimit !== null,
    'window-passed': evidence.faults,
    'daily-quota': evidence.faults,
  }
  return causes[outcome.reason] ? undefined : `skipped for ${outcome.reason}, and nothing gives cause for it`
}

const isDueElsewhere = ({ expected }: Evidence, own: ExpectedOccurrence, customerId: string) =>
  expected.some(({ occurrenceId, due }) => occurrenceId !== own.occurrenceId && due.has(customerId))

function judgeBalance({ occurrenceId, state, mismatch, balance, rows }: OccurrenceFacts, due: number): readonly Breach[] {
  if (state !== 'closed' || balance === null) return [breach('not-closed', { occurrenceId, detail: state })]
  const counted: Record<string, number> = { sent: 0, skipped: 0, deferred: 0, withheld: 0, failed: 0, unknown: 0, planned: 0 }
  for (const { outcome } of rows) counted[outcome.state] = (counted[outcome.state] ?? 0) + 1
  const lines = Object.entries(counted).filter(([line, count]) => Reflect.get(balance, line) !== count)
  const sum = Object.values(counted).reduce((total, count) => total + count, 0)
  const wrong = [
    ...lines.map(([line, count]) => `${line}: balance ${Reflect.get(balance, line)}, rows ${count}`),
    ...(balance.audience === due ? [] : [`audience ${balance.audience}, due ${due}`]),
    ...(sum === due ? [] : [`rows ${sum}, due ${due}`]),
    ...(mismatch ? ['marked as a mismatch'] : []),
  ]
  return wrong.map((detail) => breach('balance-inexact', { occurrenceId, detail }))
}

/** Once, to somebody due, at their address, within the hours, and not to those who said no. */
function judgeMails(evidence: Evidence): readonly Breach[] {
  const dueBy = new Map(evidence.expected.map((expected) => [expected.occurrenceId, expected]))
  const breaches: Breach[] = []
  for (const mails of grouped(evidence.mails, keyOf).values()) {
    const [first] = mails
    if (first && mails.length > 1)
      breaches.push(
        breach('sent-twice', { ...first, detail: mails.map(({ messageId, at }) => `${messageId} at ${at}`).join(', ') }),
      )
  }
  for (const mail of evidence.mails) {
    const { customerId, at } = mail
    const expected = dueBy.get(mail.occurrenceId)
    const person = evidence.people.get(customerId)
    if (!expected?.due.has(customerId) || !person) {
      breaches.push(breach('sent-to-nobody-due', { ...mail, detail: mail.messageId }))
      continue
    }
    if (mail.to !== person.email) breaches.push(breach('sent-to-wrong-address', { ...mail, detail: mail.messageId }))
    const outside = outsideWindow(mail, {
      campaign: campaignOf(evidence, mail.campaignId),
      date: expected.date,
      zone: person.zone,
      extraDays: evidence.quotaRanOut.has(mail.occurrenceId) ? QUOTA_DAYS : 0,
    })
    if (outside) breaches.push(breach('outside-window', { ...mail, detail: outside }))
    if (isAfter(at, person.optedOutAt))
      breaches.push(breach('sent-after-opt-out', { ...mail, detail: `${person.optedOutAt}, sent ${at}` }))
    const bad = evidence.knownBadSince.get(mail.to) ?? null
    if (isAfter(at, bad)) breaches.push(breach('sent-to-bad-address', { ...mail, detail: `known since ${bad}, sent ${at}` }))
  }
  return breaches
}

const isAfter = (at: string, since: string | null) => since !== null && Date.parse(at) > Date.parse(since) + UNDER_WAY_MS

function outsideWindow(
  { at }: MailFacts,
  { campaign, date, zone, extraDays }: { campaign: CampaignFacts; date: string; zone: string; extraDays: number },
): string | undefined {
  const now = localClock(at, zone)
  // As late as the sender looked, at the latest.
  const looked = localClock(new Date(Date.parse(at) - UNDER_WAY_MS).toISOString(), zone)
  const days = (Date.parse(now.date) - Date.parse(date)) / (24 * HOUR_MS)
  const held = days >= 0 && days <= campaign.graceDays + extraDays && now.time >= campaign.from && looked.time < campaign.to
  return held
    ? undefined
    : `${now.date} ${now.time} in ${zone}; allowed ${date} ${campaign.from}-${campaign.to} and ${campaign.graceDays + extraDays} days more`
}

/** In no window of a cap's length more mails than it allows. */
function judgeCaps({ mails, caps }: Evidence): readonly Breach[] {
  const breaches: Breach[] = []
  for (const own of grouped(mails, ({ customerId }) => customerId).values()) {
    const sorted = own.toSorted((a, b) => (a.at < b.at ? -1 : 1))
    for (const { max, hours } of caps) {
      for (const [index, mail] of sorted.entries()) {
        const before = sorted[index - max]
        if (before && Date.parse(mail.at) - Date.parse(before.at) < hours * HOUR_MS - UNDER_WAY_MS)
          breaches.push(breach('cap-broken', { ...mail, detail: `more than ${max} in ${hours} h: ${before.at}, ${mail.at}` }))
      }
    }
  }
  return breaches
}

function judgeVouchers(evidence: Evidence): readonly Breach[] {
  const { vouchers, mails } = evidence
  const byCode = new Map(vouchers.map((voucher) => [voucher.code, voucher]))
  const twice = [...grouped(vouchers, ({ customerId, occasionKey }) => `${occasionKey} ${customerId}`).values()].flatMap(
    (same) => {
      const [first] = same
      return first && same.length > 1
        ? [
            breach('voucher-twice', {
              occurrenceId: first.occasionKey,
              customerId: first.customerId,
              detail: `${same.length} vouchers`,
            }),
          ]
        : []
    },
  )
  const wrong = mails.flatMap((mail) => {
    if (campaignOf(evidence, mail.campaignId).giftAmount === 0) return []
    const owners = [...new Set(mail.voucherCodes)].map((code) => byCode.get(code)?.customerId)
    return owners.length === 1 && owners[0] === mail.customerId
      ? []
      : [
          breach('voucher-not-the-persons', {
            ...mail,
            detail: `codes of ${owners.map((owner) => owner ?? 'nobody').join(', ') || 'none'}`,
          }),
        ]
  })
  return [...twice, ...wrong]
}

/** Never above the limit; nothing left reserved; and each closed date settled for exactly those who have it or may have it. */
function judgeBudgets(evidence: Evidence): readonly Breach[] {
  return evidence.campaigns.flatMap((campaign) => {
    if (campaign.budgetLimit === null) return []
    const occurrenceId = campaign.campaignId
    const stored = evidence.budgets.filter(({ campaignId }) => campaignId === campaign.campaignId)
    const booked = stored.flatMap(({ settled, reserved }) => [...Object.values(settled), ...Object.values(reserved)])
    const spent = booked.reduce((sum, amount) => sum + amount, 0)
    const given = evidence.mails.filter(({ campaignId }) => campaignId === campaign.campaignId).length * campaign.giftAmount
    const breaches: Breach[] = []
    if (spent > campaign.budgetLimit)
      breaches.push(breach('budget-overspent', { occurrenceId, detail: `booked ${spent} of ${campaign.budgetLimit}` }))
    if (given > campaign.budgetLimit)
      breaches.push(breach('budget-overspent', { occurrenceId, detail: `gave ${given} of ${campaign.budgetLimit}` }))
    for (const key of stored.flatMap(({ reserved }) => Object.keys(reserved)))
      breaches.push(breach('budget-inexact', { occurrenceId, detail: `still reserved: ${key}` }))
    for (const { occurrenceId: id } of evidence.expected.filter(({ campaignId }) => campaignId === campaign.campaignId)) {
      const rows = evidence.occurrences.find((occurrence) => occurrence.occurrenceId === id)?.rows ?? []
      const touched = rows.filter(({ outcome }) => outcome.state === 'sent' || outcome.state === 'unknown').length
      const right = touched * campaign.giftAmount + Math.ceil((touched * campaign.mailPerThousand) / 1000)
      const settled = stored.reduce((sum, budget) => sum + (budget.settled[id] ?? 0), 0)
      if (settled !== right)
        breaches.push(
          breach('budget-inexact', { occurrenceId: id, detail: `settled ${settled}, ${touched} touches cost ${right}` }),
        )
    }
    return breaches
  })
}
