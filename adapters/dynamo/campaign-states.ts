/**
 * The state of each campaign, and every change of it for the record. One row holds the state together with the changes that have no row of their own
 * yet: a process that ends between two writes loses none, and the next change writes what is missing. The state comes first, because a pause must work
 * even if its record fails.
 */
import * as z from 'zod'
import { absent, both, type Condition, unchanged } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Key, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { CampaignStore, LastChange } from '#app/ports/campaigns.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { InstantSchema } from '#core/time/instant.ts'

const STATES = '#states'

type StateStore = Pick<CampaignStore, 'states' | 'state' | 'lastChange' | 'setState'>

export function dynamoCampaignStates(table: DynamoTable): StateStore {
  const read = (campaignId: string) => getRow(table, keyOf(campaignId))
  return {
    states: async () => {
      const rows = await queryAll(table, { partition: { attribute: 'scope', is: STATES } })
      return new Map(rows.map((row) => stateOf(row)))
    },
    state: async (campaignId) => {
      const row = await read(campaignId)
      return row ? stateOf(row)[1] : 'active'
    },
    lastChange: async (campaignId) => {
      const row = await read(campaignId)
      return row && changeIn(row)
    },
    setState: async ({ campaignId, from, state, at, by, because }) => {
      const change: LastChange = { state, at, by, because }
      const row = await read(campaignId)
      // A campaign whose state was never set has no row.
      if ((row ? stateOf(row)[1] : 'active') !== from) return 'lost'
      const unkept = [...(row ? unkeptIn(row) : []), change]
      const next = { ...keyOf(campaignId), ...change, unkept: JSON.stringify(unkept) }
      if ((await putRow(table, next, row ? standsAs(row) : absent('state'))) === 'lost') return 'lost'
      for (const each of unkept) await keepChange(table, { scope: campaignId, ...each })
      await putRow(table, { ...keyOf(campaignId), ...change }, unchanged('unkept', next.unkept))
      return 'written'
    },
  }
}

function stateOf(row: Row): readonly [campaignId: string, state: CampaignState] {
  const { item, state } = readAs(NowRow, row, 'the state of a campaign')
  return [item, state]
}

const keyOf = (campaignId: string): Key => ({ scope: STATES, item: campaignId })

/** The instant as well: between the look and the write the state may have gone to another one and back. */
const standsAs = ({ state, at }: Row): Condition =>
  both(unchanged('state', state), { expression: '#since = :since', names: { '#since': 'at' }, values: { ':since': at } })

/** Changes may fall into one millisecond: each later one gets a number behind its instant. The same change again finds its row. */
async function keepChange(table: DynamoTable, change: LastChange & { readonly scope: string }): Promise<void> {
  for (let nth = 1; ; nth++) {
    const item = nth === 1 ? `state#${change.at}` : `state#${change.at}#${nth}`
    if ((await putRow(table, { ...change, item }, absent('scope'))) === 'written') return
    const row = await getRow(table, { scope: change.scope, item })
    if (row && isSame(changeIn(row), change)) return
  }
}

const isSame = (one: LastChange, other: LastChange): boolean =>
  one.state === other.state && one.by === other.by && one.because === other.because

const changeIn = (row: Row): LastChange => readAs(ChangeSchema, row, 'a change of a campaign')

function unkeptIn(row: Row): readonly LastChange[] {
  const { item, unkept } = readAs(UnkeptRow, row, 'the state of a campaign')
  const name = `the changes of campaign ${item}`
  return unkept === undefined ? [] : readAs(ChangesSchema, jsonIn(unkept, name), name)
}

const ChangeSchema = z.object({
  state: z.enum(['active', 'paused', 'cancelled']),
  at: InstantSchema,
  by: z.string(),
  because: z.string(),
})
const ChangesSchema = z.array(ChangeSchema)
const NowRow = ChangeSchema.pick({ state: true }).extend({ item: z.string() })
const UnkeptRow = z.object({ item: z.string(), unkept: z.string().optional() })
