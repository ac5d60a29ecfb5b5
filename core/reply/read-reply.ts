/**
 * What a customer's mail is and says. Everything is read first; then the first rule of the table that holds gives the kind. Other findings stay in
 * the reasons and in `holds`: a mail may be a stop and a complaint at once.
 */

import { customersWords } from '#core/reply/customers-words.ts'
import { type Asked, type Findings, findingsIn } from '#core/reply/findings.ts'
import { languageOf } from '#core/reply/language.ts'
import { authenticationNotes } from '#core/reply/mail-authentication.ts'
import type { OwnLetter } from '#core/reply/own-sentences.ts'
import type { ParsedMail } from '#core/reply/parsed-mail.ts'
import { type ReadScore, scoreValue } from '#core/reply/read-score.ts'
import { cutTo, LONGEST_TEXT } from '#core/reply/readable-text.ts'
import type { Held, ReplyKind, ReplyReading } from '#core/reply/reply.ts'
import { spoken } from '#core/reply/spoken.ts'

/**
 * The order: first mail of machines; then a stop; then the warnings of the mail service; then the rights with the law's clock; then complaints;
 * then the answer that we asked for. Praise without a score answers a survey in words. Staff read the rest.
 */
const RULES: readonly (readonly [ReplyKind, (found: Findings) => boolean])[] = [
  ['bounce', ({ machine }) => machine?.kind === 'bounce'],
  ['autoReply', ({ machine }) => machine?.kind === 'autoReply'],
  ['optOut', ({ optOut }) => optOut !== null],
  ['unclear', ({ verdict }) => verdict !== null],
  ['request', ({ rights }) => rights.length > 0],
  ['complaint', ({ complaints }) => complaints.length > 0],
  ['unclear', ({ contradicted }) => contradicted],
  ['answer', ({ score }) => score.is === 'score'],
  ['request', ({ requested, score }) => requested && score.is === 'none'],
  ['answer', ({ asked, praised, score }) => asked && praised && score.is === 'none'],
  ['thanks', ({ plainThanks, score }) => plainThanks && score.is === 'none'],
  ['unclear', () => true],
]

/**
 * `asked` is the survey that the mail answers, or null when the mail answers none: then no score is read.
 * `own` is what the mail may quote of our letters, in any form. A complaint, a stop and a request keep the score given with them, so that both are
 * acted upon.
 */
export function readReply(mail: ParsedMail, asked: Asked | null, own: readonly OwnLetter[] = []): ReplyReading {
  const written = customersWords(mail.text, own)
  const text = cutTo(written, LONGEST_TEXT)
  const found = findingsIn({ mail, text, asked })
  const kind = RULES.find(([, holds]) => holds(found))?.[0] ?? 'unclear'
  const byPerson = found.machine === null && found.verdict === null
  return {
    kind,
    score: byPerson ? scoreValue(found.score) : null,
    text,
    language: languageOf(text, spoken(text)),
    reasons: [
      ...reasonsOf(found, kind),
      ...(text === '' ? ['text:empty'] : []),
      ...(text.includes('\uFFFD') ? ['text:garbled'] : []),
      ...(written.length > text.length ? ['text:cut'] : []),
      ...(mail.limits ?? []),
      ...authenticationNotes(mail),
    ],
    holds: found.machine ? [] : [...heldIn(found), ...(kind === 'answer' ? unreadIn(found) : [])],
    verdict: found.verdict,
  }
}

function heldIn({ optOut, rights, complaints, requestedBeside, score, contradicted }: Findings): readonly Held[] {
  return [
    ...(optOut ? [{ is: 'stop', all: optOut.all } as const] : []),
    ...(optOut?.withdrawal ? [{ is: 'right', ask: 'withdraw' } as const] : []),
    ...rights.map((ask) => ({ is: 'right', ask }) as const),
    ...(complaints.length > 0 ? [{ is: 'complaint' } as const] : []),
    ...(requestedBeside ? [{ is: 'request' } as const] : []),
    ...(contradicted && score.is === 'score' ? [{ is: 'contradicted-score' } as const] : []),
  ]
}

/** Understood words settle an answer. Staff read an answer with a request anyway. */
const unreadIn = ({ understood, requestedBeside }: Findings): readonly Held[] =>
  understood || requestedBeside ? [] : [{ is: 'words-to-read' }]

/** Short codes, which web/words/reading-reasons.ts says in words for staff. What is acted upon is in `holds`. */
function reasonsOf(found: Findings, kind: ReplyKind): readonly string[] {
  const { machine, verdict, optOut, rights, complaints, thanked, requestedBeside, score, asked } = found
  if (machine) return [machine.reason, ...(verdict ? [`verdict:${verdict}`] : [])]
  const also = (what: ReplyKind, is: boolean) => (is && kind !== what ? [`also:${what}`] : [])
  return [
    ...(verdict ? [`verdict:${verdict}`] : []),
    ...(optOut
      ? [`word:${optOut.said}`, ...(optOut.all ? ['optOut:all'] : []), ...(optOut.withdrawal ? ['rights:withdraw'] : [])]
      : []),
    ...rights.map((right) => `rights:${right}`),
    ...complaints.slice(0, 3).map((written) => `word:${written}`),
    ...(asked && verdict === null ? [scoreReason(score)] : []),
    ...(found.contradicted && score.is === 'score' ? ['score:contradicted'] : []),
    ...also('complaint', complaints.length > 0),
    ...also('answer', score.is === 'score' && verdict === null),
    ...also('request', requestedBeside),
    ...(kind === 'unclear' && thanked ? ['word:thanks'] : []),
  ]
}

function scoreReason(score: ReadScore): string {
  switch (score.is) {
    case 'score':
      return `score:${score.from}`
    case 'unsure':
      return `score:${score.because}`
    case 'none':
      return 'score:none'
  }
}
