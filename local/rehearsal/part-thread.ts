/** The thread of one part of a rehearsed base: its customers stay here, and what it has to tell or to ask goes by messages. */
import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import type { PartPorts } from '#local/rehearsal/part.ts'
import { partHere } from '#local/rehearsal/part-here.ts'
import {
  type Answered,
  type AnsweredBack,
  type Asked,
  type AskedBack,
  type FromPart,
  failureOf,
  questions,
  type ToPart,
} from '#local/rehearsal/part-messages.ts'

const port = parentPort
if (!port) throw new Error('part-thread.ts runs as a thread of a rehearsal')

const part = partHere()
const back = questions<AnsweredBack>()
const say = (message: FromPart) => port.postMessage(message)
const askBack = (asked: AskedBack) => back.ask((id) => say({ kind: 'asked', id, asked }))

port.on('message', (message: ToPart) => {
  if (message.kind === 'answered') back.answer(message.id, message.answer)
  else
    answerTo(message.asked).then(
      (answer) => say({ kind: 'answered', id: message.id, answer }),
      (error: unknown) => say({ kind: 'failed', id: message.id, failure: failureOf(error) }),
    )
})

const portsOf = (count: number): PartPorts => ({
  parts: {
    count,
    sum: async (about, amounts) => (await askBack({ ask: 'sum', about, amounts })).amounts ?? [],
    all: async (about, texts) => (await askBack({ ask: 'all', about, texts })).texts ?? [],
  },
  staff: {
    roster: {
      current: async () => (await askBack({ ask: 'roster' })).roster,
      plan: async (planId) => (await askBack({ ask: 'plan', planId })).plan ?? { teams: [], people: [] },
    },
    dutyBook: { changesOn: async (date) => (await askBack({ ask: 'changesOn', date })).changes ?? [] },
  },
  finished: (closed) => say({ kind: 'closed', closed }),
  progress: (at) => say({ kind: 'progress', at }),
  alarm: (name, values) => say({ kind: 'alarm', name, values }),
  // Lets messages in: all else is in memory.
  pause: async () => {
    await setImmediate()
  },
})

async function answerTo(asked: Asked): Promise<Answered> {
  const { customers, purchases } = part
  switch (asked.ask) {
    case 'getMany':
      return { people: await customers.getMany(asked.ids) }
    case 'sharing':
      return { people: await customers.sharing(asked.address) }
    case 'put':
      await customers.put(asked.customers)
      return {}
    case 'noticePurchases':
      await customers.noticePurchases(asked.noticed)
      return {}
    case 'setConsents':
      return { written: await customers.setConsents(asked.customerId, asked.consents) }
    case 'setFrequency':
      return { written: await customers.setFrequency(asked.choice) }
    case 'setSharedAddress':
      return { written: await customers.setSharedAddress(asked.mark) }
    case 'setOpenCase':
      return { written: await customers.setOpenCase(asked.said) }
    case 'putPurchases':
      await purchases.put(asked.purchases)
      return {}
    case 'getPurchases':
      return { purchases: await purchases.getMany(asked.keys) }
    case 'count':
      return { count: await part.count() }
    case 'rehearse':
      return { lacking: await part.rehearse(asked.order, portsOf(asked.count)) }
  }
}
