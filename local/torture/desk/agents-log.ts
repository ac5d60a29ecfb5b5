/** What agents did and were told, in their own words: the verdict compares the desk's rows with it. */
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { CallForm, FormAnswer, ListShown } from '#local/torture/desk/acts.ts'

/** A customer was rung. */
export interface Ring {
  readonly at: Instant
  /** In the company's zone. */
  readonly date: LocalDate
  readonly agent: string
  readonly workId: string
  readonly customerId: string
  readonly phone: string
  /** The time that was agreed with them before. */
  readonly promisedAt: Instant | null
}

export interface Sent {
  readonly form: CallForm
  readonly agent: string
  readonly customerId: string
  readonly phone: string | null
  readonly at: Instant
  /** In the order in which they came; a press without an answer has none. */
  readonly answers: { readonly at: Instant; readonly answer: FormAnswer }[]
}

export interface Look {
  readonly at: Instant
  readonly date: LocalDate
  readonly agent: string
  readonly list: NonNullable<ListShown>
}

export interface Erasure {
  /** The name under which the rows of the books go on. */
  readonly as: string
  /** When the page said that it is done; null: it never did. */
  readonly doneAt: Instant | null
}

export interface AgentsLog {
  /** On which agents came to work. */
  readonly days: ReadonlySet<LocalDate>
  readonly rings: readonly Ring[]
  /** By the id of the form. */
  readonly sent: ReadonlyMap<string, Sent>
  readonly looks: readonly Look[]
  /** By customer. */
  readonly erasures: ReadonlyMap<string, Erasure>
  /** Presses that no process lived to answer. */
  readonly unanswered: number
}

/** What they were told of a form: the best answer that came. */
export const isTold = ({ answers }: Sent, is: FormAnswer['is']): boolean => answers.some(({ answer }) => answer.is === is)

export const firstTold = ({ answers }: Sent, is: FormAnswer['is']): Instant | undefined =>
  answers.find(({ answer }) => answer.is === is)?.at
