/** Putting work on the queues once more: an occurrence's slices or batches, and what was tried too often. */
import { type OccurrenceDetail, viewOccurrence } from '#app/operating/occurrence-view.ts'
import { redriveAll } from '#app/operating/redrive-all.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import type { StaffAct } from '#functions/staff/acts/act-flow.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { handedOutPath } from '#functions/staff/occurrences/told-again.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { AGAIN_ACTS, type AgainAct, againActView, REDRIVE_PATH, redriveActView } from '#web/staff/acts/again-acts.ts'
import { busyBecause } from '#web/staff/frame.ts'
import { occurrenceTitle } from '#web/staff/occurrence-title.ts'
import { balanceInBrief } from '#web/staff/occurrences/balance.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'

interface AgainSystem extends Pick<StaffSystem, 'alone' | 'drain' | 'deadLetters'> {
  readonly stores: Pick<StaffStores, 'campaigns' | 'occurrences' | 'queues' | 'events'>
}

export const againActs = (system: AgainSystem): readonly StaffAct[] => [
  againAct(system, 'plan'),
  againAct(system, 'send'),
  redriveAct(system),
]

function againAct(system: AgainSystem, act: AgainAct): StaffAct {
  const { stores, alone, drain } = system
  return {
    act: AGAIN_ACTS[act],
    path: `/occurrences/:id/${act}`,
    needs: 'redrive',
    missing: 'occurrence',
    look: async ({ frame, part }) => {
      const occurrenceId = part('id')
      const detail = await viewOccurrence(stores.occurrences, occurrenceId)
      if (!detail) return null
      const { occurrence, balance, batches } = detail
      const waiting = balance.planned + balance.deferred
      const title = occurrenceTitle(occurrenceId, await knownCampaigns({ stores }, frame.locale), frame.locale)
      const parts = act === 'plan' ? occurrence.slices : batches.length
      const left = act === 'plan' ? occurrence.slices : batches.filter(({ state }) => state !== 'done').length
      const again = { act, occurrence, title, parts, left, waiting, sent: balance.sent, busy: busyBecause(frame) }
      return { view: againActView(frame, again), on: { kind: 'occurrence', id: occurrenceId }, people: balance.audience }
    },
    carryOut: ({ part }, { at }) =>
      alone(async () => ({ goTo: await handOut({ stores, drain }, { occurrenceId: part('id'), act, at }) })),
  }
}

/** Where to go, with what was sent before and after; or, where the queues work on, with what they were handed. */
async function handOut(
  { stores: { occurrences, queues }, drain }: Pick<AgainSystem, 'stores' | 'drain'>,
  { occurrenceId, act, at }: { readonly occurrenceId: string; readonly act: AgainAct; readonly at: Instant },
): Promise<string> {
  const back = occurrencePath(occurrenceId)
  const before = await viewOccurrence(occurrences, occurrenceId)
  if (!before) return back
  if (act === 'plan') await queues.planSlices(sliceOrders(before))
  else await queues.sendBatches(before.batches.map(({ batchId }) => ({ occurrenceId, batchId })))
  if ((await drain()) === 'queued') {
    const orders = act === 'plan' ? before.occurrence.slices : before.batches.length
    return handedOutPath(back, { act, orders, at, sent: before.balance.sent })
  }
  const after = (await viewOccurrence(occurrences, occurrenceId)) ?? before
  const brief = (balance: Balance) => balanceInBrief(balance, { locale: 'en', isOfCalls: false })
  const isSame = brief(after.balance) === brief(before.balance)
  return pathWith(back, { did: act, before: before.balance.sent, after: after.balance.sent, same: isSame ? 'yes' : 'no' })
}

const sliceOrders = ({ occurrence: { occurrenceId, slices, pass } }: OccurrenceDetail) =>
  Array.from({ length: slices }, (_, slice) => ({ occurrenceId, slice, pass }))

function redriveAct({ stores, alone, drain, deadLetters }: AgainSystem): StaffAct {
  return {
    act: 'redrive',
    path: REDRIVE_PATH,
    needs: 'redrive',
    missing: 'page',
    look: async ({ frame }) => {
      const [letters, open] = await Promise.all([deadLetters.waiting(), stores.occurrences.stillOpen()])
      const view = redriveActView(frame, { letters, open: open.length, busy: busyBecause(frame) })
      return { view, on: null, people: null }
    },
    carryOut: async (_, { at }) => {
      const { redriven, drained } = await alone(async () => {
        const redriven = await redriveAll({ ...stores, deadLetters }, at)
        return { redriven, drained: await drain() }
      })
      const { letters, overdue } = redriven
      const sum = (name: 'putBack' | 'unreadable') => letters.reduce((total, each) => total + each[name], 0)
      const orders = overdue.reduce((total, { handedOut }) => total + handedOut, 0)
      const queued = drained === 'queued' ? { orders, since: at } : {}
      return { goTo: pathWith('/', { back: sum('putBack'), unreadable: sum('unreadable'), ...queued }) }
    },
  }
}
