/** Ledgers in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { ErasureRun, LedgerStore, Tombstone } from '#app/ports/ledgers.ts'
import { emptyLedger, type Ledger } from '#core/audience/ledger.ts'
import type { Instant } from '#core/time/instant.ts'

interface Erasing extends Pick<Tombstone, 'as' | 'erasure'> {
  /** Of the run that left its tombstone last. */
  readonly run: string
  readonly goneAt?: Instant
}

const UNMARKED = { erasure: { state: 'unmarked' } } as const

export function memoryLedgerStore(): LedgerStore {
  const ledgers = new Map<string, Ledger>()
  const erasures = new Map<string, Erasing>()
  /** Ids of ledgers with a tombstone: every page of a sender asks for these, among all ledgers of a base. */
  const erased = new Set<string>()
  const ofRun = ({ customerId, run }: ErasureRun): Erasing | undefined => {
    const known = erasures.get(customerId)
    return known?.run === run ? known : undefined
  }
  const getMany = async (customerIds: readonly string[]) =>
    [...new Set(customerIds)].map((customerId) => ledgers.get(customerId) ?? emptyLedger(customerId))
  return {
    getMany,
    getManyEventually: getMany,
    claim: async (ledger) => {
      const stored = ledgers.get(ledger.customerId)
      if (stored?.erasedAt !== undefined || (stored?.version ?? 0) !== ledger.version - 1) return 'lost'
      ledgers.set(ledger.customerId, frozen(ledger))
      if (ledger.erasedAt !== undefined) erased.add(ledger.customerId)
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
      erased.add(customerId)
      const before = erasures.get(customerId)
      const name = before?.erasure.state === 'begun' ? (before.as ?? as) : as
      erasures.set(customerId, { as: name, run: as, erasure: { state: 'begun' } })
      return name
    },
    finishErasure: async ({ at, ...run }) => {
      const begun = ofRun(run)
      if (!begun) return 'lost'
      erasures.set(run.customerId, { ...begun, goneAt: at })
      return 'written'
    },
    confirmErasure: async (run) => {
      const ended = ofRun(run)
      if (ended?.goneAt === undefined) return 'lost'
      erasures.set(run.customerId, { ...ended, erasure: { state: 'finished', at: ended.goneAt } })
      return 'written'
    },
    tombstones: async () =>
      [...erased].flatMap((customerId) => {
        const erasedAt = ledgers.get(customerId)?.erasedAt
        return erasedAt === undefined ? [] : [{ customerId, erasedAt, ...markOf(erasures.get(customerId)) }]
      }),
    removeTombstone: async (customerId) => {
      const known = ledgers.get(customerId)
      if (known?.erasedAt === undefined) return 'written'
      if (known.contacts.length > 0 || known.acted !== undefined) return 'lost'
      ledgers.delete(customerId)
      erased.delete(customerId)
      erasures.delete(customerId)
      return 'written'
    },
  }
}

const markOf = (erasing: Erasing | undefined): Pick<Tombstone, 'as' | 'erasure'> =>
  erasing === undefined ? UNMARKED : { ...(erasing.as !== undefined && { as: erasing.as }), erasure: erasing.erasure }
