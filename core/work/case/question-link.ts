/** What the link of a question says: which one, and whose link it is. It names no customer and no case, and no person: it stands in logs of pages. */
import { type Department, type DepartmentPerson, departmentOf } from '#core/campaign/departments.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { DAY_MS, type Instant, InstantSchema, plusMs } from '#core/time/instant.ts'
import type { AskedDepartment } from '#core/work/case/question-event.ts'
import type { History } from '#core/work/work-event.ts'

export const LINK_HOLDERS = ['addressee', 'head'] as const

export interface QuestionLink {
  readonly askedAt: Instant
  readonly questionId: string
  readonly holder: (typeof LINK_HOLDERS)[number]
  /** Who was written to: a head, or the person who takes over. Left out in the link of the person whom the question names, and in links of before. */
  readonly reader?: string
}

/** Far beyond the longest case; what is asked then is asked anew. */
const LINK_DAYS = 30

export const linkEnds = (askedAt: Instant): Instant => plusMs(askedAt, LINK_DAYS * DAY_MS)

export const readerInLink = ({ address }: Pick<DepartmentPerson, 'address'>): string => stableHash(address).toString(36)

export const fieldsOfLink = ({ askedAt, questionId, holder, reader }: QuestionLink): readonly string[] => [
  askedAt,
  questionId,
  holder,
  ...(reader === undefined ? [] : [reader]),
]

export function linkOfFields([askedAt, questionId, named, reader]: readonly string[]): QuestionLink | undefined {
  const holder = LINK_HOLDERS.find((one) => one === named)
  if (askedAt === undefined || questionId === undefined || !holder || !InstantSchema.safeParse(askedAt).success) return undefined
  return { askedAt, questionId, holder, ...(reader !== undefined && { reader }) }
}

/**
 * Whether the person who was asked is there still: who has left is not written to, and their link opens nothing. Where the department itself is named no
 * more, nothing is known of its people, and they keep their links.
 */
const isAskedStill = (
  { department, to }: Pick<AskedDepartment, 'department' | 'to'>,
  departments: readonly Department[],
): boolean =>
  !departmentOf(departments, department) ||
  departments.some(({ head, addressees }) => [head, ...addressees].some(({ address }) => address === to.address))

/**
 * Who is to answer: the person who was asked; after they have left the same person under another address, else the first of the department, who is asked
 * where staff choose none.
 */
export function whoAnswers(
  asked: Pick<AskedDepartment, 'department' | 'to'>,
  departments: readonly Department[],
): DepartmentPerson {
  if (isAskedStill(asked, departments)) return asked.to
  const addressees = departmentOf(departments, asked.department)?.addressees ?? []
  return addressees.find(({ name }) => name === asked.to.name) ?? addressees[0] ?? asked.to
}

interface Opening {
  readonly item: History
  readonly asked: AskedDepartment
  readonly departments: readonly Department[]
}

/**
 * The person in whose name the link answers, while they are who it was sent to: the link of a head before never answers in the name of the one of now.
 * A head's link of before says no person: it is that of the head of now where the history names no other one as told.
 */
export function holderOfLink(link: QuestionLink, { item, asked, departments }: Opening): DepartmentPerson | undefined {
  if (link.holder === 'addressee') {
    const person = whoAnswers(asked, departments)
    const named = person.address === asked.to.address ? undefined : readerInLink(person)
    return link.reader === named ? person : undefined
  }
  const head = departmentOf(departments, asked.department)?.head
  if (!head) return undefined
  const isTheirs =
    link.reader === undefined
      ? headsTold(item, asked.questionId).every((name) => name === head.name)
      : link.reader === readerInLink(head)
  return isTheirs ? head : undefined
}

/** By their names, as they stood then. */
export const headsTold = ({ events }: History, questionId: string): readonly string[] =>
  events.flatMap((event) => (event.is === 'department-head-told' && event.questionId === questionId ? [event.name] : []))
