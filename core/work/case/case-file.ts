/** Photos and other files of a case: what is taken, how it is named, and the event that says it. The bytes lie apart, under the hash. */
import * as z from 'zod'
import { staffText } from '#core/campaign/staff-text.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { SaidBySchema } from '#core/work/case/question-event.ts'
import { BySchema } from '#core/work/event-by.ts'

/** By their first bytes. Nothing that a browser would run is among them. */
export const FILE_TYPES = ['jpeg', 'png', 'webp', 'heic', 'pdf'] as const
export type FileType = (typeof FILE_TYPES)[number]

/** A function takes and answers 6 MB, in base 64: with the fields of its form a file of 4 MB fits. */
export const LARGEST_FILE = 4_000_000
/** Of a case; each takes less than 3 kB of its row at most. */
export const MOST_FILES = 30
/** Of one question: a link that went astray must not fill the case. */
export const MOST_FILES_OF_QUESTION = 10

/** What was looked at and is kept: its event says the same. */
const KEPT = {
  /** Of its bytes: its name within its case, so that the same file is kept once. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** As it was called, without what a name must not have, and with the ending of its type. */
  name: z.string().min(1),
  type: z.enum(FILE_TYPES),
  bytes: z.int().min(1),
}
export type KeptFile = Readonly<z.infer<z.ZodObject<typeof KEPT>>>

export const AddedFileSchema = z.object({
  is: z.literal('added-file'),
  at: InstantSchema,
  /** system: by the link of a department. */
  by: BySchema,
  ...KEPT,
  /** What staff wrote about it; empty where nothing was. */
  note: z.string(),
  /** The question that it is an answer to; absent beside all questions. */
  questionId: z.string().optional(),
  /** Who of the department; absent where staff added it to the case. */
  said: SaidBySchema.optional(),
})
export type AddedFile = Readonly<z.infer<typeof AddedFileSchema>>

export const FILE_REFUSALS = ['no-file', 'file-empty', 'file-too-large', 'file-of-other-type', 'too-many-files'] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

const FILE_ENDINGS: Readonly<Record<FileType, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  heic: 'heic',
  pdf: 'pdf',
}

const LONGEST_FILE_NAME = 80

/** `..\evil\ảnh hộp sữa.html` of a JPEG is `ảnh hộp sữa.jpg`. */
export function fileNameOf(written: string, type: FileType): string {
  const [last = ''] = written.split(/[/\\]/).slice(-1)
  const plain = staffText(last.replace(/[\t\n\r"*:<>?|]/g, ' '))
  const base = plain.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').replace(/^[.\s]+|[.\s]+$/gu, '')
  const short = [...base].slice(0, LONGEST_FILE_NAME).join('').trim()
  return `${short === '' ? 'file' : short}.${FILE_ENDINGS[type]}`
}
