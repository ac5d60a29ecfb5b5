/**
 * What a member of staff has typed about an item of work and not sent yet. It belongs to its author and comes back to them on any device. Drafts are
 * no events: they lie beside the item, so that typing does not write its whole history again and again.
 */
import * as z from 'zod'
import { type Instant, InstantSchema } from '#core/time/instant.ts'

export const DraftNoteSchema = z.object({
  /** Of the author. */
  address: z.string(),
  /** Empty once it was sent. */
  text: z.string(),
  at: InstantSchema,
  /** From 1, and never back: an autosave that arrives after the note was sent, or from another window, is told by it. */
  revision: z.int().min(1),
})
export type DraftNote = Readonly<z.infer<typeof DraftNoteSchema>>

export interface WorkDrafts {
  readonly workId: string
  /** The last to write comes last; one of each author. */
  readonly notes: readonly DraftNote[]
  /** 0: nothing was ever kept. */
  readonly version: number
}

/** A draft of 2,000 characters takes 12 kB at most as JSON: all of them fit into one row of 400 kB. */
const MOST_AUTHORS = 25

export const draftOf = ({ notes }: WorkDrafts, address: string): DraftNote | null =>
  notes.find((note) => note.address === address) ?? null

export interface TypedNote {
  readonly address: string
  readonly text: string
  readonly at: Instant
}

/** As the next version; the author who has not written for longest gives way where there are too many. */
export function withDraft(drafts: WorkDrafts, { address, text, at }: TypedNote): WorkDrafts {
  const revision = (draftOf(drafts, address)?.revision ?? 0) + 1
  const others = drafts.notes.filter((note) => note.address !== address).slice(1 - MOST_AUTHORS)
  return { ...drafts, notes: [...others, { address, text, at, revision }], version: drafts.version + 1 }
}
