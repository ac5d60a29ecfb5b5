/**
 * Bugs planted on purpose, as wrappers around ports: mistakes that made other tools send twice, never, or to whoever had said no. A torture run
 * that does not find them proves nothing. Reachable from the torture alone.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { LedgerStore, Person } from '#app/ports.ts'
import type { SendBatchPorts } from '#app/send-batch.ts'

export const PLANTS = ['send-before-claim', 'checkpoint-on-fetch', 'stop-unheard'] as const
export type Plant = (typeof PLANTS)[number]

export function withPlant(ports: SendBatchPorts, plant: Plant | null): SendBatchPorts {
  switch (plant) {
    case 'send-before-claim':
      return sendBeforeClaim(ports)
    case 'checkpoint-on-fetch':
      return checkpointOnFetch(ports)
    case 'stop-unheard':
      return stopUnheard(ports)
    case null:
      return ports
  }
}

/** Long enough for a death to fall into it. */
const LATE_MS = 50

/** The contact is written down when the provider has taken the mail, and not before. */
function sendBeforeClaim(ports: SendBatchPorts): SendBatchPorts {
  const pending = new Map<string, Parameters<LedgerStore['claim']>[0]>()
  return {
    ...ports,
    ledgers: {
      ...ports.ledgers,
      claim: async (ledger) => {
        pending.set(ledger.customerId, ledger)
        return 'written'
      },
    },
    mailer: {
      send: async (mail) => {
        const result = await ports.mailer.send(mail)
        await pause(LATE_MS)
        const ledger = pending.get(mail.customerId)
        if (ledger) await ports.ledgers.claim(ledger)
        return result
      },
    },
  }
}

/** A batch counts as done from the moment it is taken, as if reading the list of recipients were the same as writing to them. */
function checkpointOnFetch(ports: SendBatchPorts): SendBatchPorts {
  const { occurrences } = ports
  return {
    ...ports,
    occurrences: {
      ...occurrences,
      putBatch: (batch) => occurrences.putBatch(batch.state === 'sending' ? { ...batch, state: 'done' } : batch),
    },
  }
}

/** The sender goes by what it knew before anybody said no. */
function stopUnheard(ports: SendBatchPorts): SendBatchPorts {
  const { customers } = ports
  return {
    ...ports,
    customers: {
      ...customers,
      getMany: async (ids) => (await customers.getMany(ids)).map((person) => ({ ...person, consents: granted(person.consents) })),
    },
  }
}

const granted = (consents: Person['consents']): Person['consents'] =>
  consents === 'unreadable'
    ? consents
    : Object.fromEntries(Object.entries(consents).filter(([, said]) => said.decision === 'granted'))
