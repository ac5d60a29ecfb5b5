/** The rehearsals that the pages ask for, one after the other in the background. How far each is stands in the book; none goes on over a restart. */
import type { RehearsalRoom } from '#app/rehearsal/rehearsal-room.ts'
import {
  REHEARSAL_LIMITS,
  type RehearsalFailure,
  type RehearsalState,
  type StoredRehearsal,
} from '#core/rehearsal/stored-rehearsal.ts'
import type { PartedBase } from '#local/rehearsal/parted-base.ts'
import { type BesidePorts, rehearseBeside, TooManyCustomersError } from '#local/rehearsal/rehearsal-beside.ts'

export interface RehearsalQueue extends RehearsalRoom {
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Before, an estimate would be a guess. */
const ESTIMATE_FROM = 0.03
/** The page loads itself again every few seconds. */
const NOTE_EVERY_MS = 1_000

/** `mostCustomers`: that of the pages, unless a test asks for less. */
export async function openRehearsalQueue(
  ports: BesidePorts,
  { mostCustomers = REHEARSAL_LIMITS.customers, kept = REHEARSAL_LIMITS.kept }: { mostCustomers?: number; kept?: number } = {},
): Promise<RehearsalQueue> {
  const { book, alarm } = ports
  let isStopping = false
  let thread: Pick<PartedBase, 'end'> | undefined
  let working: Promise<void> = Promise.resolve()

  const note = (rehearsal: StoredRehearsal, state: RehearsalState) => book.put({ ...rehearsal, state })
  /** Half of what was found is shown nowhere, and would name customers for nothing. */
  const fail = async (rehearsal: StoredRehearsal, failure: RehearsalFailure) => {
    await book.removeFindings(rehearsal.rehearsalId)
    await note(rehearsal, { is: 'failed', failure })
  }

  async function work(asked: Parameters<RehearsalRoom['ask']>[0]): Promise<void> {
    const { rehearsal } = asked
    if (isStopping) return fail(rehearsal, { because: 'restarted' })
    const startedAt = Date.now()
    const notes = noteNowAndThen((share) => note(rehearsal, underWay(share, Date.now() - startedAt)))
    try {
      await note(rehearsal, underWay(0, 0))
      const customers = await rehearseBeside(ports, asked, {
        mostCustomers,
        progress: notes.progress,
        begun: (base) => {
          thread = base
        },
      })
      await notes.end()
      await note(rehearsal, { is: 'finished', customers, seconds: Math.round((Date.now() - startedAt) / 1000) })
    } catch (error) {
      await notes.end()
      if (error instanceof TooManyCustomersError) return fail(rehearsal, { because: 'too-many-customers', most: mostCustomers })
      if (!isStopping) alarm('rehearsal.failed', { rehearsalId: rehearsal.rehearsalId, error: String(error) })
      return fail(rehearsal, { because: isStopping ? 'restarted' : 'broke-off' })
    } finally {
      thread = undefined
    }
  }

  for (const rehearsal of await book.all())
    if (rehearsal.state.is === 'waiting' || rehearsal.state.is === 'under-way') await fail(rehearsal, { because: 'restarted' })

  return {
    book,
    ask: async (asked) => {
      await book.put(asked.rehearsal)
      const over = (await book.all()).filter(({ state }) => state.is === 'finished' || state.is === 'failed').slice(kept - 1)
      for (const { rehearsalId } of over) await book.remove(rehearsalId)
      working = working
        .then(() => work(asked))
        .catch((error: unknown) => alarm('rehearsal.failed', { rehearsalId: asked.rehearsal.rehearsalId, error: String(error) }))
    },
    idle: () => working,
    stop: async () => {
      isStopping = true
      await thread?.end()
      await working
    },
  }
}

function underWay(share: number, elapsedMs: number): RehearsalState {
  const left = share < ESTIMATE_FROM ? null : Math.ceil((elapsedMs * (1 - share)) / share / 1000)
  return { is: 'under-way', percent: Math.floor(share * 100), secondsLeft: left }
}

/** One note at a time, the last one before anything else is written: a late note must not stand over the end. */
function noteNowAndThen(write: (share: number) => Promise<void>) {
  let notedAt = Date.now()
  let writing: Promise<void> = Promise.resolve()
  return {
    progress: (share: number): void => {
      const now = Date.now()
      if (now - notedAt < NOTE_EVERY_MS) return
      notedAt = now
      writing = writing.then(() => write(share)).catch(() => {})
    },
    end: () => writing,
  }
}
