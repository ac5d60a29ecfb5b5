/** Ledgers in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { LedgerStore, Tombstone } from '#app/ports/ledgers.ts'
import { emptyLedger, type Ledger } from '#core/audience/ledger.ts'

const UNMARKED = { erasure: { state: 'unmarked' } } as const

export function memoryLedgerStore(): LedgerStore {
  const ledgers = new Map<string, Ledger>()
  const erasures = new Map<string, Pick<Tombstone, 'as' | 'erasure'>>()
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
    leaveTombstone: async ({ customerId, erasedAt, as }) => {
      const known = ledgers.get(customerId) ?? emptyLedger(customerId)
      ledgers.set(customerId, frozen({ erasedAt, ...known, version: known.version + 1 }))
      const before = erasures.get(customerId)
      const name = before?.erasure.state === 'begun' ? (before.as ?? as) : as
      erasures.set(customerId, { as: name, erasure: { state: 'begun' } })
      return name
    },
    finishErasure: async ({ customerId, at }) => {
      const begun = erasures.get(customerId)
      if (begun) erasures.set(customerId, { ...begun, erasure: { state: 'finished', at } })
    },
    tombstones: async () =>
      [...ledgers.values()].flatMap(({ customerId, erasedAt }) =>
        erasedAt === undefined ? [] : [{ customerId, erasedAt, ...(erasures.get(customerId) ?? UNMARKED) }],
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
