/** What the page of everything heard shows, as its address tells it. */
import { type ScoreBand, SURVEY_KINDS, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { REPLY_KINDS, type ReplyKind } from '#core/reply/reply.ts'
import { type LocalDate, LocalDateSchema } from '#core/time/local-date.ts'
import { LISTENING_SHOWS, type ListeningShow, pathWith } from '#web/staff/paths.ts'
import { type WrongInAddress, wrongDays } from '#web/staff/wrong-in-address.ts'
import type { ThemeOutcome } from '#web/words/themes.ts'

export const SCORE_BANDS = ['low', 'middle', 'high'] as const satisfies readonly ScoreBand[]

export interface ListeningFilter {
  readonly show: ListeningShow
  readonly campaign: string | null
  /** Answers to surveys of this kind alone: low of five is not low of ten. */
  readonly survey: SurveyKind | null
  /** Mails that were taken for this alone. */
  readonly reply: ReplyKind | null
  readonly band: ScoreBand | null
  /** The id of a theme. */
  readonly theme: string | null
  /** The first day looked at; null for as long as anything is kept. */
  readonly from: LocalDate | null
  /** The last one; null for today. */
  readonly to: LocalDate | null
  /** Without the answers of which every press looks like a machine's: those that no figure counts. */
  readonly suspects: 'without' | null
}

/** What an address does not say, or says wrongly, is left out; of days the page says so (`wrongDaysOfHeard`). */
export function listeningFilterIn(query: Readonly<Record<string, string>>): ListeningFilter {
  const { show, campaign = '', survey, reply, band, theme = '', suspects } = query
  return {
    show: LISTENING_SHOWS.find((one) => one === show) ?? 'all',
    campaign: campaign === '' ? null : campaign,
    survey: SURVEY_KINDS.find((one) => one === survey) ?? null,
    reply: REPLY_KINDS.find((one) => one === reply) ?? null,
    band: SCORE_BANDS.find((one) => one === band) ?? null,
    theme: theme === '' ? null : theme,
    from: dayIn(query.from),
    to: dayIn(query.to),
    suspects: suspects === 'without' ? suspects : null,
  }
}

export const wrongDaysOfHeard = (query: Readonly<Record<string, string>>): readonly WrongInAddress[] =>
  wrongDays(query, (days) => listeningPath({ ...listeningFilterIn(query), ...days }))

const dayIn = (text: string | undefined): LocalDate | null => LocalDateSchema.safeParse(text).data ?? null

/** `before`: the place of the last line of the page before. */
export const listeningPath = (
  { show, ...narrowed }: Pick<ListeningFilter, 'show'> & Partial<ListeningFilter>,
  { before = null }: { readonly before?: string | null } = {},
): string =>
  pathWith('/listening', {
    show: show === 'all' ? null : show,
    ...inOrder(narrowed),
    before,
  })

/** One address for one page, whatever the order in which its parts were given. */
const inOrder = ({ campaign, survey, reply, band, theme, from, to, suspects }: Partial<ListeningFilter>) => ({
  campaign,
  survey,
  reply,
  band,
  theme,
  from,
  to,
  suspects,
})

/** Where a form of the page leads back to, with what became of it: a page of everything heard, and none else. */
export function listeningBack(from: string, said: ThemeOutcome): string {
  const query = /^\/listening\?(.*)$/.exec(from)?.[1] ?? ''
  return pathWith('/listening', { ...Object.fromEntries(new URLSearchParams(query)), said })
}

export const isNarrowed = ({ show: _, ...narrowed }: ListeningFilter): boolean =>
  Object.values(narrowed).some((each) => each !== null)
