/** Budgets in DynamoDB: one row per campaign and period, changed under its version. */
import * as z from 'zod'
import { follows } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import { type Budget, BudgetSchema } from '#core/budget/budget.ts'

export function dynamoBudgetStore(table: DynamoTable): BudgetStore {
  return {
    get: async (campaignId, period) => {
      const row = await getRow(table, { campaignId, period })
      return row && budgetOf(row)
    },
    ofCampaign: async (campaignId) => {
      const rows = await queryAll(table, { partition: { attribute: 'campaignId', is: campaignId } })
      return rows.map(budgetOf)
    },
    put: async (budget) => putRow(table, rowOf(budget), follows('version', budget.version)),
  }
}

/** The entries as text: a year of them stays far below the item limit. */
const rowOf = ({ reserved, settled, ...budget }: Budget): Row => ({
  ...budget,
  reserved: JSON.stringify(reserved),
  settled: JSON.stringify(settled),
})

function budgetOf(row: Row): Budget {
  const { reserved, settled, ...budget } = readAs(BudgetRow, row, 'a budget')
  const name = `budget ${budget.campaignId} ${budget.period}`
  const entries = { reserved: jsonIn(reserved, name), settled: jsonIn(settled, name) }
  return { ...budget, ...readAs(BudgetSchema.pick({ reserved: true, settled: true }), entries, name) }
}

const BudgetRow = BudgetSchema.extend({ reserved: z.string(), settled: z.string() })
