/**
 * What a customer's mail is and says. Everything is read first, then the first rule of the table that holds names the kind;
 * what else was found stays in the reasons, so that nobody has to choose between a stop and a complaint.
 */
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { customersWords } from '#core/reply/customers-words.ts'
import { languageOf } from '#core/reply/language.ts'
import { machineBehind } from '#core/reply/machine-behind.ts'
import type { MachineMark } from '#core/reply/machine-mail.ts'
import { authenticationNotes } from '#core/reply/mail-authentication.ts'
import { mayAskToStop, type OptOut, optOutIn } from '#core/reply/opt-out-words.ts'
import { isOrnament } from '#core/reply/ornament.ts'
import type { OwnLetter } from '#core/reply/own-sentences.ts'
import { isSignedOnly, REPLIES, stopInSubject } from '#core/reply/own-subject.ts'
import type { ParsedMail } from '#core/reply/parsed-mail.ts'
import { isPlainThanks } from '#core/reply/plain-thanks.ts'
import { type ReadScore, readScore } from '#core/reply/read-score.ts'
import { cutTo, LONGEST_TEXT, readableText, tidyLines } from '#core/reply/readable-text.ts'
import type { Held, ReplyKind, ReplyReading } from '#core/reply/reply.ts'
import { asksSomething } from '#core/reply/request-words.ts'
import { type DataRight, rightsIn } from '#core/reply/rights-words.ts'
import { type Spoken, spoken } from '#core/reply/spoken.ts'
import { isAffection, isScornful } from '#core/reply/tone-glyphs.ts'
import { complaintsIn, doubtsPraise, praises, thanks } from '#core/reply/tone-words.ts'
import { isUnderstood } from '#core/reply/understood-comment.ts'
import { type BadVerdict, badVerdict } from '#core/reply/verdict.ts'
import { bandOf } from '#core/survey/scale.ts'

export interface Asked {
  readonly kind: SurveyKind
}

interface Findings {
  readonly machine: MachineMark | null
  readonly verdict: BadVerdict | null
  readonly optOut: OptOut | null
  readonly rights: readonly DataRight[]
  readonly complaints: readonly string[]
  readonly praised: boolean
  readonly thanked: boolean
  /** Thanks, good wishes, and nothing else. */
  readonly plainThanks: boolean
  readonly requested: boolean
  /** Something else than the stop, or than the right to their own data, is asked for. */
  readonly requestedBeside: boolean
  readonly score: ReadScore
  /** The words say the opposite of the score, or of the praise. */
  readonly contradicted: boolean
  /** Nobody need read what stands beside the score, or instead of one. */
  readonly understood: boolean
  readonly asked: boolean
}

/**
 * The order: what no person wrote comes first; then a stop; then what the mail service warns of; then what the law gives a clock, and whoever
 * is unhappy; then the answer we asked for. Praise without a score answers a survey in words. The rest a person reads.
 */
const RULES: readonly (readonly [ReplyKind, (found: Findings) => boolean])[] = [
  ['bounce', ({ machine }) => machine?.kind === 'bounce'],
  ['autoReply', ({ machine }) => machine?.kind === 'autoReply'],
  ['optOut', ({ optOut }) => optOut !== null],
  ['unclear', ({ verdict }) => verdict !== null],
  ['request', ({ rights }) => rights.length > 0],
  ['complaint', ({ complaints }) => complaints.length > 0],
  ['unclear', ({ contradicted }) => contradicted],
  ['answer', ({ score }) => score.score !== null],
  ['request', ({ requested, score }) => requested && score.reason === 'score:none'],
  ['answer', ({ asked, praised, score }) => asked && praised && score.reason === 'score:none'],
  ['thanks', ({ plainThanks, score }) => plainThanks && score.reason === 'score:none'],
  ['unclear', () => true],
]

/**
 * `asked` is the survey that the mail answers, or null when nothing was asked: then no score is read.
 * `own` is what the mail may quote of us, however it quotes it. A complaint, a stop and a request keep the score that was given with them, so that both are acted upon.
 */
export function readReply(mail: ParsedMail, asked: Asked | null, own: readonly OwnLetter[] = []): ReplyReading {
  const written = customersWords(mail.text, own)
  const text = cutTo(written, LONGEST_TEXT)
  const found = findingsIn({ mail, text, asked })
  const kind = RULES.find(([, holds]) => holds(found))?.[0] ?? 'unclear'
  const byPerson = found.machine === null && found.verdict === null
  return {
    kind,
    score: byPerson ? found.score.score : null,
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

function findingsIn({
  mail,
  text,
  asked,
}: {
  readonly mail: ParsedMail
  readonly text: string
  readonly asked: Asked | null
}): Findings {
  // "STOP" as the subject of an empty mail: what mailboxes send for a mailto link.
  const words = text === '' ? tidyLines(readableText(mail.subject.slice(0, 500))) : text
  const said = spoken(words)
  const nothing = text === ''
  const complaints = nothing ? [] : complaintsIn(said, { contentment: asked?.kind === 'csat' })
  const praised = !nothing && praises(said)
  const score: ReadScore = asked && !nothing ? readScore(text, said, asked.kind) : { score: null, reason: 'score:none' }
  const subjectStop = nothing ? null : stopInSubject(mail.subject)
  const optOut = optOutIn(said) ?? (subjectStop && isSignedOnly(text) ? subjectStop : null)
  const rights = nothing ? [] : rightsIn(said)
  const understood = asked === null || nothing || isUnderstood({ text, score, kind: asked.kind })
  const mayStop = !nothing && optOut === null && (subjectStop !== null || mayAskToStop(said))
  // A word that only looks like a question ("keep doing what you do") asks nothing in an answer that is understood.
  const requested = mayStop || (!nothing && asksSomething(text, said) && !(asked !== null && understood))
  const contradicted = asked !== null && !nothing && isContradicted({ text, said, score, complaints, praised, kind: asked.kind })
  const demands = optOut !== null || rights.length > 0 || complaints.length > 0
  return {
    machine: machineBehind({ mail, text, said, demands, scored: score.score !== null }),
    verdict: badVerdict(mail.headers),
    optOut,
    rights,
    complaints,
    praised,
    thanked: !nothing && thanks(said),
    plainThanks: !nothing && isNothingButThanks(mail, { text, asked: asked !== null }),
    requested,
    requestedBeside: requested && ((optOut === null && rights.length === 0) || asksBeside(text)),
    score,
    contradicted,
    understood,
    asked: asked !== null,
  }
}

/** More pieces than this are no letter of a person. */
const MOST_PIECES = 100

/** A stop is often put as a request itself ("can you unsubscribe me?"), and a right always is: only what is asked apart from them counts. */
const asksBeside = (text: string): boolean =>
  text.split(/(?<=[.!?;])\s|\n|,| (?:và|and|nhưng|but) /u, MOST_PIECES).some((piece) => {
    const said = spoken(piece)
    return asksSomething(piece, said) && optOutIn(said) === null && rightsIn(said).length === 0
  })

/** A picture may show what the words do not say, and so may a subject that is not ours. To a question, a mere heart is no thanks. */
function isNothingButThanks(mail: ParsedMail, { text, asked }: { readonly text: string; readonly asked: boolean }): boolean {
  const subject = mail.subject.trim()
  const isOurSubject = subject === '' || REPLIES.test(subject) || isPlainThanks(subject.slice(0, 500))
  return mail.attachments.every(isOrnament) && isOurSubject && (isPlainThanks(text) || (!asked && isAffection(text)))
}

interface SaidWithScore {
  readonly text: string
  readonly said: Spoken
  readonly score: ReadScore
  readonly complaints: readonly string[]
  readonly praised: boolean
  readonly kind: SurveyKind
}

/** Top marks for a broken cup are irony, and bottom marks with praise are the scale read upside down: a person must say. */
function isContradicted({ text, said, score, complaints, praised, kind }: SaidWithScore): boolean {
  const doubted = complaints.length > 0 || doubtsPraise(text, said) || isScornful(text)
  if (score.score === null) return praised && doubted
  const band = bandOf(kind, score.score)
  return (band === 'high' && doubted) || (band === 'low' && praised && complaints.length === 0)
}

function heldIn({ optOut, rights, complaints, requestedBeside, score, contradicted }: Findings): readonly Held[] {
  return [
    ...(optOut ? [{ is: 'stop', all: optOut.all } as const] : []),
    ...(optOut?.withdrawal ? [{ is: 'right', ask: 'withdraw' } as const] : []),
    ...rights.map((ask) => ({ is: 'right', ask }) as const),
    ...(complaints.length > 0 ? [{ is: 'complaint' } as const] : []),
    ...(requestedBeside ? [{ is: 'request' } as const] : []),
    ...(contradicted && score.score !== null ? [{ is: 'contradicted-score' } as const] : []),
  ]
}

/** An answer is settled by what is understood; a request in it is read by a person anyway. */
const unreadIn = ({ understood, requestedBeside }: Findings): readonly Held[] =>
  understood || requestedBeside ? [] : [{ is: 'words-to-read' }]

/** Short words for staff; what is acted upon is in `holds`. */
function reasonsOf(found: Findings, kind: ReplyKind): readonly string[] {
  const { machine, verdict, optOut, rights, complaints, thanked, requestedBeside, score, asked } = found
  if (machine) return [machine.reason, ...(verdict ? [`verdict:${verdict}`] : [])]
  const also = (what: ReplyKind, is: boolean) => (is && kind !== what ? [`also:${what}`] : [])
  return [
    ...(verdict ? [`verdict:${verdict}`] : []),
    ...(optOut ? [optOut.reason, ...(optOut.all ? ['optOut:all'] : []), ...(optOut.withdrawal ? ['rights:withdraw'] : [])] : []),
    ...rights.map((right) => `rights:${right}`),
    ...complaints.slice(0, 3).map((written) => `word:${written}`),
    ...(asked && verdict === null ? [score.reason] : []),
    ...(found.contradicted && score.score !== null ? ['score:contradicted'] : []),
    ...also('complaint', complaints.length > 0),
    ...also('answer', score.score !== null && verdict === null),
    ...also('request', requestedBeside),
    ...(kind === 'unclear' && thanked ? ['word:thanks'] : []),
  ]
}
