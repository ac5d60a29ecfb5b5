/** The counts of a report grouped by reason, each group with its words and the pages of its rows. */
import { WITHHELD_REASONS } from '#core/audience/withheld.ts'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { REPLY_KINDS } from '#core/reply/reply.ts'
import { bandOfPoints } from '#core/survey/given.ts'
import { bandsOf } from '#web/staff/answers.ts'
import { type Behind, type Looking, rowsOf } from '#web/staff/report/behind.ts'
import { calls, cases, dispositions, promises, solvedAtFirst, workBy } from '#web/staff/report/behind-desk.ts'
import { toGiftsUsed, toListening, toOccurrences } from '#web/staff/report/behind-links.ts'
import { BEHIND_WORDS } from '#web/staff/report/behind-words.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { withheldInWords } from '#web/words/outcomes.ts'
import { REPLY_WORDS } from '#web/words/replies.ts'
import { countedInWords } from '#web/words/skip-reasons.ts'

export const MAKERS = {
  outcomes,
  skips,
  withheld,
  delivery,
  invitations,
  nps: scoresOf('nps'),
  csat: scoresOf('csat'),
  csi: scoresOf('csi'),
  ces: scoresOf('ces'),
  fcr: scoresOf('fcr'),
  replies,
  calls,
  dispositions,
  opened: workBy('opened'),
  closed: workBy('closed'),
  promises,
  cases,
  solvedAtFirst,
  gifts,
} as const satisfies Readonly<Record<string, (looking: Looking) => Behind>>
export type Group = keyof typeof MAKERS

function outcomes({ view, locale }: Looking): Behind {
  const names = ['sent', 'skipped', 'withheld', 'deferred', 'planned', 'failed', 'unknown'] as const
  const link = () => toOccurrences(view)
  return {
    title: BEHIND_WORDS[locale].outcomes,
    rows: rowsOf(names, view.breakdown.outcomes, { words: (state) => STATE_WORDS[locale][state], link }),
  }
}

/** The commonest reason first. */
const namesOf = (counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name]) => name)

function skips({ view, locale }: Looking): Behind {
  const { skippedBy } = view.breakdown
  const words = (reason: string) => countedInWords(reason, locale)
  return {
    title: BEHIND_WORDS[locale].skips,
    rows: rowsOf(namesOf(skippedBy), skippedBy, { words, link: () => toOccurrences(view) }),
  }
}

function withheld({ view, locale }: Looking): Behind {
  const { withheldBy } = view.breakdown
  const words = (reason: string) => withheldInWords(WITHHELD_REASONS.find((one) => one === reason) ?? 'holdout', locale)
  return {
    title: BEHIND_WORDS[locale].withheld,
    rows: rowsOf(namesOf(withheldBy), withheldBy, { words, link: () => toOccurrences(view) }),
  }
}

function delivery({ view, locale }: Looking): Behind {
  const names = ['delivered', 'bounced', 'complained', 'rejected', 'delayed', 'unreported'] as const
  const words = (name: (typeof names)[number]) =>
    name === 'unreported' ? BEHIND_WORDS[locale].unreported : DELIVERY_WORDS[locale][name]
  return {
    title: BEHIND_WORDS[locale].delivery,
    rows: rowsOf(names, view.breakdown.delivery, { words, link: () => toOccurrences(view) }),
  }
}

function invitations({ view, locale }: Looking): Behind {
  const names = ['answered', 'unanswered', 'open', 'undeliverable'] as const
  const link = (name: (typeof names)[number]) => (name === 'answered' ? toListening(view, 'answers') : toOccurrences(view))
  const words = (name: (typeof names)[number]) => BEHIND_WORDS[locale].invitationStates[name]
  return { title: BEHIND_WORDS[locale].invitations, rows: rowsOf(names, view.breakdown.invitations, { words, link }) }
}

function scoresOf(kind: SurveyKind) {
  return ({ view, locale }: Looking): Behind => {
    const scores = view.breakdown.scores[kind] ?? []
    return {
      title: BEHIND_WORDS[locale].scores,
      rows: bandsOf(kind, locale).flatMap(({ band, name }) => {
        const count = scores.reduce((sum, one) => (bandOfPoints(kind, one.score) === band ? sum + one.count : sum), 0)
        return count === 0 ? [] : [{ label: name, count, link: toListening(view, 'answers', { survey: kind, band }) }]
      }),
    }
  }
}

function replies({ view, locale }: Looking): Behind {
  const link = (kind: (typeof REPLY_KINDS)[number]) => toListening(view, 'replies', { reply: kind })
  const words = (kind: (typeof REPLY_KINDS)[number]) => REPLY_WORDS[locale][kind]
  return { title: REPORT_WORDS[locale].replies, rows: rowsOf(REPLY_KINDS, view.breakdown.replies, { words, link }) }
}

function gifts({ view, locale }: Looking): Behind {
  return {
    title: REPORT_WORDS[locale].gifts,
    rows: view.breakdown.gifts.map(({ event, currency, count }) => ({
      label: `${REPORT_WORDS[locale].giftEvents[event]} (${currency})`,
      count,
      link: event === 'issued' ? toOccurrences(view) : toGiftsUsed(view, currency),
    })),
  }
}
