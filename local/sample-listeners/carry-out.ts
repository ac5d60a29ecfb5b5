/**
 * Carries out a planned act, only in the ways that a customer has: the company's pages, and mail. It reports the act, and also an act that the mail
 * made impossible: a missing link, a page that refuses.
 */
import { stableHash } from '#core/customer/stable-hash.ts'
import { SCORE_FIELD, WHY_FIELD } from '#core/survey/survey-form.ts'
import type { Instant } from '#core/time/instant.ts'
import type { MailIn } from '#local/mail-in/lay-down-mail.ts'
import { chance } from '#local/sample-company/chance.ts'
import type { Act, Manner } from '#local/sample-listeners/act.ts'
import { customerBrowser, type Pages } from '#local/sample-listeners/browser.ts'
import { SKIPS_ATTRIBUTE } from '#local/sample-listeners/habits.ts'
import type { MailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import type { FormOnPage } from '#local/sample-listeners/markup.ts'
import { type CarriedOut, type Fields, formFor, type Reading, readAndPress, seen } from '#local/sample-listeners/read-pages.ts'
import { scanMail } from '#local/sample-listeners/scan-mail.ts'
import { writtenReply, writtenStop } from '#local/sample-listeners/written-mail.ts'
import { FREQUENCY_FIELD } from '#web/customer/preferences.ts'
import { SAID_FIELD, WORDS_FIELD } from '#web/customer/solved.ts'

export interface WaysOut {
  readonly pages: Pages
  readonly mailIn: MailIn
  /** The zone of the clock in the mail program. */
  readonly zone: string
}

export async function carryOut(
  ways: WaysOut,
  {
    mail,
    act,
    at,
    now,
  }: {
    readonly mail: MailAsRead
    readonly act: Act
    /** When the act was due: the date of its mail. */
    readonly at: Instant
    readonly now: Instant
  },
): Promise<CarriedOut | Reading> {
  const browserOf = (manner: Manner) => customerBrowser(ways.pages, mail.address, { keepsCookies: manner !== 'without-cookies' })
  switch (act.kind) {
    case 'scan':
      await scanMail(ways.pages, mail.links)
      return { done: true, status: null }
    case 'look':
      return mail.survey === null ? NO_LINK : seen(await browserOf('calm').open(buttonOf(mail.survey, mail, act.score)))
    case 'answer': {
      if (mail.survey === null) return NO_LINK
      const { manner } = act
      const browser = browserOf(manner)
      const page = await browser.open(act.by === 'tap' ? buttonOf(mail.survey, mail, act.score) : mail.survey)
      const said = (form: FormOnPage): Fields => [...givenIn(form, mail, act.score), ...wordsIn(WHY_FIELD, act.why)]
      return readAndPress(
        { browser, manner, at: now },
        {
          page,
          fill: (form) => filledIn(form, said(form)),
          next: (thanks, later) => {
            const { more } = act
            if (more === null || 'done' in formFor(thanks)) return seen(thanks)
            return readAndPress({ browser, manner, at: later }, { page: thanks, fill: (form) => moreIn(form, more), next: seen })
          },
        },
      )
    }
    case 'say': {
      if (mail.solved === null) return NO_LINK
      const browser = browserOf('calm')
      const page = await browser.open(`${mail.solved}?${SAID_FIELD}=${act.solved ? 'yes' : 'no'}`)
      const fill = (form: FormOnPage): Fields => filledIn(form, wordsIn(WORDS_FIELD, act.words))
      return readAndPress({ browser, manner: 'calm', at: now }, { page, fill, next: seen })
    }
    case 'preferences': {
      if (mail.preferences === null) return NO_LINK
      const browser = browserOf('calm')
      const page = await browser.open(mail.preferences)
      const fill = (form: FormOnPage): Fields =>
        act.change === 'no-surveys'
          ? form.filled.filter(([name]) => name !== 'survey/email')
          : filledIn(form, [[FREQUENCY_FIELD, act.change]])
      return readAndPress({ browser, manner: 'calm', at: now }, { page, fill, next: seen })
    }
    case 'one-click':
      return mail.oneClick === null
        ? NO_LINK
        : seen(await browserOf('calm').send(mail.oneClick, [['List-Unsubscribe', 'One-Click']]))
    case 'reply':
    case 'absence': {
      const [program, photo] = act.kind === 'reply' ? ([act.program, act.photo] as const) : (['plain', false] as const)
      return posted(
        ways,
        await writtenReply({ mail, text: act.text, program, photo, automatic: act.kind === 'absence', at, zone: ways.zone }),
      )
    }
    case 'mailto-stop':
      return posted(ways, await writtenStop(mail, at))
  }
}

/** The score's own button. A mail that asks several questions has one for all. */
const buttonOf = (link: string, { asks }: MailAsRead, score: number) =>
  asks === 'csi' ? link : `${link}?${SCORE_FIELD}=${score}`

/** The score, or a rating near it for each group of buttons that the page shows; now and then one is skipped. */
function givenIn({ choices }: FormOnPage, { asks, address }: MailAsRead, score: number): Fields {
  if (asks !== 'csi') return [[SCORE_FIELD, String(score)]]
  const groups = Map.groupBy(choices, ([name]) => name)
  return [...groups].map(([name, buttons]) => {
    const luck = chance(stableHash(`${address} ${name} ${score}`))
    const wanted = luck.happens(SKIPS_ATTRIBUTE) ? '' : String(score + luck.between(-1, 1))
    const [, value] = buttons.find(([, offered]) => offered === wanted) ?? [name, String(score)]
    return [name, value] as const
  })
}

const NO_LINK = { done: false, because: 'no such link in the mail' } as const

async function posted({ mailIn }: WaysOut, mail: Awaited<ReturnType<typeof writtenReply>>): Promise<CarriedOut> {
  if (mail === null) return { done: false, because: 'no address to answer to' }
  await mailIn.layDown(mail)
  return { done: true, status: null }
}

/** The form's values, with some changed. */
function filledIn({ filled }: FormOnPage, changed: Fields): Fields {
  const names = new Set(changed.map(([name]) => name))
  return [...filled.filter(([name]) => !names.has(name)), ...changed]
}

const wordsIn = (field: string, words: string | null): Fields => (words === null ? [] : [[field, words]])

/** The first choice of every list, and the same words for every text field. */
function moreIn(form: FormOnPage, words: string): Fields {
  const first = new Map(form.choices.toReversed())
  return filledIn(form, [...first, ...form.texts.map((name) => [name, words] as const)])
}
