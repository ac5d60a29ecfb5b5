import { describe, expect, test } from 'vitest'
import { encodeTag } from '#adapters/ses/tags.ts'
import { deliveryReportOf } from '#functions/queues/ses-event.ts'
import { IDS, LATER, OUR_TAGS, SES_EVENTS, sesEventOf } from '#test/functions/queues/made-ses-events.ts'

describe('what SES says becomes our word on the touch', () => {
  test.each([
    ['sent', { delivery: { state: 'accepted' }, trouble: null }],
    ['delivered', { delivery: { state: 'delivered', at: LATER, detail: '250 2.6.0 Message received' }, trouble: null }],
    ['bouncedForGood', { delivery: { state: 'bounced', at: LATER, detail: 'Permanent/General' }, trouble: 'hard-bounce' }],
    ['bouncedForNow', { delivery: { state: 'bounced', at: LATER, detail: 'Transient/MailboxFull' }, trouble: 'soft-bounce' }],
    ['bouncedWhoKnowsWhy', { delivery: { state: 'bounced', detail: 'Undetermined/Undetermined' }, trouble: 'soft-bounce' }],
    ['complained', { delivery: { state: 'complained', at: LATER, detail: 'abuse' }, trouble: 'complaint' }],
    ['complainedWithoutAWord', { delivery: { state: 'complained', at: LATER, detail: '' }, trouble: 'complaint' }],
    ['rejected', { delivery: { state: 'rejected', at: '2027-03-10T02:00:00.123Z', detail: 'Bad content' }, trouble: null }],
    ['delayed', { delivery: { state: 'delayed', at: LATER, detail: 'TransientCommunicationFailure' }, trouble: null }],
  ] as const)('%s', (event, word) => {
    expect(deliveryReportOf(SES_EVENTS[event])).toMatchObject({
      ...IDS,
      ...word,
      providerId: '0100018f4c1d2e3f-9a8b7c6d-1234-5678-9abc-def012345678-000000',
      sentAt: '2027-03-10T02:00:00.123Z',
      address: 'c-001@example.com',
    })
  })

  test.each(['opened', 'clicked', 'notRendered', 'subscribed', 'notSpam'] as const)(
    '%s says nothing about whether the mail arrived or is wanted',
    (event) => {
      expect(deliveryReportOf(SES_EVENTS[event])).toBeUndefined()
    },
  )

  test('a timestamp in another zone is the same instant', () => {
    const delivery = { timestamp: '2027-03-10T09:00:07.456+07:00', smtpResponse: '250' }
    expect(deliveryReportOf(sesEventOf('Delivery', { delivery }))).toMatchObject({ delivery: { at: LATER } })
  })

  test('words that AWS leaves out, gives as null or adds do not matter', () => {
    const complaint = { timestamp: LATER, complaintFeedbackType: null, somethingNew: { a: 1 } }
    const event = { ...sesEventOf('Complaint', { complaint }), somethingElse: true }
    expect(deliveryReportOf(event)).toMatchObject({ delivery: { state: 'complained', detail: '' }, trouble: 'complaint' })
  })
})

describe('mail that is not ours is left alone', () => {
  const delivery = { timestamp: LATER, smtpResponse: '250' }
  test.each([
    ['without our tags', {}],
    ['with none of the three', { team: ['billing'] }],
    ['with the customer missing', { campaign: OUR_TAGS.campaign, occurrence: OUR_TAGS.occurrence }],
    ['with an empty tag', { ...OUR_TAGS, customer: [''] }],
    ['with a tag without a value', { ...OUR_TAGS, customer: [] }],
    ['with a tag that is not base64url', { ...OUR_TAGS, customer: ['c-001!'] }],
    ['with a tag of a plain word that only looks encoded', { ...OUR_TAGS, customer: ['c'] }],
    ['with a second spelling of the same bytes', { ...OUR_TAGS, customer: [encodeTag('c-001').replace(/E$/, 'F')] }],
    ['with bytes that are no UTF-8', { ...OUR_TAGS, customer: [Buffer.from([0xc3, 0x28]).toString('base64url')] }],
  ])('%s', (_, tags) => {
    expect(deliveryReportOf(sesEventOf('Delivery', { delivery }, { tags }))).toBeUndefined()
  })
})

describe('what is no SES event at all throws, so that it ends in the dead letters for a person to see', () => {
  const { sent } = SES_EVENTS
  test.each([
    ['null', null],
    ['a text', 'Email Sent'],
    ['an empty object', {}],
    ['another source', { ...sent, source: 'aws.s3' }],
    ['no detail', { source: 'aws.ses' }],
    ['no mail', { ...sent, detail: { eventType: 'Send' } }],
    ['a timestamp that is none', { ...sent, detail: { ...sent.detail, mail: { ...sent.detail.mail, timestamp: 'yesterday' } } }],
    ['tags that are no lists', { ...sent, detail: { ...sent.detail, mail: { ...sent.detail.mail, tags: { campaign: 'x' } } } }],
    ['a bounce without its type', sesEventOf('Bounce', { bounce: { timestamp: LATER } })],
    ['a delivery of nowhen', sesEventOf('Delivery', { delivery: { smtpResponse: '250' } })],
  ])('%s', (_, event) => {
    expect(() => deliveryReportOf(event)).toThrow()
  })
})
