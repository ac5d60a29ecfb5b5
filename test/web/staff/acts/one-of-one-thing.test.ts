/** An act says what will happen to how many: of one thing in English as of one, in every act that counts. */
import { describe, expect, test } from 'vitest'
import { aCampaign } from '#test/support/builders.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { ActView } from '#web/staff/acts/act-page.ts'
import { againActView, redriveActView } from '#web/staff/acts/again-acts.ts'
import { type CampaignAct, campaignActView } from '#web/staff/acts/campaign-acts.ts'
import { eraseActView } from '#web/staff/acts/person-acts.ts'

const occurrence = anOccurrence({ campaignId: 'tet', date: '2027-02-06' })
const again = (count: number, act: 'plan' | 'send') => (locale: PageLocale) =>
  againActView(aFrame(locale), {
    act,
    occurrence,
    title: 'x',
    parts: count,
    left: count,
    waiting: count,
    sent: count,
    busy: null,
  })
const campaign = (count: number, act: CampaignAct) => (locale: PageLocale) =>
  campaignActView(
    {
      campaign: {
        definition: aCampaign({ gift: { kind: 'voucher', value: { amount: 100_000, currency: 'VND' }, validDays: 30 } }),
        state: 'active',
      },
      open: count,
      waiting: count,
      sent: count,
      missed: count,
      calls: null,
      callsLeft: 0,
      reserved: null,
    },
    { act, locale },
  )
const held = (count: number) => (locale: PageLocale) => {
  const each = { purchases: count, contacts: count, consents: count, answers: count, mails: count, work: count, vouchers: count }
  return eraseActView(aFrame(locale), { customerId: 'c-001', name: 'Lan', held: each, isBegun: false })
}
const redrive = (count: number) => (locale: PageLocale) =>
  redriveActView(aFrame(locale), { letters: count, open: count, busy: null })

const ACTS: readonly [string, (count: number) => (locale: PageLocale) => ActView][] = [
  ['planning again', (count) => again(count, 'plan')],
  ['sending again', (count) => again(count, 'send')],
  ['putting back', redrive],
  ['pausing', (count) => campaign(count, 'pause')],
  ['resuming', (count) => campaign(count, 'resume')],
  ['cancelling', (count) => campaign(count, 'cancel')],
  ['erasing', held],
]

const said = ({ figures }: ActView) => figures.map(({ text }) => text)

describe.each(ACTS)('%s', (_, act) => {
  test('of one thing reads otherwise than of two, in every figure', () => {
    const [one, two, none] = [said(act(1)('en')), said(act(2)('en')), said(act(0)('en'))]
    expect(two.filter((text, at) => text === one[at])).toEqual([])
    expect(none).toEqual(two)
  })

  test('and in Vietnamese the same, which knows no plural', () => {
    expect(said(act(1)('vi'))).toEqual(said(act(2)('vi')))
  })
})

test('one part, one batch, one person', () => {
  expect(said(again(1, 'plan')('en'))).toEqual([
    'part of the plan is made again',
    'person waits; without a mail yet, they still get their turn',
    'person has their mail; nobody gets it twice',
  ])
})
