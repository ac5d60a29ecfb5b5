/** A part whose customers are in a thread of its own, as the rehearsal sees it. */
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Part, PartPorts } from '#local/rehearsal/part.ts'
import {
  type Answered,
  type AnsweredBack,
  type Asked,
  type AskedBack,
  errorOf,
  type FromPart,
  questions,
  type ToPart,
} from '#local/rehearsal/part-messages.ts'

/**
 * The engine lets garbage grow to half a gigabyte before it first looks for it, and then to as much again as is in use. With a million customers in use to
 * the end that is too much: it begins early, and a third is enough.
 */
const SPARING = ['--initial-old-space-size=64', '--heap-growing-percent=30', '--max-semi-space-size=8']

/** `isSparing`: for this process and all its threads, for good. A process that has more to do than to rehearse leaves it out. */
export function partInThread({ isSparing }: { readonly isSparing: boolean }): Part {
  if (isSparing) for (const flag of SPARING) setFlagsFromString(flag)
  const worker = new Worker(new URL('./part-thread.ts', import.meta.url), { execArgv: ['--disable-warning=ExperimentalWarning'] })
  const open = questions<Answered>()
  let ports: PartPorts | undefined
  const send = (message: ToPart) => worker.postMessage(message)
  const ask = (asked: Asked) => open.ask((id) => send({ kind: 'asked', id, asked }))
  const ended = (error: unknown) => open.failAll(error)
  worker.on('error', ended)
  worker.on('exit', (code) => ended(new Error(`a thread of the rehearsal ended with ${code}`)))
  worker.on('message', (message: FromPart) => {
    switch (message.kind) {
      case 'answered':
        return open.answer(message.id, message.answer)
      case 'failed':
        return open.fail(message.id, errorOf(message.failure))
      case 'closed':
        return ports?.finished(message.closed)
      case 'progress':
        return ports?.progress(message.at)
      case 'alarm':
        return ports?.alarm(message.name, message.values)
      case 'asked':
        if (!ports) return undefined
        return answerBack(ports, message.asked).then((answer) => send({ kind: 'answered', id: message.id, answer }), ended)
    }
  })
  const written = async (asked: Asked) => (await ask(asked)).written ?? 'lost'
  return {
    customers: {
      getMany: async (ids) => (await ask({ ask: 'getMany', ids })).people ?? [],
      sharing: async (address) => (await ask({ ask: 'sharing', address })).people ?? [],
      put: async (customers) => {
        await ask({ ask: 'put', customers })
      },
      noticePurchases: async (noticed) => {
        await ask({ ask: 'noticePurchases', noticed })
      },
      setConsents: (customerId, consents) => written({ ask: 'setConsents', customerId, consents }),
      setFrequency: (choice) => written({ ask: 'setFrequency', choice }),
      setSharedAddress: (mark) => written({ ask: 'setSharedAddress', mark }),
      setOpenCase: (said) => written({ ask: 'setOpenCase', said }),
    },
    purchases: {
      getMany: async (keys) => (await ask({ ask: 'getPurchases', keys })).purchases ?? [],
      put: async (purchases) => {
        await ask({ ask: 'putPurchases', purchases })
      },
    },
    count: async () => (await ask({ ask: 'count' })).count ?? 0,
    rehearse: async (order, heard) => {
      ports = heard
      return (await ask({ ask: 'rehearse', order, count: heard.parts.count })).lacking ?? []
    },
    end: async () => {
      await worker.terminate()
    },
  }
}

async function answerBack({ parts, staff }: PartPorts, asked: AskedBack): Promise<AnsweredBack> {
  switch (asked.ask) {
    case 'sum':
      return { amounts: await parts.sum(asked.about, asked.amounts) }
    case 'all':
      return { texts: await parts.all(asked.about, asked.texts) }
    case 'roster': {
      const roster = await staff.roster.current()
      return roster ? { roster } : {}
    }
    case 'plan':
      return { plan: await staff.roster.plan(asked.planId) }
    case 'changesOn':
      return { changes: await staff.dutyBook.changesOn(asked.date) }
  }
}
