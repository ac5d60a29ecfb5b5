/** What the app that draws works with in AWS: sessions, the roster, campaigns and figures, all of them to read. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import type { Seals } from '#app/ports/secrets.ts'
import { instantOf } from '#core/time/instant.ts'
import type { FunctionEnv } from '#functions/env.ts'
import type { DrawingSystem } from '#functions/staff/report/drawing-app.ts'
import { stores } from '#functions/wiring/stores.ts'
import { STAFF_SECTIONS } from '#web/staff/sections.ts'

interface Given extends Pick<DrawingSystem, 'companyRules' | 'events' | 'pageFailed'> {
  readonly dynamo: DynamoDBClient
  readonly seals: Seals
}

export function drawingSystem(env: FunctionEnv<'drawReport'>, { dynamo, seals, ...given }: Given): DrawingSystem {
  const make = stores({ client: dynamo, addressHash })
  const realNow = () => instantOf(Date.now())
  return {
    ...given,
    stores: {
      seals,
      auditLog: make.auditLog(env.STAFF_TABLE),
      sessions: make.sessions(env.STAFF_TABLE),
      roster: make.roster(env.STAFF_TABLE),
      campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
      numbers: make.numbers(env.NUMBERS_TABLE),
      budgetPlans: make.budgetPlans(env.BUDGETS_TABLE),
    },
    clock: { now: realNow },
    realNow,
    url: env.STAFF_URL,
    sections: STAFF_SECTIONS,
    busy: () => null,
    mailPath: null,
    pages: given.companyRules.company.pages,
  }
}
