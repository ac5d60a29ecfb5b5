/** The lines that a rehearsal prints of each campaign and day. */
import type { RehearsedCampaign, RehearsedDay, RehearsedDesk } from '#app/rehearsal/rehearsal-report.ts'
import type { SkipRule } from '#app/rehearsal/skip-rules.ts'
import type { SuppressionsUnread } from '#local/rehearsal/stored-base.ts'
import { HANDED_WORDS, INSTEAD_WORDS } from '#web/words/outcome-states.ts'

export function campaignLines({ campaign, asks, days, total, desk, skips, cost }: RehearsedCampaign): string[] {
  const sent = partsOfSent(total.sent, desk).map(({ count, name }) => `${name} ${count}`)
  const head = `${campaign}: audience ${total.audience}, ${sent.join(', ')}, skipped ${total.skipped}, withheld ${total.withheld}, deferred ${total.deferred}, failed ${total.failed}, unknown ${total.unknown}, cost ${cost.amount} ${cost.currency}`
  return [head, ...asksLine(asks), ...skips.map(skipLine), ...days.map(dayLine)]
}

export function unreadLine(unread: SuppressionsUnread | undefined): string[] {
  if (unread === undefined) return []
  const { count, because } = unread
  return [
    `${count} suppressed addresses and numbers could not be told apart (${because}): nobody is skipped as suppressed here, so the people written to on one occasion are at most ${count} too many`,
  ]
}

function asksLine(asks: RehearsedCampaign['asks']): string[] {
  if (asks === null) return []
  if ('survey' in asks) return [`    a survey: ${asks.survey}`]
  return [`    a reminder of ${asks.remindsOf}: nobody answers in a rehearsal, so it goes to everybody who was asked`]
}

function skipLine({ reason, rule, count, freeFrom, freeTo }: SkipRule): string {
  const days = freeFrom === freeTo ? freeFrom : `${freeFrom} to ${freeTo}`
  const free = freeFrom === null ? '' : `, free again on ${days}`
  return `    skipped ${reason}: ${count}${rule === null ? '' : ` (${rule})`}${free}`
}

function dayLine({ date, balance, mismatch, desk }: RehearsedDay): string {
  const parts = LINES_OF_BALANCE.flatMap((line) =>
    line === 'sent' ? partsOfSent(balance.sent, desk) : [{ count: balance[line], name: line }],
  )
    .map(({ count, name }) => `${count} ${name}`)
    .join(' + ')
  return `  ${date}: ${balance.audience} = ${parts}${mismatch ? ' - which does not add up' : ''}`
}

/** A call is handed to the desk, and made by staff later; a mail is sent. In the words of the pages. */
function partsOfSent(sent: number, desk: RehearsedDesk): readonly { readonly count: number; readonly name: string }[] {
  if (desk === null) return [{ count: sent, name: 'sent' }]
  const handed = { count: desk.handed, name: HANDED_WORDS.en }
  return desk.writtenInstead === 0 ? [handed] : [handed, { count: desk.writtenInstead, name: INSTEAD_WORDS.en }]
}

const LINES_OF_BALANCE = ['sent', 'skipped', 'deferred', 'withheld', 'failed', 'unknown'] as const
