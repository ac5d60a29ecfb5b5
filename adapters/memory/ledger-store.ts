/** Ledgers in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { ErasureProgress, LedgerStore } from '#app/ports/ledgers.ts'
import { emptyLedger, type Ledger } from '#core/audience/ledger.ts'

export function memoryLedgerStore(): LedgerStore {
  const ledgers = new Map<string, Ledger>()
  const erasures = new Map<string, ErasureProgress>()
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
      erasures.set(customerId, { state: 'begun' })
    },
    finishErasure: async ({ customerId, at }) => {
      if (erasures.has(customerId)) erasures.set(customerId, { state: 'finished', at })
    },
    tombstones: async () =>
      [...ledgers.values()].flatMap(({ customerId, erasedAt }) =>
        erasedAt === undefined ? [] : [{ customerId, erasedAt, erasure: erasures.get(customerId) ?? { state: 'unmarked' } }],
      ),
    removeTombstone: async (customerId) => {
      const known = ledgers.get(customerId)
      if (known?.erasedAt === undefined) return 'written'
      if (known.contacts.length > 0 || known.acted !== undefined) return 'lost'
      ledgers.delete(customerId)
      erasures.delete(customerId)
      return 'written'
    },
  }
}
