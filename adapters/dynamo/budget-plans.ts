/**
 * Budgets of periods beside those of campaigns in the table `budgets`, of whose ids none has a `#`: `#plan#<budget id>` + `v#000012` is a version, and `#plans` +
 * budget id the list of them. The name in the list is written before the first version: a name without a version is one whose writing broke off, and is left out.
 * `#locking` + `now` is the budget that is being locked; without `at`, none is.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { absent, absentOr, unchanged } from '#adapters/dynamo/conditions.ts'
import { queryAll, queryPages } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { type BudgetPlans, LOCKING_MINUTES, type Locking } from '#app/ports/budget-plans.ts'
import { type BudgetPlan, BudgetPlanSchema } from '#core/planned-budget/budget-plan.ts'
import { MINUTE_MS, plusMs } from '#core/time/instant.ts'

const LIST = '#plans'
const FIRST = 1
const partitionOf = (budgetId: string) => `#plan#${budgetId}`
const keyOf = (budgetId: string, version: number) => ({
  campaignId: partitionOf(budgetId),
  period: `v#${String(version).padStart(6, '0')}`,
})

export function dynamoBudgetPlans(table: DynamoTable): BudgetPlans {
  const latest = async (budgetId: string): Promise<BudgetPlan | undefined> => {
    const partition = { attribute: 'campaignId', is: partitionOf(budgetId) }
    for await (const [row] of queryPages(table, { partition, latestFirst: true, pageSize: 1 })) if (row) return planIn(row)
    return undefined
  }
  return {
    latest,
    version: async (budgetId, version) => {
      const row = await getRow(table, keyOf(budgetId, version))
      return row && planIn(row)
    },
    all: async () => {
      const names = await queryAll(table, { partition: { attribute: 'campaignId', is: LIST } })
      const plans = await Promise.all(names.map(({ period }) => latest(String(period))))
      return plans.filter((plan) => plan !== undefined).toReversed()
    },
    put: async (plan) => {
      const { budgetId, version } = plan
      if (version === FIRST) await putRow(table, { campaignId: LIST, period: budgetId }, absent('period'))
      return putRow(table, { ...keyOf(budgetId, version), packed: packedOf(plan) }, absent('period'))
    },
    beginLocking: (by) =>
      putRow(
        table,
        { ...LOCKING, at: by.at, by: lockedBy(by) },
        absentOr('at', '<', plusMs(by.at, -LOCKING_MINUTES * MINUTE_MS)),
      ),
    endLocking: async (by) => void (await putRow(table, LOCKING, unchanged('by', lockedBy(by)))),
  }
}

const LOCKING = { campaignId: '#locking', period: 'now' }
const lockedBy = ({ budgetId, at }: Locking) => `${budgetId} ${at}`

/** What a reader unpacks at most: a year of many campaigns and tiers is some 500 kB of text. */
const MOST_BYTES = 8_000_000

/** A budget packs to a tenth; DynamoDB takes rows of 400 kB. */
const packedOf = (plan: BudgetPlan): Uint8Array =>
  brotliCompressSync(JSON.stringify(plan), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })

function planIn({ campaignId, period, packed }: Row): BudgetPlan {
  const name = `the budget ${campaignId} ${period}`
  if (!(packed instanceof Uint8Array)) throw new UnreadableRowError(`cannot read ${name}: nothing packed`)
  const text = brotliDecompressSync(packed, { maxOutputLength: MOST_BYTES }).toString()
  return readAs(BudgetPlanSchema, jsonIn(text, name), name)
}
