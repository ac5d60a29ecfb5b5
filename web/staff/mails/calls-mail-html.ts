/** The mail about a list of calls as HTML, with numbers that dial when they are tapped. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import type { CallInMail } from '#web/staff/mails/call-in-mail.ts'
import type { CallsMailBody } from '#web/staff/mails/calls-mail-body.ts'
import { CALLS_MAIL_WORDS } from '#web/staff/mails/calls-mail-words.ts'
import { HOLDS_NAMES } from '#web/staff/mails/holds-names.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'

export function callsMailHtml(body: CallsMailBody): string {
  const { locale, title, remarks, warnings, given, notGiven, page, company } = body
  const words = CALLS_MAIL_WORDS[locale]
  const said = html`${remarks.map((remark) => html`<p>${remark}</p>\n`)}${warnings.map((warning) => html`<p class="warn">${warning}</p>\n`)}${page === null ? '' : html`<p><a class="open" href="${page}">${words.open}</a></p>\n`}${lines(given, body)}${notGiven.length === 0 ? '' : html`<h2>${words.notGiven}</h2>\n${lines(notGiven, body)}`}<p class="quiet">${HOLDS_NAMES[locale]}</p>
`
  return mailFrame({ locale, company, title, body: said })
}

const lines = (calls: readonly CallInMail[], body: CallsMailBody): Html | '' =>
  calls.length === 0
    ? ''
    : html`<table role="presentation" cellspacing="0" cellpadding="0">
${calls.map((call) => line(call, body))}</table>
`

function line(
  { place, people, reasons, promise, due, why, agent, link }: CallInMail,
  { locale, withAgents }: CallsMailBody,
): Html {
  const words = CALLS_MAIL_WORDS[locale]
  return html`<tr><td class="rank">${place}</td><td>
${people.map(personLine)}<p>${reasons}${promise === '' ? '' : html` · <b>${words.promise(promise)}</b>`}${due === '' ? '' : html` · ${words.due(due)}`}</p>
${why === '' ? '' : html`<p class="quiet">${words.why(why)}</p>\n`}${withAgents && agent !== null ? html`<p class="quiet">${words.rings(agent)}</p>\n` : ''}${link === null ? '' : html`<p><a href="${link}">${words.openWork}</a></p>\n`}</td></tr>
`
}

export const personLine = ({ form, fullName, phone, isDialled, readable }: CallInMail['people'][number]): Html =>
  html`<p><b>${form}</b>${form.endsWith(fullName) ? '' : html` · ${fullName}`} <span>· ${isDialled ? html`<a href="tel:${phone}" class="phone">${readable}</a>` : html`<i>${readable}</i>`}</span></p>
`
