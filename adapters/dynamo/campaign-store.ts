/**
 * Campaigns in DynamoDB: every accepted version, a list of the newest ones, and their states (campaign-states.ts). Only accepted versions are
 * remembered: which is the newest, and the states, are asked every time.
 */
import * as z from 'zod'
import { dynamoCampaignStates } from '#adapters/dynamo/campaign-states.ts'
import { absent, absentOr } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { frozen } from '#adapters/frozen.ts'
import type { AcceptedCampaign, CampaignStore } from '#app/ports/campaigns.ts'
import { type CampaignDefinition, CampaignDefinitionSchema } from '#core/campaign/campaign-definition.ts'
import { InstantSchema } from '#core/time/instant.ts'

const NEWEST = '#campaigns'

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
    ...dynamoCampaignStates(table),
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

const CampaignRow = z.object({
  scope: z.string(),
  item: z.string(),
  definition: z.string(),
  version: z.int(),
  acceptedAt: InstantSchema,
  acceptedBy: z.string(),
  words: z.string().optional(),
})
