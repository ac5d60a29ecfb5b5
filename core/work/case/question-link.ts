/** What the link of a question says: which one, and whose link of the two it is. It names no customer and no case. */
import { DAY_MS, type Instant, InstantSchema, plusMs } from '#core/time/instant.ts'

export const LINK_HOLDERS = ['addressee', 'head'] as const

export interface QuestionLink {
  readonly askedAt: Instant
  readonly questionId: string
  readonly holder: (typeof LINK_HOLDERS)[number]
}

/** Far beyond the longest case; what is asked then is asked anew. */
const LINK_DAYS = 30

export const linkEnds = (askedAt: Instant): Instant => plusMs(askedAt, LINK_DAYS * DAY_MS)

export const fieldsOfLink = ({ askedAt, questionId, holder }: QuestionLink): readonly string[] => [askedAt, questionId, holder]

export function linkOfFields([askedAt, questionId, named]: readonly string[]): QuestionLink | undefined {
  const holder = LINK_HOLDERS.find((one) => one === named)
  if (askedAt === undefined || questionId === undefined || !holder || !InstantSchema.safeParse(askedAt).success) return undefined
  return { askedAt, questionId, holder }
}
