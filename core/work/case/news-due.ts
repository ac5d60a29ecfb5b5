/** What staff wait for in a case, as far as its history goes: a department's answer is told once, and a compensation again until it is decided. */
import type { Instant } from '#core/time/instant.ts'
import { isAboutTelling, isCaseEvent } from '#core/work/case/case-event.ts'
import { compensationsOf } from '#core/work/case/compensations.ts'
import { type CaseNews, isSameNews } from '#core/work/case/news-event.ts'
import { questionsOf } from '#core/work/case/questions.ts'
import type { History } from '#core/work/work-event.ts'

export interface HappenedNews {
  readonly news: CaseNews
  readonly since: Instant
  /** How often it was told. */
  readonly turn: number
  /** The last time; null while it was not. */
  readonly toldAt: Instant | null
}

type Happened = Pick<HappenedNews, 'news' | 'since'>

/** The oldest first. */
export function untoldNews(item: History): readonly HappenedNews[] {
  const told = item.events.flatMap((event) => (event.is === 'told-news' ? [event] : []))
  return [...unreadAnswers(item), ...waitingApprovals(item)]
    .map((happened) => {
      const before = told.filter(({ news }) => isSameNews(news, happened.news))
      return { ...happened, turn: before.length, toldAt: before.at(-1)?.at ?? null }
    })
    .filter(({ news, turn }) => turn === 0 || news.is === 'approval')
    .toSorted((a, b) => (a.since === b.since ? 0 : a.since < b.since ? -1 : 1))
}

/** Of a department by its link: what staff noted down they know. Who went on with the case since has the answer before them. */
function unreadAnswers(item: History): readonly Happened[] {
  const lastAct =
    item.events.findLast((event) => event.by?.is === 'staff' && !(isCaseEvent(event) && isAboutTelling(event)))?.at ?? ''
  return questionsOf(item).flatMap(({ asked: { questionId }, answered }) =>
    answered?.said.is === 'link' && answered.at > lastAct
      ? [{ news: { is: 'answer', questionId }, since: answered.at } as const]
      : [],
  )
}

const waitingApprovals = (item: History): readonly Happened[] =>
  compensationsOf(item).flatMap(({ state, asked: { compensationId, at } }) =>
    state === 'asked' ? [{ news: { is: 'approval', compensationId }, since: at } as const] : [],
  )
