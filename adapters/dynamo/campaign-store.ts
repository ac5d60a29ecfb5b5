/**
 * Campaigns in DynamoDB: every accepted version, a list of the newest ones, and the state of each with its history. Only accepted versions are
 * remembered: which is the newest, and the states, are asked every time.
 */
import * as z from 'zod'
import { absent, absentOr, type Condition, either, unchanged } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { frozen } from '#adapters/frozen.ts'
import type { AcceptedCampaign, CampaignStore, LastChange } from '#app/ports/campaigns.ts'
import { type CampaignDefinition, CampaignDefinitionSchema } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'

const NEWEST = '#campaigns'
const STATES = '#states'

/** So many versions and definitions are remembered: more than a company uses within the life of a process. */
const REMEMBERED = 500

export function dynamoCampaignStore(table: DynamoTable): CampaignStore {
  // An accepted version never changes: `accept` writes its row only where there is none.
  const accepted = new Map<string, AcceptedCampaign>()
  const definitions = new Map<string, CampaignDefinition>()
  const definitionIn = (text: string, name: string): CampaignDefinition =>
    definitions.get(text) ?? remember(definitions, text, readAs(CampaignDefinitionSchema, jsonIn(text, name), name))
  const campaignOf = (row: Row) => campaignIn(row, definitionIn)
  const version = async (campaignId: string, number: number) => {
    const key = joined(campaignId, String(number))
    const known = accepted.get(key)
    if (known) return known
    const row = await getRow(table, { scope: campaignId, item: versionItem(number) })
    return row && remember(accepted, key, campaignOf(row))
  }
  return {
    latest: async () => (await queryAll(table, { partition: { attribute: 'scope', is: NEWEST } })).map(campaignOf),
    version,
    accept: async (campaign) => {
      const campaignId = campaign.definition.id
      const row = rowOf(campaign)
      const written = await putRow(table, { scope: campaignId, item: versionItem(campaign.version), ...row }, absent('scope'))
      // Accepting again repairs a crash between the two writes: the list then gets the stored version, not the caller's.
      const stored = written === 'written' ? campaign : await version(campaignId, campaign.version)
      if (stored)
        await putRow(table, { scope: NEWEST, item: campaignId, ...rowOf(stored) }, absentOr('version', '<', stored.version))
      return written
    },
    states: async () => {
      const rows = await queryAll(table, { partition: { attribute: 'scope', is: STATES } })
      return new Map(rows.map((row) => stateOf(row)))
    },
    state: async (campaignId) => {
      const row = await getRow(table, { scope: STATES, item: campaignId })
      return row ? stateOf(row)[1] : 'active'
    },
    lastChange: async (campaignId) => {
      const row = await getRow(table, { scope: STATES, item: campaignId })
      return row && changeIn(row)
    },
    setState: async ({ campaignId, from, state, at, by, because }) => {
      // The state first: a pause must work even if its record fails.
      const written = await putRow(table, { scope: STATES, item: campaignId, state, at, by, because }, isIn(from))
      if (written === 'written') await keepChange(table, { scope: campaignId, state, at, by, because })
      return written
    },
  }
}

/** A campaign whose state was never set has no row. */
const isIn = (state: CampaignState): Condition =>
  state === 'active' ? either(absent('state'), unchanged('state', state)) : unchanged('state', state)

/** Changes may fall into one millisecond: each later one gets a number behind its instant. */
async function keepChange(table: DynamoTable, change: Row & { readonly at: Instant }): Promise<void> {
  for (let nth = 1; ; nth++) {
    const item = nth === 1 ? `state#${change.at}` : `state#${change.at}#${nth}`
    if ((await putRow(table, { ...change, item }, absent('scope'))) === 'written') return
  }
}

const versionItem = (version: number) => `v#${String(version).padStart(6, '0')}`

const rowOf = ({ definition, version, acceptedAt, acceptedBy, words }: AcceptedCampaign): Row => ({
  version,
  acceptedAt,
  acceptedBy,
  definition: JSON.stringify(definition),
  words,
})

function remember<Value>(values: Map<string, Value>, key: string, value: Value): Value {
  if (values.size >= REMEMBERED) values.clear()
  values.set(key, frozen(value))
  return value
}

function campaignIn(row: Row, definitionIn: (text: string, name: string) => CampaignDefinition): AcceptedCampaign {
  const { scope, item, definition, words, ...accepted } = readAs(CampaignRow, row, 'a campaign')
  const name = `campaign ${scope} ${item}`
  return {
    definition: definitionIn(definition, name),
    ...accepted,
    ...(words !== undefined && { words }),
  }
}

function stateOf(row: Row): readonly [campaignId: string, state: CampaignState] {
  const { item, state } = readAs(StateRow, row, 'the state of a campaign')
  return [item, state]
}

function changeIn(row: Row): LastChange {
  const { state, at, by, because } = readAs(ChangeRow, row, 'the last change of a campaign')
  return { state, at, by, because }
}

const CampaignRow = z.object({
  scope: z.string(),
  item: z.string(),
  definition: z.string(),
  version: z.int(),
  acceptedAt: InstantSchema,
  acceptedBy: z.string(),
  words: z.string().optional(),
})
const StateRow = z.object({ item: z.string(), state: z.enum(['active', 'paused', 'cancelled']) })
const ChangeRow = StateRow.extend({ at: InstantSchema, by: z.string(), because: z.string() })
