/** Data that is kept by the day it came on, and how each kind is removed: raw mails, words, replies, closed work. */
import type { CaseFiles } from '#app/ports/case-files.ts'
import type { RawMails, ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Theme } from '#core/campaign/themes.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { themesFound } from '#core/reply/themes-of-answer.ts'
import type { Answer, SurveyResponse } from '#core/survey/response.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { WORK_KINDS } from '#core/work/work-item.ts'

export interface ExpiringPorts {
  readonly responses: ResponseStore
  readonly replies: ReplyStore
  readonly rawMails: RawMails
  readonly work: WorkStore
  /** By which the words were about something: the ids stay when the words go. */
  readonly themes: readonly Theme[]
  readonly caseFiles: Pick<CaseFiles, 'removeOf'>
}

export type ExpiringKind = 'rawMails' | 'verbatims' | 'replies' | 'work'

interface Expired {
  /** False when it could not be removed now: it has changed, and is newer than the index showed. */
  readonly remove: () => Promise<boolean>
}

interface Expiring {
  /** What is still stored of that day. */
  readonly foundOn: (ports: ExpiringPorts, day: LocalDate) => AsyncIterable<Expired>
  /** The days until then, however long ago, that may have some; page by page. */
  readonly days: (ports: ExpiringPorts, through: LocalDate) => AsyncIterable<readonly LocalDate[]>
}

const EVERYONE = { first: 0, last: PARTITIONS - 1 }

export const EXPIRING: Readonly<Record<ExpiringKind, Expiring>> = {
  rawMails: {
    days: ({ replies }, through) => replies.receivedDays(through),
    foundOn: async function* ({ replies, rawMails }, day) {
      for await (const page of replies.receivedOn(day)) {
        for (const { rawKey } of page) if (await rawMails.exists(rawKey)) yield { remove: done(() => rawMails.remove(rawKey)) }
      }
    },
  },
  /** The score stays, the words go. */
  verbatims: {
    days: ({ responses }, through) => responses.answeredDays(through),
    foundOn: async function* ({ responses, themes }, day) {
      for await (const page of responses.answeredOn(day)) {
        for (const response of page.filter(hasWords))
          yield { remove: async () => (await responses.put(withoutWords(response, themes))) === 'written' }
      }
    },
  },
  replies: {
    days: ({ replies }, through) => replies.receivedDays(through),
    foundOn: async function* ({ replies, rawMails }, day) {
      for await (const page of replies.receivedOn(day)) {
        for (const reply of page) {
          // Its raw mail first: only the row leads to it.
          yield {
            remove: done(async () => {
              await rawMails.remove(reply.rawKey)
              await replies.remove(reply)
            }),
          }
        }
      }
    },
  },
  work: {
    days: ({ work }, through) => work.closedDays(through),
    foundOn: async function* ({ work, caseFiles }, day) {
      for (const kind of WORK_KINDS) {
        for await (const page of work.closedOn({ kind, days: [day], range: EVERYONE }))
          for (const { workId } of page) {
            yield {
              remove: done(async () => {
                // Its files first: only the row leads to them.
                if (kind === 'case') await caseFiles.removeOf(workId)
                await work.remove(workId)
              }),
            }
          }
      }
      for await (const page of work.answeredOn(day))
        for (const numberName of page) yield { remove: done(() => work.removeAnswered(numberName)) }
    },
  },
}

const done = (remove: () => Promise<void>) => async () => {
  await remove()
  return true
}

const hasWords = ({ answers }: SurveyResponse) =>
  answers.some(({ why, followUps }) => why !== null || Object.values(followUps).some((given) => typeof given === 'string'))

/** Chosen option ids, and the ids of themes, are ours and not the customer's words: they stay. */
const withoutWords = (response: SurveyResponse, themes: readonly Theme[]): SurveyResponse => ({
  ...response,
  answers: response.answers.map((answer) => ({
    ...answer,
    ...keptThemes(answer, { campaignId: response.campaignId, themes }),
    why: null,
    followUps: Object.fromEntries(Object.entries(answer.followUps).filter(([, given]) => typeof given !== 'string')),
  })),
  version: response.version + 1,
})

function keptThemes(
  answer: Answer,
  { campaignId, themes }: { readonly campaignId: string; readonly themes: readonly Theme[] },
): Pick<Answer, 'themes'> {
  const found = answer.themes ?? themesFound(answer, campaignId, themes)
  return found === null ? {} : { themes: [...found] }
}
