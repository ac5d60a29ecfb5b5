/** The weekly mail to a department: how much it was told, by category, what it has not answered, and the words without names. */
import { html } from 'hono/html'
import type { DepartmentDigest } from '#core/work/case/department-digest.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { categoryInWords, type DigestTelling, standsInWords } from '#web/staff/mails/digest-table.ts'
import { DIGEST_WORDS } from '#web/staff/mails/digest-words.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'

/** A mail is read on a phone; the file has them all. */
const MOST_LINES = 20

export function digestMail(digest: DepartmentDigest, telling: DigestTelling & { readonly company: string }) {
  const { locale, department, company } = telling
  const words = DIGEST_WORDS[locale]
  const { told, open, counts } = digest
  const subject = headerSafe(words.subject(department, shortDate(digest.from, locale), shortDate(digest.to, locale))).text
  const lead = told.length === 0 ? words.nothing : words.told(told.length)
  const byCategory = counts.map(({ category, count }) => ({ name: categoryInWords({ category }, telling), count }))
  const openLines = open.slice(0, MOST_LINES).map((line) => `${line.reader}: ${standsInWords(line, telling)}. ${line.words}`)
  const verbatims = told.slice(0, MOST_LINES).map((line) => line.words)
  const rest = (all: number) => (all > MOST_LINES ? [words.more(all - MOST_LINES)] : [])
  const list = (lines: readonly string[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  const body = html`<p>${lead}</p>
${byCategory.length === 0 ? '' : html`<h2>${words.byCategory}</h2><table class="counts">${byCategory.map(({ name, count }) => html`<tr><td>${name}</td><td>${count}</td></tr>`)}</table>\n`}<h2>${words.open}</h2>
${open.length === 0 ? html`<p>${words.noOpen}</p>` : list([...openLines, ...rest(open.length)])}
${verbatims.length === 0 ? '' : html`<h2>${words.words}</h2>${list([...verbatims, ...rest(told.length)])}\n`}<p class="quiet">${words.file}</p>
`
  const dashed = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')
  const paragraphs = [
    subject,
    lead,
    ...(byCategory.length === 0
      ? []
      : [`${words.byCategory}\n${dashed(byCategory.map(({ name, count }) => `${name}: ${count}`))}`]),
    `${words.open}\n${open.length === 0 ? words.noOpen : dashed([...openLines, ...rest(open.length)])}`,
    ...(verbatims.length === 0 ? [] : [`${words.words}\n${dashed([...verbatims, ...rest(told.length)])}`]),
    words.file,
    `-- \n${company}`,
  ]
  return { subject, html: mailFrame({ locale, company, title: subject, body }), text: `${paragraphs.join('\n\n')}\n` }
}
