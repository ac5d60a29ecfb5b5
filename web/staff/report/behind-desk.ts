/** The counts of the desk by reason, each with the page that lists the very items. */
import { CASE_TURNS, FIRST_CONTACT_MARKS, PROMISE_FATES } from '#core/kpi/counting/desk-count.ts'
import { CALL_ENDS, DISPOSITIONS } from '#core/work/disposition.ts'
import { WORK_REASONS } from '#core/work/work-item.ts'
import { type Behind, type Looking, rowsOf } from '#web/staff/report/behind.ts'
import { toClosed, toCounted } from '#web/staff/report/behind-links.ts'
import { BEHIND_WORDS } from '#web/staff/report/behind-words.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import { CALL_END_WORDS, DISPOSITION_SHORT } from '#web/words/calls.ts'
import { DESK_COUNT_WORDS } from '#web/words/desk-counts.ts'
import { WORK_WORDS } from '#web/words/work.ts'

export function calls({ view, locale }: Looking): Behind {
  const words = (end: (typeof CALL_ENDS)[number]) => CALL_END_WORDS[locale][end]
  return {
    title: BEHIND_WORDS[locale].calls,
    rows: rowsOf(CALL_ENDS, view.breakdown.calls, { words, link: (one) => toCounted(view, { of: 'calls', one }) }),
  }
}

export function dispositions({ view, locale }: Looking): Behind {
  const words = (one: (typeof DISPOSITIONS)[number]) => DISPOSITION_SHORT[locale][one]
  return {
    title: BEHIND_WORDS[locale].dispositions,
    rows: rowsOf(DISPOSITIONS, view.breakdown.dispositions, {
      words,
      link: (one) => toCounted(view, { of: 'dispositions', one }),
    }),
  }
}

export function workBy(which: 'opened' | 'closed') {
  return ({ view, locale }: Looking): Behind => ({
    title: BEHIND_WORDS[locale][which],
    rows: rowsOf(WORK_REASONS, view.breakdown[which], {
      words: (reason) => WORK_WORDS[locale][reason],
      link: (reason) => (which === 'closed' ? toClosed(view, reason) : toCounted(view, { of: 'opened' }, reason)),
    }),
  })
}

export function promises({ view, locale }: Looking): Behind {
  const words = (fate: (typeof PROMISE_FATES)[number]) => DESK_COUNT_WORDS[locale].fates[fate]
  return {
    title: REPORT_WORDS[locale].promises,
    rows: rowsOf(PROMISE_FATES, view.breakdown.promises, { words, link: (one) => toCounted(view, { of: 'promises', one }) }),
  }
}

export function cases({ view, locale }: Looking): Behind {
  const words = (name: (typeof CASE_TURNS)[number]) => DESK_COUNT_WORDS[locale].whatBecame[name]
  return {
    title: BEHIND_WORDS[locale].cases,
    rows: rowsOf(CASE_TURNS, view.breakdown.cases ?? {}, { words, link: (one) => toCounted(view, { of: 'cases', one }) }),
  }
}

export function solvedAtFirst({ view, locale }: Looking): Behind {
  const words = (name: (typeof FIRST_CONTACT_MARKS)[number]) => DESK_COUNT_WORDS[locale].atFirst[name]
  return {
    title: BEHIND_WORDS[locale].solvedAtFirst,
    rows: rowsOf(FIRST_CONTACT_MARKS, view.breakdown.solvedAtFirst ?? {}, {
      words,
      link: (one) => toCounted(view, { of: 'solvedAtFirst', one }),
    }),
  }
}
