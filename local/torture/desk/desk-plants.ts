/** Bugs planted at the desk: what an agent was told has been saved is saved later, or once more with every press. */
import { setTimeout as pause } from 'node:timers/promises'
import type { WorkStore } from '#app/ports/work.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { bookingOverwritten, wordsAfterAnswer } from '#local/torture/cases/case-plants.ts'
import type { DeskAct } from '#local/torture/desk/acts.ts'
import type { DeskHandler } from '#local/torture/desk/desk-handler.ts'
import type { Plant } from '#local/torture/plants.ts'

/** Long enough for a kill to fall into it. */
const LATE_MS = 1_000

export function withDeskPlant(stores: StaffStores, plant: Plant | null): StaffStores {
  switch (plant) {
    case 'promise-after-answer':
      return { ...stores, work: { ...stores.work, update: (item) => promiseAfterAnswer(stores.work, item) } }
    case 'form-forgotten':
      return { ...stores, work: formForgotten(stores.work) }
    case 'booking-overwritten':
      return { ...stores, budgets: bookingOverwritten(stores.budgets) }
    case 'words-after-answer':
      return { ...stores, work: wordsAfterAnswer(stores.work) }
    default:
      return stores
  }
}

/** The outcome is saved and the agent is told so; the agreed time follows in a write of its own. */
async function promiseAfterAnswer(work: Pick<WorkStore, 'get' | 'update'>, item: WorkItem) {
  const last = item.events.at(-1)
  const isNew = last?.is === 'attempted' && (await work.get(item.workId))?.events.length !== item.events.length
  if (!isNew || last.callBackAt === null) return work.update(item)
  const written = await work.update(withAttempts(item, (event) => (event === last ? { ...event, callBackAt: null } : event)))
  if (written === 'written')
    void pause(LATE_MS)
      .then(() => work.update({ ...item, version: item.version + 1 }))
      .catch(() => {})
  return written
}

/** The desk does not know a form again that it has logged. */
function formForgotten(work: StaffStores['work']): StaffStores['work'] {
  return {
    ...work,
    get: async (workId) => {
      const item = await work.get(workId)
      return item && withIds(item, (id) => `${id}${FORGOTTEN}`)
    },
    update: (item) => work.update(withIds(item, (id) => id.replace(FORGOTTEN, ''))),
  }
}

const FORGOTTEN = '~'

function withIds(item: WorkItem, change: (id: string) => string): WorkItem {
  return withAttempts(item, (event) => (event.attemptId === undefined ? event : { ...event, attemptId: change(event.attemptId) }))
}

function withAttempts(item: WorkItem, change: (event: Attempted) => Attempted): WorkItem {
  if (item.kind !== 'call-task') return item
  const [opened, ...later] = item.events
  return { ...item, events: [opened, ...later.map((event) => (event.is === 'attempted' ? change(event) : event))] }
}

/** Nor what its page showed. */
export function withForgottenForms(handler: DeskHandler, plant: Plant | null): DeskHandler {
  if (plant !== 'form-forgotten') return handler
  return (body) => {
    const act: DeskAct = JSON.parse(body)
    if (act.act !== 'log-call') return handler(body)
    const { seen: _, round: __, ...form } = act.form
    return handler(JSON.stringify({ ...act, form }))
  }
}
