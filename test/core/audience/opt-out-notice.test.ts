import { describe, expect, test } from 'vitest'
import type { Purpose } from '#core/audience/consent.ts'
import { isNotice } from '#core/audience/notice.ts'
import { alreadyTold, noticeContact, noticeIds, OPT_OUT_NOTICE } from '#core/audience/opt-out-notice.ts'
import { CampaignIdSchema } from '#core/campaign/campaign-definition.ts'
import { isPersonal, subjectOf } from '#core/occasion/subject.ts'
import { aContact, aLedger } from '#test/support/builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const DAY_LATER = '2027-03-11T02:00:00.000Z'
const stop = (purposes: readonly Purpose[], at = AT) => ({ purposes, at })
const told = (purposes: readonly Purpose[], at = AT) =>
  noticeContact(stop(purposes, at), { occurrenceId: noticeIds(stop(purposes, at))[0], at, channel: 'email' })

test('no campaign can be taken for a notice', () => {
  expect(CampaignIdSchema.safeParse(OPT_OUT_NOTICE).success).toBe(false)
  expect([isNotice(OPT_OUT_NOTICE), isNotice('after-delivery')]).toEqual([true, false])
})

test('its contact is counted by no cap and belongs to no day, order or survey of the customer', () => {
  const contact = told(['survey', 'care', 'survey'])
  expect(contact).toMatchObject({ contentClass: 'transactional', channel: 'email', occasionKey: 'notice.opt-out:care+survey' })
  expect([isPersonal(contact.occasionKey), subjectOf(contact.occasionKey)]).toEqual([false, undefined])
})

describe('told lately', () => {
  const now = '2027-03-10T08:00:00.000Z'
  test.each<readonly [string, readonly Purpose[], readonly Purpose[][], string, boolean]>([
    ['nothing was told yet', ['care'], [], now, false],
    ['the same was', ['care'], [['care']], now, true],
    ['more was', ['care'], [['advertising', 'care', 'survey']], now, true],
    ['something else was', ['care'], [['survey']], now, false],
    ['only a part was', ['care', 'survey'], [['survey']], now, false],
    ['each part was, in two mails', ['care', 'survey'], [['survey'], ['care']], now, true],
    ['the same was, a moment less than a day ago', ['care'], [['care']], '2027-03-11T01:59:59.999Z', true],
    ['the same was, a day ago', ['care'], [['care']], DAY_LATER, false],
  ])('%s', (_what, purposes, before, at, expected) => {
    const ledger = aLedger(before.map((each) => told(each)))
    expect(alreadyTold(ledger, { stop: stop(purposes, '2027-03-10T07:59:00.000Z'), now: at })).toBe(expected)
  })

  test('greetings tell nothing, and a notice does not stand in its own way', () => {
    const own = told(['care'], now)
    expect(alreadyTold(aLedger([aContact({ occasionKey: 'care:care', at: now }), own]), { stop: stop(['care'], now), now })).toBe(
      false,
    )
  })
})
