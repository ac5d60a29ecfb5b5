/** Everything that a mail holds, each finding read on its own. read-reply.ts decides what follows from the findings. */
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { machineBehind } from '#core/reply/machine-behind.ts'
import type { MachineMark } from '#core/reply/machine-mail.ts'
import { mayAskToStop, type OptOut, optOutIn } from '#core/reply/opt-out-words.ts'
import { isOrnament } from '#core/reply/ornament.ts'
import { isSignedOnly, REPLIES, stopInSubject } from '#core/reply/own-subject.ts'
import type { ParsedMail } from '#core/reply/parsed-mail.ts'
import { isPlainThanks } from '#core/reply/plain-thanks.ts'
import { type ReadScore, readScore } from '#core/reply/read-score.ts'
import { readableText, tidyLines } from '#core/reply/readable-text.ts'
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

export interface Findings {
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
  /** The mail asks for more than the stop or the right to the customer's own data. */
  readonly requestedBeside: boolean
  readonly score: ReadScore
  /** The words say the opposite of the score, or of the praise. */
  readonly contradicted: boolean
  /** Staff need not read the words beside the score, or in place of one. */
  readonly understood: boolean
  readonly asked: boolean
}

export function findingsIn({
  mail,
  text,
  asked,
}: {
  readonly mail: ParsedMail
  readonly text: string
  readonly asked: Asked | null
}): Findings {
  // "STOP" as the subject of an empty mail: mailboxes send this for a mailto link.
  const words = text === '' ? tidyLines(readableText(mail.subject.slice(0, 500))) : text
  const said = spoken(words)
  const nothing = text === ''
  const complaints = nothing ? [] : complaintsIn(said, { contentment: asked?.kind === 'csat' })
  const praised = !nothing && praises(said)
  const score: ReadScore = asked && !nothing ? readScore(text, said, asked.kind) : { is: 'none' }
  const subjectStop = nothing ? null : stopInSubject(mail.subject)
  const optOut = optOutIn(said) ?? (subjectStop && isSignedOnly(text) ? subjectStop : null)
  const rights = nothing ? [] : rightsIn(said)
  const understood = asked === null || nothing || isUnderstood({ text, score, kind: asked.kind })
  const mayStop = !nothing && optOut === null && (subjectStop !== null || mayAskToStop(said))
  // A word that only looks like a question ("keep doing what you do") asks nothing in a comment that is understood.
  const requested = mayStop || (!nothing && asksSomething(text, said) && !(asked !== null && understood))
  const contradicted = asked !== null && !nothing && isContradicted({ text, said, score, complaints, praised, kind: asked.kind })
  const demands = optOut !== null || rights.length > 0 || complaints.length > 0
  return {
    machine: machineBehind({ mail, text, said, demands, scored: score.is === 'score' }),
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

/** A person's letter has no more pieces than this. */
const MOST_PIECES = 100

/** A stop is often worded as a request ("can you unsubscribe me?"), and a right always is: only what is asked besides them counts. */
const asksBeside = (text: string): boolean =>
  text.split(/(?<=[.!?;])\s|\n|,| (?:và|and|nhưng|but) /u, MOST_PIECES).some((piece) => {
    const said = spoken(piece)
    return asksSomething(piece, said) && optOutIn(said) === null && rightsIn(said).length === 0
  })

/** A picture may show what the words do not say; so may a subject that is not ours. A mere heart is no thanks when the mail answers a survey. */
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

/** A top score for a broken cup is irony; a bottom score with praise is a scale read upside down. Staff must decide. */
function isContradicted({ text, said, score, complaints, praised, kind }: SaidWithScore): boolean {
  const doubted = complaints.length > 0 || doubtsPraise(text, said) || isScornful(text)
  if (score.is !== 'score' || kind === 'csi') return praised && doubted
  const band = bandOf(kind, score.value)
  return (band === 'high' && doubted) || (band === 'low' && praised && complaints.length === 0)
}
