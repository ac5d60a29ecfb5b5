/** What a sample customer will do with a mail, and when. The choice follows from the mail alone, so it is the same on every machine. */
import type { ScoreBand, SurveyKind } from '#core/campaign/survey-definition.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { bandOfGiven } from '#core/survey/given.ts'
import { RATINGS } from '#core/survey/satisfaction-index.ts'
import { SCALES } from '#core/survey/scale.ts'
import { DAY_MS, MINUTE_MS, plusMs, SECOND_MS } from '#core/time/instant.ts'
import { type Chance, chance } from '#local/sample-company/chance.ts'
import { type Act, MAIL_PROGRAMS, type Manner, type PlannedAct } from '#local/sample-listeners/act.ts'
import {
  CHANGES_MIND,
  GIVES_REASON,
  IS_QUICK,
  isBehindScanner,
  KEEPS_NO_COOKIES,
  type MailKind,
  READ_AFTER,
  SCANNED_AFTER_SECONDS,
  SCORES,
  SHARES,
  TELLS_MORE,
  WAYS,
  type Way,
} from '#local/sample-listeners/habits.ts'
import type { MailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import {
  ABSENCES,
  COMPLAINTS,
  MORE,
  REASONS,
  REQUESTS,
  STOPS,
  scoreInWords,
  THANKS,
  UNCLEAR,
  UNSOLVED,
} from '#local/sample-listeners/words.ts'

/** No act comes later than this after the mail. */
export const LATEST_ACT_MS = 7 * DAY_MS

export function plannedActs(mail: MailAsRead): readonly PlannedAct[] {
  const scan: readonly PlannedAct[] =
    isBehindScanner(mail.address) && mail.links.length > 0
      ? [{ at: plusMs(mail.at, SCANNED_AFTER_SECONDS * SECOND_MS), act: { kind: 'scan' } }]
      : []
  // The mail's own id differs between runs; its recipient, its text and its day do not.
  const luck = chance(stableHash(`${mail.address} ${mail.message.subject} ${mail.at.slice(0, 10)}`))
  const way = wayOf(mail, luck)
  return way === null ? scan : [...scan, ...actsOf(way, mail, luck)]
}

const kindOf = ({ asks, oneClick, solved, isOfCase }: MailAsRead): MailKind => {
  if (asks !== null) return 'survey'
  if (solved !== null) return 'solved'
  if (isOfCase) return 'case'
  return oneClick === null ? 'notice' : 'greeting'
}

function wayOf(mail: MailAsRead, luck: Chance): Way | null {
  const shares = SHARES[kindOf(mail)]
  let left = luck.between(0, 999)
  for (const way of WAYS) {
    left -= shares[way] ?? 0
    if (left < 0) return way
  }
  return null
}

function actsOf(way: Way, mail: MailAsRead, luck: Chance): readonly PlannedAct[] {
  const [from, to] = luck.weighted(READ_AFTER)
  const at = plusMs(mail.at, luck.between(from, to) * MINUTE_MS)
  const said = (texts: Readonly<Record<MailAsRead['locale'], readonly string[]>>) => luck.pick(texts[mail.locale])
  const reply = (text: string, photo = false): readonly PlannedAct[] => [
    { at, act: { kind: 'reply', text, program: luck.pick(MAIL_PROGRAMS), photo } },
  ]
  switch (way) {
    case 'page':
    case 'tap':
      return answers(way, { mail, luck, at })
    case 'look':
      return mail.asks === null ? [] : [{ at, act: { kind: 'look', score: luck.weighted(SCORES[mail.asks]) } }]
    case 'reply-score':
      return mail.asks === null ? [] : reply(scoreWithWords(mail.asks, mail, luck))
    case 'reply-complaint':
      return reply(said(COMPLAINTS), true)
    case 'reply-request':
      return reply(said(REQUESTS))
    case 'reply-unclear':
      return reply(said(UNCLEAR))
    case 'reply-thanks':
      return reply(said(THANKS))
    case 'reply-stop':
      return reply(said(STOPS))
    case 'mailto-stop':
      return [{ at, act: { kind: 'mailto-stop' } }]
    case 'one-click':
      return [{ at, act: { kind: 'one-click' } }]
    case 'preferences':
      return [{ at, act: { kind: 'preferences', change: luck.pick(['no-surveys', 'weekly', 'monthly'] as const) } }]
    case 'say-solved':
      return [{ at, act: { kind: 'say', solved: true, words: null } }]
    case 'say-unsolved':
      return [{ at, act: { kind: 'say', solved: false, words: luck.happens(GIVES_REASON) ? said(UNSOLVED) : null } }]
    case 'come-back':
      return [
        { at, act: { kind: 'say', solved: true, words: null } },
        { at: plusMs(at, DAY_MS), act: { kind: 'say', solved: false, words: said(UNSOLVED) } },
      ]
    case 'reply-unsolved':
      return reply(said(UNSOLVED))
    case 'absence':
      // A machine answers at once.
      return [{ at: plusMs(mail.at, MINUTE_MS), act: { kind: 'absence', text: said(ABSENCES) } }]
  }
}

/** One answer, and for some customers another on a later day: staff called them, and they are content now. */
function answers(
  by: 'page' | 'tap',
  { mail: { asks, locale }, luck, at }: { readonly mail: MailAsRead; readonly luck: Chance; readonly at: string },
): readonly PlannedAct[] {
  if (asks === null) return []
  const score = luck.weighted(SCORES[asks])
  const answer = (given: number): Omit<Extract<Act, { kind: 'answer' }>, 'manner'> => ({
    kind: 'answer',
    by,
    score: given,
    why: luck.happens(GIVES_REASON) ? luck.pick(REASONS[feelingOf(asks, given)][locale]) : null,
    more: luck.happens(TELLS_MORE) ? luck.pick(MORE[locale]) : null,
  })
  const first = answer(score)
  const changes = luck.happens(CHANGES_MIND) && score < highestOf(asks)
  const acts = changes
    ? [
        { at, act: first },
        { at: plusMs(at, DAY_MS), act: answer(score + 1) },
      ]
    : [{ at, act: first }]
  const manner: Manner = luck.happens(IS_QUICK) ? 'quick' : luck.happens(KEEPS_NO_COOKIES) ? 'without-cookies' : 'calm'
  return acts.map((each) => ({ at: each.at, act: { ...each.act, manner } }))
}

const highestOf = (kind: SurveyKind) => (kind === 'csi' ? RATINGS.length : SCALES[kind].highest)

const feelingOf = (kind: SurveyKind, score: number): ScoreBand =>
  bandOfGiven(kind, kind === 'csi' ? { score: null, ratings: [{ attribute: 'whole', weight: 1, score }] } : { score }) ?? 'middle'

/** The number alone, or with a reason below it. A mail that asks several questions is answered in words. */
function scoreWithWords(kind: SurveyKind, { locale }: MailAsRead, luck: Chance): string {
  const score = luck.weighted(SCORES[kind])
  if (kind === 'csi') return luck.pick(REASONS[feelingOf(kind, score)][locale])
  const words = luck.pick(scoreInWords({ kind, score, locale }))
  return luck.happens(GIVES_REASON) ? `${words}\n${luck.pick(REASONS[feelingOf(kind, score)][locale])}` : words
}
