/**
 * Doing what was planned, by the ways that a customer has and no other: the company's pages, and mail. What was done is told, and so is what
 * the mail left no way to do: a link that is missing, a page that says no.
 */
import { SCORE_FIELD, WHY_FIELD } from '#core/survey/survey-form.ts'
import type { Instant } from '#core/time/instant.ts'
import type { MailIn } from '#local/mail-in/lay-down-mail.ts'
import type { Act } from '#local/sample-listeners/act.ts'
import { type Browser, customerBrowser, type PageSeen, type Pages } from '#local/sample-listeners/browser.ts'
import type { MailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { type FormOnPage, formsIn } from '#local/sample-listeners/markup.ts'
import { writtenReply, writtenStop } from '#local/sample-listeners/written-mail.ts'
import { FREQUENCY_FIELD } from '#web/pages/preferences.ts'

export interface WaysOut {
  readonly pages: Pages
  readonly mailIn: MailIn
  /** Of the clock that mail programs show. */
  readonly zone: string
}

/** `status` is the last page's, where one was seen. */
export type CarriedOut = { readonly done: true; readonly status: number | null } | Refused
interface Refused {
  readonly done: false
  readonly because: string
}

export async function carryOut(
  ways: WaysOut,
  { mail, act, at }: { readonly mail: MailAsRead; readonly act: Act; readonly at: Instant },
): Promise<CarriedOut> {
  const browser = customerBrowser(ways.pages, act.kind === 'scan' ? 'mail scanner' : mail.address)
  switch (act.kind) {
    case 'scan':
      for (const link of mail.links) await browser.open(link)
      return { done: true, status: null }
    case 'look':
      return mail.survey === null ? NO_LINK : seen(await browser.open(`${mail.survey}?${SCORE_FIELD}=${act.score}`))
    case 'answer': {
      if (mail.survey === null) return NO_LINK
      const tapped = act.by === 'tap' ? `${mail.survey}?${SCORE_FIELD}=${act.score}` : mail.survey
      const form = await formAt(browser, tapped)
      if (!('form' in form)) return form
      const thanks = await browser.send(
        form.to,
        filledIn(form.form, [[SCORE_FIELD, String(act.score)], ...wordsIn(WHY_FIELD, act.why)]),
      )
      const [further] = formsIn(thanks.body)
      if (act.more === null || !further) return seen(thanks)
      return seen(await browser.send(new URL(further.action, thanks.url).href, moreIn(further, act.more)))
    }
    case 'preferences': {
      if (mail.preferences === null) return NO_LINK
      const form = await formAt(browser, mail.preferences)
      if (!('form' in form)) return form
      const fields =
        act.change === 'no-surveys'
          ? form.form.filled.filter(([name]) => name !== 'survey/email')
          : filledIn(form.form, [[FREQUENCY_FIELD, act.change]])
      return seen(await browser.send(form.to, fields))
    }
    case 'one-click':
      return mail.oneClick === null ? NO_LINK : seen(await browser.send(mail.oneClick, [['List-Unsubscribe', 'One-Click']]))
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

const NO_LINK = { done: false, because: 'no such link in the mail' } as const

const seen = ({ status }: PageSeen): CarriedOut =>
  status < 400 ? { done: true, status } : { done: false, because: `the page says ${status}` }

async function posted({ mailIn }: WaysOut, mail: Awaited<ReturnType<typeof writtenReply>>): Promise<CarriedOut> {
  if (mail === null) return { done: false, because: 'no address to answer to' }
  await mailIn.layDown(mail)
  return { done: true, status: null }
}

async function formAt(browser: Browser, url: string): Promise<Refused | { readonly form: FormOnPage; readonly to: string }> {
  const page = await browser.open(url)
  const [form] = formsIn(page.body)
  if (page.status >= 400 || !form) return { done: false, because: `the page says ${page.status}` }
  return { form, to: new URL(form.action || page.url, page.url).href }
}

type Fields = readonly (readonly [name: string, value: string])[]

/** The form as it stood, but for what was changed. */
function filledIn({ filled }: FormOnPage, changed: Fields): Fields {
  const names = new Set(changed.map(([name]) => name))
  return [...filled.filter(([name]) => !names.has(name)), ...changed]
}

const wordsIn = (field: string, words: string | null): Fields => (words === null ? [] : [[field, words]])

/** The first thing of every list, and the same words wherever words are asked. */
function moreIn(form: FormOnPage, words: string): Fields {
  const first = new Map(form.choices.toReversed())
  return filledIn(form, [...first, ...form.texts.map((name) => [name, words] as const)])
}
