/** Answers, replies and raw mails. */
import type { Written } from '#app/ports/written.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { LocalDate } from '#core/time/local-date.ts'

interface InvitationKey {
  readonly customerId: string
  readonly occurrenceId: string
}

export interface ResponseStore {
  get(key: InvitationKey): Promise<SurveyResponse | undefined>
  /** Those that exist, in no particular order. */
  getMany(keys: readonly InvitationKey[]): Promise<readonly SurveyResponse[]>
  /** Adds a response (version 0) or replaces the one whose stored version is `response.version - 1`; lost otherwise. */
  put(response: SurveyResponse): Promise<Written>
  ofCustomer(customerId: string): Promise<readonly SurveyResponse[]>
  /** The same, page by page. */
  pagesOfCustomer(customerId: string): AsyncIterable<readonly SurveyResponse[]>
  /** Those first answered on the day, page by page, to the end; also those that hold only suspect answers. */
  answeredOn(day: LocalDate): AsyncIterable<readonly SurveyResponse[]>
  /**
   * The days until `through`, however long ago, on which something was first answered, page by page: a page may name no day, and a day may come on
   * several pages. Reads every row: for a search that must miss none.
   */
  answeredDays(through: LocalDate): AsyncIterable<readonly LocalDate[]>
  remove(key: InvitationKey): Promise<void>
}

export interface ReplyStore {
  /** Adds it; lost when it is there already. */
  add(reply: Reply): Promise<Written>
  /** `customerId` null: among the unmatched replies. */
  get(key: { readonly customerId: string | null; readonly replyId: string }): Promise<Reply | undefined>
  ofCustomer(customerId: string): Promise<readonly Reply[]>
  /** The same, page by page; `null`: the unmatched replies. Replies already read may be removed meanwhile. */
  pagesOf(customerId: string | null): AsyncIterable<readonly Reply[]>
  /** All replies that match no customer. */
  unmatched(): Promise<readonly Reply[]>
  /** Those received on the day, the unmatched too, page by page, to the end. */
  receivedOn(day: LocalDate): AsyncIterable<readonly Reply[]>
  /**
   * The days until `through`, however long ago, on which a reply was received, page by page: a page may name no day, and a day may come on
   * several pages. Reads every row: for a search that must miss none.
   */
  receivedDays(through: LocalDate): AsyncIterable<readonly LocalDate[]>
  remove(key: { readonly customerId: string | null; readonly replyId: string }): Promise<void>
}

/** Raw mails as they came in. */
export interface RawMails {
  /** Bytes of the mail, or how large it is when larger than `most`; undefined when there is none. */
  read(key: string, most: number): Promise<{ readonly bytes: Uint8Array } | { readonly tooLarge: number } | undefined>
  /** The first bytes of it, at most so many; undefined when there is none. */
  readBeginning(key: string, most: number): Promise<Uint8Array | undefined>
  remove(key: string): Promise<void>
  exists(key: string): Promise<boolean>
}

/** The text of our letters, so that quoted text in a reply is not read as the customer's words. */
export interface OwnWords {
  /**
   * The texts of every letter that an answer to this occurrence may quote, its reminders too: subject, text and labels in each language, with `{{…}}`
   * in place of each customer's own value. Empty when the occurrence is unknown.
   */
  ofOccurrence(occurrenceId: string): Promise<readonly string[]>
}
