/** The mail about a list of calls as plain text. */
import type { CallInMail } from '#web/staff/mails/call-in-mail.ts'
import type { CallsMailBody } from '#web/staff/mails/calls-mail-body.ts'
import { CALLS_MAIL_WORDS } from '#web/staff/mails/calls-mail-words.ts'
import { HOLDS_NAMES } from '#web/staff/mails/holds-names.ts'

export function callsMailText(body: CallsMailBody): string {
  const { title, remarks, warnings, given, notGiven, page, locale, company } = body
  const words = CALLS_MAIL_WORDS[locale]
  const paragraphs = [
    title,
    ...remarks,
    ...warnings,
    ...(page === null ? [] : [`${words.open}: ${page}`]),
    ...given.map((call) => callLines(call, body)),
    ...(notGiven.length === 0 ? [] : [`--- ${words.notGiven} ---`, ...notGiven.map((call) => callLines(call, body))]),
    `-- \n${company}\n${HOLDS_NAMES[locale]}`,
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function callLines(
  { place, people, reasons, promise, due, why, agent, link }: CallInMail,
  { locale, withAgents }: CallsMailBody,
): string {
  const words = CALLS_MAIL_WORDS[locale]
  const who = people.map(({ form, fullName, readable }) => `${form} (${fullName}), ${readable}`)
  const lines = [
    ...who,
    [reasons, ...(promise === '' ? [] : [words.promise(promise)]), ...(due === '' ? [] : [words.due(due)])].join('. '),
    ...(why === '' ? [] : [words.why(why)]),
    ...(withAgents && agent !== null ? [words.rings(agent)] : []),
    ...(link === null ? [] : [link]),
  ]
  return `${place}. ${lines.join('\n   ')}`
}
