/** Whatever staff and operators write down is refused when it is too long, with the limit, and nothing is stored. */
import { describe, expect, test } from 'vitest'
import { packedRecipients, unpackedRecipients } from '#adapters/dynamo/packed-recipients.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { changeCampaignState } from '#app/campaigns/change-campaign-state.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { events } from '#app/events.ts'
import { redeemVoucher } from '#app/gifts/redeem-voucher.ts'
import { resend } from '#app/operating/resend.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import { LONGEST_NAME, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { storedVoucher } from '#test/support/store-builders.ts'
import { companyWithUnknown, OCCURRENCE, word } from '#test/support/unknown-mail.ts'
import { storedWork } from '#test/support/work-builders.ts'

const NOVEL = 'x'.repeat(10_240)
const silent = events({ event: () => {}, alarm: () => {} })
const because = { refused: 'too-long', what: 'because', limit: 500, length: 10_240 }
const by = { refused: 'too-long', what: 'by', limit: 100, length: 10_240 }

describe('too long a text', () => {
  test.each([
    [{ because: NOVEL }, because],
    [{ by: NOVEL }, by],
  ])('for a decision about an unknown outcome: the row and the log stay as they were (%#)', async (over, refusal) => {
    const company = await companyWithUnknown()
    const before = await company.stores.occurrences.batches(OCCURRENCE)
    expect(await settleUnknown(company.stores, { ...word(over), as: 'not-sent' })).toEqual(refusal)
    expect(await settleUnknown(company.stores, { ...word(over), as: 'sent' })).toEqual(refusal)
    expect(await resend(company.stores, word(over))).toEqual(refusal)
    expect(await company.stores.occurrences.batches(OCCURRENCE)).toEqual(before)
    expect(await company.stores.occurrences.decisions(OCCURRENCE)).toEqual([])
  })

  test('for stopping a campaign: it goes on', async () => {
    const { stores } = await companyWithUnknown()
    const change = {
      campaignId: 'tenth-of-march',
      to: 'cancelled',
      by: 'Hoa',
      because: NOVEL,
      at: '2027-03-10T02:00:00.000Z',
    } as const
    expect(await changeCampaignState(stores, change)).toEqual(because)
    expect(await stores.campaigns.state('tenth-of-march')).toBe('active')
    expect(await changeCampaignState(stores, { ...change, because: NOVEL.slice(0, 500) })).toMatchObject({ changed: true })
  })

  test.each([
    [{ by: NOVEL, note: 'gọi rồi' }, by],
    [
      { by: 'Hoa', note: NOVEL },
      { refused: 'too-long', what: 'note', limit: 2_000, length: 10_240 },
    ],
  ])('for closing work: it stays open (%#)', async (said, refusal) => {
    const work = memoryWorkStore()
    await work.open(storedWork({ workId: 'call-1' }))
    const done = { workId: 'call-1', reached: true, at: '2027-03-10T02:00:00.000Z', ...said }
    expect(await closeWork({ work, companyRules: theCompanyRules(), events: silent }, done)).toEqual(refusal)
    expect(await work.get('call-1')).toEqual(storedWork({ workId: 'call-1' }))
  })

  test('for redeeming a voucher: it can still be used', async () => {
    const vouchers = memoryVoucherStore()
    await vouchers.issue(storedVoucher())
    const order = { code: storedVoucher().code, by: NOVEL, now: '2027-03-10T02:00:00.000Z' }
    const ports = { vouchers, zone: 'Asia/Ho_Chi_Minh', events: silent }
    expect(await redeemVoucher(ports, order)).toEqual({ tooLong: by })
    expect(await vouchers.get(order.code)).toMatchObject({ redeemedAt: null })
  })
})

test('the longest there may be, beside each of the five hundred of a batch, still fits into its row and is read back', () => {
  const name = 'Ộ'.repeat(LONGEST_NAME)
  const recipients = Array.from({ length: 500 }, (_, n) => ({
    customerId: `c-${n}`,
    occasionKey: 'tet:2027',
    outcome: {
      state: 'failed' as const,
      at: '2027-03-10T02:00:00.000Z',
      reason: `settled as not sent by ${name}: ${`${n} khách không nhận được `.repeat(40).slice(0, LONGEST_REASON)}`,
    },
  }))
  const packed = packedRecipients(recipients)
  expect(packed.length).toBeLessThan(400_000)
  expect(unpackedRecipients(packed, 'batch')).toEqual(recipients)
})
