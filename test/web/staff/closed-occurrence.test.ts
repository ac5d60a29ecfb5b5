/** The page of an occurrence that is closed: what can no longer be done is not offered, and says why. */
import { expect, test } from 'vitest'
import { balanceOf } from '#core/planning/balance.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { occurrencePage } from '#web/staff/occurrences/occurrence-page.ts'

const pageOf = (state: 'open' | 'closed', locale: 'vi' | 'en') => {
  const balance = balanceOf([])
  const occurrence = anOccurrence({ campaignId: 'tet', date: '2027-02-06', state, balance: state === 'closed' ? balance : null })
  const visitor = { name: 'Huy', address: 'huy@trasen.example.com', team: 'Công nghệ', role: 'operator' } as const
  const detail = { occurrence, balance, audience: 0, standing: 'adds-up', batches: [] } as const
  const campaigns = { name: (id: string) => id, survey: () => undefined, isOfCalls: () => false }
  const nothing = { decisions: null, desk: null, invitations: null, people: null, again: null, done: undefined }
  return String(occurrencePage(aFrame(locale, { visitor }), { campaigns, detail, ...nothing }))
}

test.each([
  ['vi', 'Dịp này đã khép lại: không còn gì để lập lại hay gửi.'],
  ['en', 'This occurrence is closed: there is nothing left to plan or to send.'],
] as const)('planning and sending again, in %s', (locale, why) => {
  const [open, closed] = [pageOf('open', locale), pageOf('closed', locale)]
  for (const act of ['plan', 'send']) {
    expect(open).toContain(`href="/occurrences/tet_2027-02-06/${act}"`)
    expect(closed).not.toContain(`href="/occurrences/tet_2027-02-06/${act}"`)
  }
  expect(open).not.toContain(why)
  expect(closed.split(why)).toHaveLength(3)
})
