import { describe, expect, test } from 'vitest'
import { changeCampaignState } from '#app/campaigns/change-campaign-state.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const ID = 'tenth-of-march'
const OCCURRENCE = `${ID}_2027-03-10`
const customers = Array.from({ length: 250 }, (_, n) => aCustomer({ customerId: `c-${String(n).padStart(3, '0')}` }))

const change = (company: Company, to: CampaignState, over: Partial<{ campaignId: string; by: string; because: string }> = {}) =>
  changeCampaignState(company.stores, { campaignId: ID, to, by: 'Hoa', because: 'a wrong name', at: company.clock(), ...over })
type Company = Awaited<ReturnType<typeof atWork>>

const atWork = () => runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [aCampaign()], customers })

/** Somebody decides while the hundred-and-third mail is under way. */
async function inTheMiddle(to: CampaignState) {
  const company = await atWork()
  const { mailer } = company.stores
  let mails = 0
  company.replace({
    mailer: {
      ...mailer,
      send: async (mail) => {
        if (++mails === 103) await change(company, to)
        return mailer.send(mail)
      },
    },
  })
  await company.until('2027-03-10T02:05:00.000Z')
  return company
}

async function tally(company: Company): Promise<Record<string, number>> {
  const words: Record<string, number> = {}
  for (const word of Object.values(await company.results(OCCURRENCE))) words[word] = (words[word] ?? 0) + 1
  return words
}
const meta = (company: Company) => company.stores.occurrences.get(OCCURRENCE)

describe('in the middle of a batch', () => {
  test('a pause lets the page under way go and stops the next; resumed in time everyone is sent to once', async () => {
    const company = await inTheMiddle('paused')
    expect(company.sent()).toHaveLength(200)
    expect(await tally(company)).toEqual({ sent: 200, 'deferred campaign-paused': 50 })
    expect(await change(company, 'active', { because: 'corrected' })).toEqual({ state: 'active', changed: true })
    await company.until('2027-03-12T00:00:00.000Z')
    expect(new Set(company.sent()).size).toBe(250)
    expect(company.sent()).toHaveLength(250)
    expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent: 250 } })
  })

  test('a pause that outlasts the window skips the rest and says why', async () => {
    const company = await inTheMiddle('paused')
    await company.until('2027-03-12T00:00:00.000Z')
    expect(company.sent()).toHaveLength(200)
    expect(await meta(company)).toMatchObject({
      mismatch: false,
      balance: { sent: 200, skipped: 50, skippedBy: { 'campaign-paused': 50 } },
    })
  })

  test('cancelling skips the rest at once, and opens no date any more', async () => {
    const company = await inTheMiddle('cancelled')
    expect(company.sent()).toHaveLength(200)
    expect(await tally(company)).toEqual({ sent: 200, 'skipped campaign-cancelled': 50 })
    await company.until('2027-03-12T00:00:00.000Z')
    expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent: 200, skipped: 50 } })
    company.jumpTo('2028-03-08T00:00:00.000Z')
    await company.until('2028-03-12T00:00:00.000Z')
    expect(await company.stores.occurrences.between('2028-01-01', '2028-12-31')).toEqual([])
  })
})

describe('what can follow what', () => {
  test.each([
    ['active', 'paused', { state: 'paused', changed: true }],
    ['active', 'active', { state: 'active', changed: false }],
    ['active', 'cancelled', { state: 'cancelled', changed: true }],
    ['paused', 'active', { state: 'active', changed: true }],
    ['paused', 'paused', { state: 'paused', changed: false }],
    ['paused', 'cancelled', { state: 'cancelled', changed: true }],
    ['cancelled', 'active', { refused: 'cancelled-for-good' }],
    ['cancelled', 'paused', { refused: 'cancelled-for-good' }],
    ['cancelled', 'cancelled', { state: 'cancelled', changed: false }],
  ] as const)('%s, then %s', async (from, to, answer) => {
    const company = await runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [aCampaign()], customers: [] })
    await change(company, from)
    expect(await change(company, to)).toEqual(answer)
    expect(await company.stores.campaigns.state(ID)).toBe('refused' in answer ? from : to)
  })

  test.each([
    ['active', 'paused', 'cancelled', { refused: 'cancelled-for-good' }],
    ['paused', 'active', 'cancelled', { refused: 'cancelled-for-good' }],
    ['paused', 'cancelled', 'active', { state: 'cancelled', changed: true }],
    ['active', 'paused', 'paused', { state: 'paused', changed: false }],
  ] as const)('%s, then %s, and between look and write %s', async (from, to, meanwhile, answer) => {
    const company = await runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [aCampaign()], customers: [] })
    await change(company, from)
    const { campaigns } = company.stores
    let isFirst = true
    const state: typeof campaigns.state = async (campaignId) => {
      const read = await campaigns.state(campaignId)
      if (isFirst) {
        isFirst = false
        await changeCampaignState({ campaigns }, { campaignId: ID, to: meanwhile, by: 'Minh', because: 'x', at: company.clock() })
      }
      return read
    }
    const asked = { campaignId: ID, to, by: 'Hoa', because: 'a wrong name', at: company.clock() }
    expect(await changeCampaignState({ campaigns: { ...campaigns, state } }, asked)).toEqual(answer)
    expect(await campaigns.state(ID)).toBe('refused' in answer ? meanwhile : to)
  })

  test('a campaign that was never accepted has no state to change', async () => {
    const company = await runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [], customers: [] })
    expect(await change(company, 'paused')).toEqual({ refused: 'no-such-campaign' })
  })

  test('accepting a changed file does not bring a cancelled campaign back', async () => {
    const company = await runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [aCampaign()], customers: [] })
    await change(company, 'cancelled')
    await company.accept([aCampaign({ graceDays: 1 })])
    expect(await company.stores.campaigns.state(ID)).toBe('cancelled')
  })
})
