/**
 * Campaigns in DynamoDB: every accepted version, a list of the newest ones, and their states (campaign-states.ts). The list is asked for each hour and
 * for many pages, and changes a few times a year: one row holds a stamp that every change of the list makes anew, and while it stands the list that was
 * read is true. Of a changed list definitions are read only when it names a version that is not remembered.
 */
import { randomUUID } from 'node:crypto'
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
const STAMP = { scope: '#stamp', item: NEWEST }

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
  const listed = { partition: { attribute: 'scope', is: NEWEST } }
  const listRemembered = async (): Promise<readonly AcceptedCampaign[] | undefined> => {
    // A new process remembers nothing: it is not asked twice.
    if (accepted.size === 0) return undefined
    const rows = await queryAll(table, { ...listed, only: ['item', 'version'] })
    const known = rows.flatMap(({ item, version }) => accepted.get(joined(String(item), String(version))) ?? [])
    return known.length === rows.length ? known : undefined
  }
  const listWhole = async (): Promise<readonly AcceptedCampaign[]> =>
    (await queryAll(table, listed)).map((row) => {
      const campaign = campaignOf(row)
      return remember(accepted, joined(String(row.item), String(campaign.version)), campaign)
    })
  let list: { readonly stamp: unknown; readonly campaigns: readonly AcceptedCampaign[] } | undefined
  const stampAnew = () => putRow(table, { ...STAMP, stamp: randomUUID() })
  return {
    latest: async () => {
      // Before the list: what changes in between has another stamp. A table of the version before has none until a campaign is accepted.
      const stamp = (await getRow(table, STAMP))?.stamp
      if (!list || stamp === undefined || list.stamp !== stamp)
        list = { stamp, campaigns: frozen((await listRemembered()) ?? (await listWhole())) }
      return list.campaigns
    },
    version,
    accept: async (campaign) => {
      const campaignId = campaign.definition.id
      const row = rowOf(campaign)
      const written = await putRow(table, { scope: campaignId, item: versionItem(campaign.version), ...row }, absent('scope'))
      // Accepting again repairs a crash between the two writes: the list then gets the stored version, not the caller's.
      const stored = written === 'written' ? campaign : await version(campaignId, campaign.version)
      if (stored) {
        // Twice: a crash after the list's row must not leave other processes with the list of before.
        await stampAnew()
        await putRow(table, { scope: NEWEST, item: campaignId, ...rowOf(stored) }, absentOr('version', '<', stored.version))
        await stampAnew()
      }
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
