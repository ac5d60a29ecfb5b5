import { expect, test } from 'vitest'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { type ContactLimits, contactLimits } from '#web/staff/customers/contact-limits.ts'

const FREE: ContactLimits = {
  askedDaysAgo: null,
  survey: 'free',
  relationship: 'free',
  any: { refused: [], capped: null },
  suppressions: new Map(),
}
const read = (peace: Partial<ContactLimits>, locale: 'vi' | 'en' = 'en') =>
  String(contactLimits({ ...FREE, ...peace }, aFrame(locale)))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('a customer who was never asked and stopped nothing may be asked and contacted now', () => {
  expect(read({})).toBe(' Surveys may be asked now Surveys about the company may be asked now Any contact may be contacted now ')
})

test('the rest between two surveys is told with its rule, in either language', () => {
  const peace = { askedDaysAgo: 12, survey: { freeOn: '2027-03-03', days: 30 } } as const
  expect(read(peace)).toContain('Surveys asked 12 days ago; free again on 3 March 2027; at least 30 days between two')
  expect(read(peace, 'vi')).toContain('đã hỏi 12 ngày trước; được hỏi lại từ 03/03/2027; hai lần cách nhau ít nhất 30 ngày')
})

test('who said no is not asked, since that moment in the company’s time', () => {
  expect(read({ survey: { refused: 'opted-out', since: '2027-01-19T17:00:00.000Z' } })).toContain(
    'not asked: The customer opted out since 00:00 20 January 2027',
  )
})

test('a cap and kinds that were stopped stand beside each other', () => {
  const any = {
    refused: [{ purpose: 'advertising', reason: 'consent-missing' }],
    capped: { max: 2, hours: 36, freeAt: '2027-02-01T02:00:00.000Z' },
  } as const
  expect(read({ any })).toContain(
    'has had 2 in 1.5 days; free again on 09:00 1 February 2027; except offers (The customer has not consented)',
  )
})

test('when every kind is stopped for one reason, that reason is said once', () => {
  const any = {
    refused: (['care', 'survey', 'advertising'] as const).map((purpose) => ({ purpose, reason: 'opted-out' as const })),
    capped: null,
  }
  expect(read({ any })).toContain('not contacted (The customer opted out); only mails about their own orders and requests')
})

test('a suppressed address, and a list that cannot be read, have a line of their own', () => {
  expect(
    read({ suppressions: new Map([['email', { reason: 'hard-bounce', at: '2027-01-19T17:00:00.000Z' } as const]]) }),
  ).toContain('E-mail address suppressed since 00:00 20 January 2027: permanent bounce')
  expect(read({ suppressions: new Map([['phone', 'unreadable' as const]]) })).toContain('nothing is sent')
  expect(read({})).not.toContain('E-mail address')
})
