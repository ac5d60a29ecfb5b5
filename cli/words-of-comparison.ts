/** What changes between two rehearsals, as lines: in all, by campaign with the reasons, and by day. */
import type { ChangeKind, Comparison } from '#core/rehearsal/comparison.ts'

export function comparisonLines({ totals, campaigns, days, reasons }: Comparison, against: string): readonly string[] {
  const { mails, calls, callDays, cost, currency } = totals
  if (campaigns.length === 0 && reasons.length === 0) return [`against ${against}: nothing changes`]
  return [
    `against ${against}: ${signed(mails)} mails, ${signed(calls)} calls, ${signed(callDays)} call-days, ${signed(cost)} ${currency}`,
    ...campaigns.flatMap(({ campaign, ...line }) => [
      `  ${campaign}: ${signed(line.mails)} mails, ${signed(line.calls)} calls, ${signed(line.cost)} ${currency}`,
      ...reasons.filter((one) => one.campaign === campaign).map((one) => `    ${reasonWords(one)}`),
    ]),
    ...days.map(({ date, ...day }) => `  ${date}: ${signed(day.mails)} mails, ${signed(day.calls)} calls`),
  ]
}

function reasonWords({ kind, reason, people, touches }: Comparison['reasons'][number]): string {
  const times = touches === people ? '' : ` (${touches} touches)`
  const what = reason === '' ? 'by another channel' : `${KIND_WORDS[kind]}: ${reason}`
  return `${people} ${people === 1 ? 'person' : 'people'}${times} ${what}`
}

/** The reason is what keeps the touch away in the version in which it does not go. */
const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  lost: 'get it no more',
  won: 'get it now, and did not before',
  changed: 'get it in neither, now for another reason',
}

const signed = (count: number) => `${count < 0 ? '-' : '+'}${Math.abs(count).toLocaleString('en')}`
