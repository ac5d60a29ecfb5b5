/** What listening needs from outside: answers, replies, the work they lead to, and the messages that follow. Contract suite in test/contract. */
import type { PartitionRange, Written } from '#app/ports.ts'
import type { Purpose } from '#core/audience/consent.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { WorkItem } from '#core/work/work-item.ts'

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
  /** Those first answered on the day, page by page, to the end; those too that hold nothing but suspect answers. */
  answeredOn(day: LocalDate): AsyncIterable<readonly SurveyResponse[]>
  remove(key: InvitationKey): Promise<void>
}

export interface ReplyStore {
  /** Adds it; lost when it is there already. */
  add(reply: Reply): Promise<Written>
  /** `customerId` null: among those of whom nobody could be told. */
  get(key: { readonly customerId: string | null; readonly replyId: string }): Promise<Reply | undefined>
  ofCustomer(customerId: string): Promise<readonly Reply[]>
  /** The same, page by page; `null`: of those of whom nobody could be told. Those read may be removed meanwhile. */
  pagesOf(customerId: string | null): AsyncIterable<readonly Reply[]>
  /** All of whom nobody could be told. */
  unmatched(): Promise<readonly Reply[]>
  /** Those received on the day, the unmatched too, page by page, to the end. */
  receivedOn(day: LocalDate): AsyncIterable<readonly Reply[]>
  remove(key: { readonly customerId: string | null; readonly replyId: string }): Promise<void>
}

export interface WorkStore {
  /** Adds it (version 0); lost when it is there already. */
  open(item: WorkItem): Promise<Written>
  get(workId: string): Promise<WorkItem | undefined>
  /** Replaces one whose stored version is `item.version - 1`; lost otherwise. */
  update(item: WorkItem): Promise<Written>
  /** All that are open, by the instant they are due. */
  allOpen(): Promise<readonly WorkItem[]>
  ofCustomer(customerId: string): Promise<readonly WorkItem[]>
  /** The same, page by page. */
  pagesOfCustomer(customerId: string): AsyncIterable<readonly WorkItem[]>
  /** Those of a kind closed on one of the days, about customers of the partitions, page by page. Work about nobody lies in one of them too. */
  closedOn(query: {
    readonly kind: WorkItem['kind']
    readonly days: readonly LocalDate[]
    readonly range: PartitionRange
  }): AsyncIterable<readonly WorkItem[]>
  remove(workId: string): Promise<void>
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

/** What our letters said, so that it is not taken for the customer's words when it comes back. */
export interface OwnWords {
  /**
   * The texts of every letter that an answer to this occurrence may quote, its reminders too: subject, text and labels in each language,
   * with `{{…}}` where each customer's own value stood. Empty when nothing is known of it.
   */
  ofOccurrence(occurrenceId: string): Promise<readonly string[]>
}

/** That somebody's "stop" was taken: the law asks for a word of confirmation, and each stop gets one. */
export interface OptOutNotice {
  readonly customerId: string
  readonly purposes: readonly Purpose[]
  readonly at: Instant
}

/** Messages outside any campaign, through a queue: at least once handed over, once sent. */
export interface NoticeQueue {
  confirmOptOut(notice: OptOutNotice): Promise<void>
  /** The same, but handed over after so long, or sooner: a queue holds nothing back for longer than a quarter of an hour. */
  confirmLater(notice: OptOutNotice, afterMs: number): Promise<void>
}
