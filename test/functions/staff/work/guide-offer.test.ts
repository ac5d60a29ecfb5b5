/** The box with which staff have the guide sent by mail: shown only where a mail would go, with its address, day and campaign. */
import { describe, expect, test } from 'vitest'
import { guideAskedOn } from '#core/work/guide-asked.ts'
import { NOW, office } from '#test/functions/staff/work/work-office.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { openedAt, storedWork } from '#test/support/work-builders.ts'

const CALL = storedWork({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const BOX = 'name="guide"'

/** On Wednesday, 10 March 2027, with the campaign in force as it is given. */
async function desk(over: Parameters<typeof aCampaign>[0] | null = {}) {
  const place = await office(CALL)
  if (over !== null) {
    const definition = aCampaign({
      id: 'guide-by-mail',
      name: { vi: 'Hướng dẫn', en: 'The guide' },
      occasion: { kind: 'after-call-asked-guide', offset: { days: 1 }, roll: 'forward' },
      touch: { channel: 'email', template: 'guide-by-mail' },
      ...over,
    })
    await place.stores.campaigns.accept({ definition, version: 1, acceptedAt: NOW, acceptedBy: 'marketing' })
  }
  const page = (language?: string) => place.as('Hanh').page('/work/w-1', language)
  return { ...place, page }
}

describe('the box', () => {
  test('says to which address the guide goes, when, and by which campaign', async () => {
    const { page } = await desk()
    const email = aCustomer().email ?? ''
    expect(await page()).toContain(
      `Gửi hướng dẫn qua email đến ${email}, ngày 11/03/2027 (khi đã nói chuyện; chiến dịch Hướng dẫn)`,
    )
    expect(await page('en')).toMatch(new RegExp(`Send the guide by mail to ${email}, on .*campaign The guide`))
  })

  test('on a Friday it says Monday', async () => {
    const place = await desk()
    place.clock.at = '2027-03-12T02:00:00.000Z'
    expect(await place.page()).toContain('ngày 15/03/2027')
  })

  test.each([
    ['no such campaign is in force', null],
    ['the campaign lives no more', { lives: { to: '2027-03-10' } }],
    ['the campaign is about another occasion', { occasion: { kind: 'after-call', offset: { days: 1 }, roll: 'none' } }],
  ] as const)('is not there where %s', async (_why, over) => {
    expect(await (await desk(over)).page()).not.toContain(BOX)
  })

  test('is not there where the campaign is paused, or the customer has no address', async () => {
    const paused = await desk()
    await paused.stores.campaigns.setState({
      campaignId: 'guide-by-mail',
      from: 'active',
      state: 'paused',
      at: NOW,
      by: 'Mai',
      because: 'x',
    })
    expect(await paused.page()).not.toContain(BOX)
    const unreachable = await desk()
    await unreachable.stores.customers.put([aCustomer({ email: null })])
    expect(await unreachable.page()).not.toContain(BOX)
  })

  test('checked in a call that a colleague has ended meanwhile, the guide goes, and the page says so', async () => {
    const { as, work } = await desk()
    const form = { attempt: '00000000-0000-4000-8000-000000000001', round: '0', seen: '0', disposition: 'satisfied' }
    await as('Bao').send('/work/w-1/call', form)
    const mine = { ...form, attempt: '00000000-0000-4000-8000-000000000002', guide: 'yes', note: 'xin cách pha trà' }
    expect(await as('Hanh').send('/work/w-1/call', mine)).toMatchObject({ status: 303, to: '/work/w-1?said=guide-asked' })
    const page = await as('Hanh').page('/work/w-1?said=guide-asked')
    expect(page).toContain('Hướng dẫn sẽ được gửi qua email.')
    expect((await work.ofCustomer('c-001')).flatMap(guideAskedOn)).toEqual(['2027-03-10'])
    expect(page).not.toContain('xin cách pha trà</blockquote>')
  })

  test('checked, marks the call; refused, it comes back checked', async () => {
    const { as, work } = await desk()
    const form = { round: '0', seen: '0', guide: 'yes', note: '' }
    const refused = await as('Hanh').send('/work/w-1/call', { ...form, disposition: 'no-answer' })
    expect([refused.status, refused.page]).toEqual([409, expect.stringContaining('chỉ gửi sau cuộc gọi đã nói chuyện')])
    expect(refused.page).toContain(`${BOX} value="yes" checked`)
    expect((await as('Hanh').send('/work/w-1/call', { ...form, disposition: 'satisfied' })).status).toBe(303)
    const call = await work.get('w-1')
    expect(call && guideAskedOn(call)).toEqual(['2027-03-10'])
    expect(await as('Hanh').page('/work/w-1')).toContain('khách hỏi hướng dẫn qua email')
  })
})
