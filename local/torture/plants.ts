/**
 * Bugs planted on purpose, as wrappers around ports: mistakes that made other tools send twice, never, or to customers who had opted out. A torture
 * run that does not find them proves nothing. Reachable from the torture only.
 */

import { setTimeout as pause } from 'node:timers/promises'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { Dispatcher } from '#app/ports/dispatching.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { SendBatchPorts } from '#app/sending/send-batch.ts'

export const PLANTS = [
  'send-before-claim',
  'checkpoint-on-fetch',
  'stop-unheard',
  'stale-facts',
  'promise-after-answer',
  'form-forgotten',
  'booking-overwritten',
  'words-after-answer',
  'file-tidied-away',
] as const
export type Plant = (typeof PLANTS)[number]

export function withPlant(ports: SendBatchPorts, plant: Plant | null): SendBatchPorts {
  switch (plant) {
    case 'send-before-claim':
      return sendBeforeClaim(ports)
    case 'checkpoint-on-fetch':
      return checkpointOnFetch(ports)
    case 'stale-facts':
      return staleFacts(ports)
    default:
      return ports
  }
}

/** Long enough for a kill to fall into it. */
const LATE_MS = 50

/** The claim is written only after the provider has taken the mail. */
function sendBeforeClaim(ports: SendBatchPorts): SendBatchPorts {
  const pending = new Map<string, Parameters<LedgerStore['claim']>[0]>()
  const claimingLate = (dispatcher: Dispatcher): Dispatcher => ({
    ...dispatcher,
    prepare: (order) => {
      const prepared = dispatcher.prepare(order)
      if (!('send' in prepared)) return prepared
      return {
        send: async () => {
          const result = await prepared.send()
          await pause(LATE_MS)
          const ledger = pending.get(order.customer.customerId)
          if (ledger) await ports.ledgers.claim(ledger)
          return result
        },
      }
    },
  })
  return {
    ...ports,
    ledgers: {
      ...ports.ledgers,
      claim: async (ledger) => {
        pending.set(ledger.customerId, ledger)
        return 'written'
      },
    },
    dispatchers: new Map([...ports.dispatchers].map(([channel, dispatcher]) => [channel, claimingLate(dispatcher)])),
  }
}

/** A batch is marked done when it is taken, before any mail is sent. */
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

/** A lost claim is repeated on the present ledger, with the customer's old facts from when the page was read. */
function staleFacts(ports: SendBatchPorts): SendBatchPorts {
  const { ledgers } = ports
  return {
    ...ports,
    ledgers: {
      ...ledgers,
      claim: async (ledger) => {
        if ((await ledgers.claim(ledger)) === 'written') return 'written'
        const [stored] = await ledgers.getMany([ledger.customerId])
        const made = ledger.contacts.at(-1)
        if (!stored || !made) return 'lost'
        return ledgers.claim({ ...stored, version: stored.version + 1, contacts: [...stored.contacts, made] })
      },
    },
  }
}

/** The stop is answered with "done", but the state that senders read is never written. */
export const plantedStops = <Stores extends { readonly customers: CustomerStore }>(
  stores: Stores,
  plant: Plant | null,
): Stores =>
  plant === 'stop-unheard'
    ? { ...stores, customers: { ...stores.customers, setConsents: async () => 'written' as const } }
    : stores
