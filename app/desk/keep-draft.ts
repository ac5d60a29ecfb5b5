/** Keeps what a member of staff is typing about an item of work, until they send it. */
import type { WorkStore } from '#app/ports/work.ts'
import { type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { type DraftNote, draftOf, type TypedNote, withDraft } from '#core/work/draft-note.ts'
import { isOpen } from '#core/work/standing.ts'

export interface KeepDraftPorts {
  readonly work: Pick<WorkStore, 'get' | 'draftsOf' | 'keepDrafts' | 'remove'>
}

export interface Typing extends TypedNote {
  readonly workId: string
  /** The revision of the author's draft that the page knows; 0 for none. */
  readonly seen: number
}

/** `other-window`: the author has typed other words in another window since, or has sent the note. */
export type KeptDraft =
  | { readonly kept: DraftNote }
  | { readonly refused: 'no-such-work' | 'already-closed' | 'other-window' | 'contended' }
  | TooLong

export async function keepDraft({ work }: KeepDraftPorts, { workId, address, text, at, seen }: Typing): Promise<KeptDraft> {
  // A form without a script sends line ends that a field counts as one sign.
  const note = text.replaceAll('\r\n', '\n')
  const unfit = tooLong({ note })
  if (unfit) return unfit
  const item = await work.get(workId)
  if (!item) return { refused: 'no-such-work' }
  if (!isOpen(item)) return { refused: 'already-closed' }
  const done = await written({ work }, { workId, address, text: note, at, seen })
  return 'kept' in done && (await isGone({ work }, workId)) ? { refused: 'no-such-work' } : done
}

/** Its customer was erased in between: no draft outlives them. */
async function isGone({ work }: Pick<KeepDraftPorts, 'work'>, workId: string): Promise<boolean> {
  if (await work.get(workId)) return false
  await work.remove(workId)
  return true
}

/** The author has sent it. Their draft is empty from now on, also for an autosave that is still on its way. */
export async function dropDraft(
  { work }: Pick<KeepDraftPorts, 'work'>,
  { workId, address, at }: { readonly workId: string; readonly address: string; readonly at: Instant },
): Promise<void> {
  await written({ work }, { workId, address, text: '', at, seen: null })
  await isGone({ work }, workId)
}

/** Lost races for the drafts of one item before giving up: a colleague types on the same item. */
const TRIES = 10

async function written(
  { work }: Pick<KeepDraftPorts, 'work'>,
  { workId, seen, ...typed }: TypedNote & { readonly workId: string; readonly seen: number | null },
): Promise<Exclude<KeptDraft, TooLong>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const drafts = await work.draftsOf(workId)
    const before = draftOf(drafts, typed.address)
    if (seen !== null && (before?.revision ?? 0) !== seen) {
      // The page sends a save again whose answer was lost: it is told the revision that it missed.
      return before?.text === typed.text ? { kept: before } : { refused: 'other-window' }
    }
    const next = withDraft(drafts, typed)
    const kept = draftOf(next, typed.address)
    if (kept && (await work.keepDrafts(next)) === 'written') return { kept }
  }
  return { refused: 'contended' }
}
