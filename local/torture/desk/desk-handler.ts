/** The staff app's side of a request: the use cases that its pages call, over the real stores. */
import { linesNow } from '#app/desk/calls-of-day.ts'
import { holdCall, letCallGo } from '#app/desk/hold-call.ts'
import { logAttempt } from '#app/desk/log-attempt.ts'
import { attemptsOf, promisedAt } from '#core/work/attempts.ts'
import { reopeningsOf } from '#core/work/standing.ts'
import { ringNow } from '#functions/staff/work/ring-now.ts'
import type { CaseAnswer } from '#local/torture/cases/case-acts.ts'
import { doToCase } from '#local/torture/cases/case-handler.ts'
import {
  type ActDone,
  answerOf,
  type CallTaken,
  type DeskAct,
  type FormAnswer,
  type ListShown,
} from '#local/torture/desk/acts.ts'
import { erase, noteIll } from '#local/torture/desk/acts-of-others.ts'
import type { DeskSystem } from '#local/torture/desk/desk-system.ts'
import { closeCase, openCase } from '#local/torture/desk/grave-cases.ts'

export type DeskHandler = (body: string) => Promise<ListShown | CallTaken | FormAnswer | ActDone | CaseAnswer>

export function deskHandler(system: DeskSystem): DeskHandler {
  return async (body) => {
    const act: DeskAct = JSON.parse(body)
    switch (act.act) {
      case 'open-list':
        return openList(system, act)
      case 'take-call':
        return takeCall(system, act)
      case 'log-call':
        return logCall(system, act)
      case 'note-ill':
        return noteIll(system, act)
      case 'open-case':
        return openCase(system, act)
      case 'close-case':
        return closeCase(system, act)
      case 'erase':
        return erase(system, act)
      default:
        return doToCase(system, act)
    }
  }
}

type Of<Name extends DeskAct['act']> = Extract<DeskAct, { act: Name }>

async function openList({ stores, companyRules, clock }: DeskSystem, { agent, date }: Of<'open-list'>): Promise<ListShown> {
  const list = await stores.dayLists.get({ team: agent.team, date })
  if (!list) return null
  const isAsked = (line: { readonly agent: string | null }) => line.agent === agent.address
  const own = await linesNow({ ...stores, companyRules }, { list, isAsked, now: clock() })
  return {
    madeAt: list.madeAt,
    lines: list.lines.map(({ workIds, customerIds, why }) => ({ workIds, customerIds, why })),
    mine: own.filter(({ isDone }) => !isDone).map(({ workIds }) => workIds),
  }
}

/** As the page of a call does: the agent says that they are on it, so that no colleague rings meanwhile. */
async function takeCall(
  { stores, companyRules, clock }: DeskSystem,
  { agent, workId, isRinging }: Of<'take-call'>,
): Promise<CallTaken> {
  const { name: by, address } = agent
  const taken = await holdCall(stores, { workId, by, address, at: clock() })
  if ('refused' in taken) return { may: false, because: taken.refused }
  const { held: item } = taken
  if (item.customerId === null) return { may: false, because: 'no-customer' }
  const person = await stores.customers.get(item.customerId)
  if (isRinging) {
    const may = await ringNow({ stores, companyRules }, { item, person, visitor: agent, now: clock() })
    if (!may?.may) {
      await letCallGo(stores, { workId, by, address, at: clock() })
      return { may: false, because: may?.because ?? 'nothing-to-ring' }
    }
  }
  return {
    may: true,
    customerId: item.customerId,
    phone: person?.customer.phone ?? null,
    promisedAt: promisedAt(item.events),
    seen: attemptsOf(item.events).length,
    round: reopeningsOf(item).length,
  }
}

async function logCall(
  { stores, companyRules, events, clock }: DeskSystem,
  { agent, form }: Of<'log-call'>,
): Promise<FormAnswer> {
  const { name: by, address, team } = agent
  return answerOf(
    await logAttempt({ ...stores, companyRules, events }, { ...form, way: 'phone', by, address, team, at: clock() }),
  )
}
