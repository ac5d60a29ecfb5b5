/** The mail about a list of calls as HTML: one column that a phone shows as it is, with numbers that dial when they are tapped. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import type { CallInMail } from '#web/staff/mails/call-in-mail.ts'
import type { CallsMailBody } from '#web/staff/mails/calls-mail-body.ts'
import { CALLS_MAIL_WORDS } from '#web/staff/mails/calls-mail-words.ts'

export function callsMailHtml(body: CallsMailBody): string {
  const { locale, title, remarks, warnings, given, notGiven, page, company } = body
  const words = CALLS_MAIL_WORDS[locale]
  return String(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="mail">
<p class="company">${company}</p>
<h1>${title}</h1>
${remarks.map((remark) => html`<p>${remark}</p>\n`)}${warnings.map((warning) => html`<p class="warn">${warning}</p>\n`)}${page === null ? '' : html`<p><a class="open" href="${page}">${words.open}</a></p>\n`}${lines(given, body)}${notGiven.length === 0 ? '' : html`<h2>${words.notGiven}</h2>\n${lines(notGiven, body)}`}<p class="quiet">${words.privacy}</p>
</div>
</body>
</html>
`)
}

const lines = (calls: readonly CallInMail[], body: CallsMailBody): Html | '' =>
  calls.length === 0
    ? ''
    : html`<table role="presentation" cellspacing="0" cellpadding="0">
${calls.map((call) => line(call, body))}</table>
`

function line(
  { rank, people, reasons, promise, due, why, agent, link }: CallInMail,
  { locale, withAgents }: CallsMailBody,
): Html {
  const words = CALLS_MAIL_WORDS[locale]
  return html`<tr><td class="rank">${rank}</td><td>
${people.map(person)}<p>${reasons}${promise === '' ? '' : html` · <b>${words.promise(promise)}</b>`}${due === '' ? '' : html` · ${words.due(due)}`}</p>
${why === '' ? '' : html`<p class="quiet">${words.why(why)}</p>\n`}${withAgents && agent !== null ? html`<p class="quiet">${words.rings(agent)}</p>\n` : ''}${link === null ? '' : html`<p><a href="${link}">${words.openWork}</a></p>\n`}</td></tr>
`
}

const person = ({ form, fullName, phone, readable }: CallInMail['people'][number]): Html =>
  html`<p><b>${form}</b>${form.endsWith(fullName) ? '' : html` · ${fullName}`} <span>· ${phone === null ? html`<i>${readable}</i>` : html`<a href="tel:${phone}" class="phone">${readable}</a>`}</span></p>
`

/**
 * The colours are those of the staff app in the light. Mail programs that leave the style out show the same words in the same order.
 * No quotation marks: the page would write them as entities, which a style does not read.
 */
const STYLE =
  'body{margin:0;background:#f6f5ef;color:#20302a;font:16px/1.5 system-ui,Segoe UI,Roboto,Noto Sans,Arial,sans-serif}' +
  '.mail{max-width:640px;margin:0 auto;padding:20px 16px;background:#fff}' +
  'p{margin:0 0 4px}h1{margin:4px 0 12px;font-size:21px;line-height:1.3}h2{margin:24px 0 8px;font-size:17px}' +
  '.company{color:#14664a;font-weight:600}.quiet{color:#5b6b64;font-size:14px}' +
  '.warn{margin:12px 0;padding:10px 12px;background:#fdefe3;color:#9a3412}' +
  'a{color:#14664a}span{white-space:nowrap}.phone{font-weight:600}' +
  '.open{display:inline-block;margin:12px 0;padding:11px 18px;background:#14664a;color:#fff;text-decoration:none;border-radius:8px}' +
  'table{width:100%;border-collapse:collapse;margin:8px 0 20px}td{padding:12px 0;border-top:1px solid #dcdfd8;vertical-align:top}' +
  '.rank{width:40px;color:#5b6b64}td a:not(.phone){display:inline-block;padding:6px 0}'
