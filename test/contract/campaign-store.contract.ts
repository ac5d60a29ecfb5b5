/** What every store of campaigns must do. */
import { describe, expect, test } from 'vitest'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { AN_INSTANT, acceptedCampaign } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

type Standing = Exclude<CampaignState, 'cancelled'>

const change = (
  campaignId: string,
  state: CampaignState,
  { from = 'active', at = AN_INSTANT }: { from?: Standing; at?: string } = {},
) => ({
  campaignId,
  from,
  state,
  at,
  by: 'lan',
  because: 'sai mẫu thư',
})

export function campaignStoreContract(fresh: () => Promise<CampaignStore>): void {
  describe('a store of campaigns', () => {
    test('knows every version, and lists the newest of each campaign by id', async () => {
      const store = await fresh()
      expect(await store.latest()).toEqual([])
      const second = acceptedCampaign({ version: 2, name: 'Sinh nhật vui vẻ' })
      const tet = acceptedCampaign({ id: 'a-tet', name: 'Tết' })
      expect(await store.accept(acceptedCampaign())).toBe('written')
      expect(await store.accept(second)).toBe('written')
      expect(await store.accept(tet)).toBe('written')
      expect(await store.latest()).toEqual([tet, second])
      expect(await store.version('birthday', 1)).toEqual(acceptedCampaign())
      expect(await store.version('birthday', 3)).toBeUndefined()
      expect(await store.version('nothing', 1)).toBeUndefined()
    })

    test('a version names its words; one accepted before words were kept names none', async () => {
      const store = await fresh()
      const worded = acceptedCampaign({ version: 2, words: 'a-hash' })
      await store.accept(acceptedCampaign())
      await store.accept(worded)
      expect(await store.version('birthday', 1)).toEqual(acceptedCampaign())
      expect(await store.version('birthday', 1)).not.toHaveProperty('words')
      expect(await store.version('birthday', 2)).toEqual(worded)
      expect(await store.latest()).toEqual([worded])
    })

    test('a version number is taken once, and the first to take it stays', async () => {
      const store = await fresh()
      const rivals = ['một', 'hai', 'ba'].map((name) => acceptedCampaign({ name }))
      const results = await Promise.all(rivals.map((rival) => store.accept(rival)))
      expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      const winner = rivals[results.indexOf('written')]
      expect(await store.version('birthday', 1)).toEqual(winner)
      expect(await store.latest()).toEqual([winner])
    })

    test('an older version that comes late does not become the newest', async () => {
      const store = await fresh()
      const newest = acceptedCampaign({ version: 12 })
      await store.accept(newest)
      expect(await store.accept(acceptedCampaign({ version: 9 }))).toBe('written')
      expect(await store.accept(acceptedCampaign({ version: 9 }))).toBe('lost')
      expect(await store.latest()).toEqual([newest])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const campaign = acceptedCampaign()
      await store.accept(campaign)
      tamper(campaign)
      tamper(await store.latest())
      tamper(await store.version('birthday', 1))
      expect(await store.latest()).toEqual([acceptedCampaign()])
      expect(await store.version('birthday', 1)).toEqual(acceptedCampaign())
    })

    test('a campaign is active until somebody says otherwise, and the last word counts', async () => {
      const store = await fresh()
      expect(await store.state('birthday')).toBe('active')
      expect(await store.states()).toEqual(new Map())
      await store.setState(change('birthday', 'paused'))
      await store.setState(change('tet', 'cancelled'))
      expect(await store.state('birthday')).toBe('paused')
      expect(await store.state('mid-autumn')).toBe('active')
      await store.setState(change('birthday', 'active', { from: 'paused', at: '2027-02-06T03:00:00.000Z' }))
      expect(await store.state('birthday')).toBe('active')
      expect((await store.states()).get('tet')).toBe('cancelled')
      expect(await store.latest()).toEqual([])
    })

    test.each<[Standing, CampaignState, CampaignState]>([
      ['active', 'paused', 'cancelled'],
      ['active', 'active', 'paused'],
      ['paused', 'active', 'cancelled'],
      ['paused', 'cancelled', 'active'],
    ])('a change from %s to %s is lost once the campaign is %s', async (from, to, meanwhile) => {
      const store = await fresh()
      const start = from === 'active' ? [] : [change('birthday', from)]
      for (const each of [...start, change('birthday', meanwhile, { from })]) expect(await store.setState(each)).toBe('written')
      expect(await store.setState(change('birthday', to, { from }))).toBe('lost')
      expect(await store.state('birthday')).toBe(meanwhile)
    })

    test('of changes at the same moment from one state the first is made, and the others are lost', async () => {
      const store = await fresh()
      const answers = await Promise.all(
        ['paused', 'cancelled', 'paused'].map((to) => store.setState(change('tet', to as CampaignState))),
      )
      expect(answers.toSorted()).toEqual(['lost', 'lost', 'written'])
    })

    test('the change that led to a state is told with who and why; of one never changed there is none', async () => {
      const store = await fresh()
      await store.accept(acceptedCampaign())
      expect(await store.lastChange('birthday')).toBeUndefined()
      await store.setState(change('birthday', 'paused'))
      const paused = { state: 'paused', at: AN_INSTANT, by: 'lan', because: 'sai mẫu thư' }
      expect(await store.lastChange('birthday')).toEqual(paused)
      expect(await store.lastChange('tet')).toBeUndefined()
      expect(await store.setState({ ...change('birthday', 'cancelled'), by: 'hoa' })).toBe('lost')
      expect(await store.lastChange('birthday')).toEqual(paused)
      const at = '2027-02-06T03:00:00.000Z'
      await store.setState({ ...change('birthday', 'active', { from: 'paused', at }), by: 'hoa', because: 'đã sửa' })
      expect(await store.lastChange('birthday')).toEqual({ state: 'active', at, by: 'hoa', because: 'đã sửa' })
    })

    test('campaigns may be named like parts of the store', async () => {
      const store = await fresh()
      const odd = ['campaigns', 'state', 'states'].map((id) => acceptedCampaign({ id }))
      for (const campaign of odd) await store.accept(campaign)
      await store.setState(change('states', 'paused'))
      expect(await store.latest()).toEqual(odd)
      expect(await store.state('campaigns')).toBe('active')
      expect(await store.state('states')).toBe('paused')
    })
  })
}
