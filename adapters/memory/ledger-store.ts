/** Ledgers in memory. */
import { frozen } from '#adapters/memory/frozen.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import { emptyLedger, type Ledger } from '#core/audience/ledger.ts'

export function memoryLedgerStore(): LedgerStore {
  const ledgers = new Map<string, Ledger>()
  const getMany = async (customerIds: readonly string[]) =>
    [...new Set(customerIds)].map((customerId) => ledgers.get(customerId) ?? emptyLedger(customerId))
  return {
    getMany,
    getManyEventually: getMany,
    claim: async (ledger) => {
      const stored = ledgers.get(ledger.customerId)
      if (stored?.erasedAt !== undefined || (stored?.version ?? 0) !== ledger.version - 1) return 'lost'
      ledgers.set(ledger.customerId, frozen(ledger))
      return 'written'
    },
    noteStop: async (customerIds) => {
      for (const customerId of new Set(customerIds)) {
        const known = ledgers.get(customerId) ?? emptyLedger(customerId)
        ledgers.set(customerId, frozen({ ...known, version: known.version + 1 }))
      }
    },
    leaveTombstone: async ({ customerId, erasedAt }) => {
      const known = ledgers.get(customerId) ?? emptyLedger(customerId)
      ledgers.set(customerId, frozen({ erasedAt, ...known, version: known.version + 1 }))
    },
    tombstones: async () =>
      [...ledgers.values()].flatMap(({ customerId, erasedAt }) => (erasedAt === undefined ? [] : [{ customerId, erasedAt }])),
    removeTombstone: async (customerId) => {
      if (ledgers.get(customerId)?.erasedAt !== undefined) ledgers.delete(customerId)
    },
  }
}
