/** The questions that departments were asked: where each stands, without a name of a customer, and what is still to be told of it. */
import type { Written } from '#app/ports/written.ts'
import type { Instant } from '#core/time/instant.ts'

export interface QuestionRow {
  readonly askedAt: Instant
  readonly questionId: string
  readonly department: string
  /** The case; null once it is gone. */
  readonly workId: string | null
  /** The person who is asked was written to, or nothing more can be done about it. */
  readonly isMailed: boolean
  /** Who that person was, as in their link (core/work/case/question-link.ts), where another one took over. Left out while none has, and in rows of before. */
  readonly readerTold?: string | undefined
  /** The same of the head of the department, of a question that was not accepted in time. */
  readonly isHeadTold: boolean
  /** Who that head was, as in their link (core/work/case/question-link.ts). Left out while none was told, and in rows of before. */
  readonly headTold?: string | undefined
  /** The same of the head and of the person who is asked, of an answer that did not come when it was promised. */
  readonly isAnswerCalledFor: boolean
  /** It was answered or withdrawn, or the case was closed. */
  readonly isOver: boolean
  /** From 1. */
  readonly version: number
}

export interface QuestionBook {
  /** Adds version 1, or replaces what was stored under `version - 1`; lost otherwise. */
  put(next: QuestionRow): Promise<Written>
  /** Read consistently. */
  get(question: Pick<QuestionRow, 'askedAt' | 'questionId'>): Promise<QuestionRow | undefined>
  /** Those asked then or later, by that instant. Read consistently. */
  since(at: Instant): Promise<readonly QuestionRow[]>
  /** Those asked before. Harmless when repeated. */
  removeBefore(at: Instant): Promise<void>
}

/** Has departments told what is new, soon and by another function. At least once. */
export interface DepartmentOrders {
  tellDepartments(): Promise<void>
}
