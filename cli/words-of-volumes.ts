/** The volumes of a rehearsal as lines: each day's mails and calls beside what the account and the teams can do, and what they are expected to bring back. */
import type { ExpectedWork, Rates } from '#app/rehearsal/expected-work.ts'
import type { MailQuota } from '#app/rehearsal/mail-quota.ts'
import type { CallsOfDay, MailsOfDay } from '#app/rehearsal/volumes.ts'
import { QUOTA_WORDS } from '#cli/words-of-blockers.ts'

export interface Volumes {
  readonly quota: MailQuota
  readonly mails: readonly MailsOfDay[]
  readonly calls: readonly CallsOfDay[]
  readonly expected: ExpectedWork
}

export function volumeLines({ quota, mails, calls, expected }: Volumes): readonly string[] {
  const days = [...new Set([...mails, ...calls].map(({ date }) => date))].toSorted()
  const limit = quota.perDay === null ? '' : ` of ${quota.perDay}`
  return [
    `volumes: ${quota.perDay === null ? 'mails without limit' : `${quota.perDay} mails in 24 hours ${QUOTA_WORDS[quota.from]}`}`,
    ...days.map((day) => {
      const parts = [
        ...mails.filter(({ date }) => date === day).map((one) => `mails ${one.mails}${limit}`),
        ...calls
          .filter(({ date }) => date === day)
          .map(({ team, calls: count, capacity }) => `calls for ${team} ${count}${capacity === null ? '' : ` of ${capacity}`}`),
      ]
      return `  ${day}: ${parts.join(', ')}`
    }),
    ...expectedLines(expected),
  ]
}

function expectedLines({ asked, answers, callsHanded, callsAfterAnswers, complaints, rates }: ExpectedWork): readonly string[] {
  return [
    `expected answers: ${answers} of ${asked} customers asked (${rateWords(rates.answers)})`,
    `expected calls: ${callsHanded + callsAfterAnswers}, ${callsHanded} handed to the desk, ${callsAfterAnswers} after low scores (${rateWords(rates.lowScores)})`,
    `expected complaints: ${complaints} (${rateWords(rates.complaints, ' touches')})`,
  ]
}

const rateWords = ({ value, of, from }: Rates[keyof Rates], what = '') =>
  `${value} of ${of}${what}${from === 'assumed' ? ', an assumption: write yours into rates in company.json' : ''}`
