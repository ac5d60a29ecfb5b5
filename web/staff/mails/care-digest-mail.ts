/** The weekly mail to the people of care: what came and was closed, by category against the week before, what is late, and what recurs with its cases. */
import { html } from 'hono/html'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { CareFindings } from '#core/report/care-findings.ts'
import type { RecurringGroup } from '#core/report/recurring.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { CARE_DIGEST_WORDS } from '#web/staff/mails/care-digest-words.ts'
import { mailFrame } from '#web/staff/mails/mail-frame.ts'
import { RECURRING_PATH, workPath } from '#web/staff/paths.ts'
import { categoryNamed } from '#web/words/cases.ts'
import { groupNamed, RECURRING_WORDS, recurringRuleInWords } from '#web/words/recurring.ts'

/** A mail is read on a phone; the page has them all. */
const MOST_CASES = 10

export interface CareDigestMail {
  readonly locale: PageLocale
  readonly company: string
  readonly cases: CasePolicy
  /** Null where the staff app has no address. */
  readonly staffUrl: string | null
}

export function careDigestMail({ week, groups, periods }: CareFindings, { locale, company, cases, staffUrl }: CareDigestMail) {
  const words = CARE_DIGEST_WORDS[locale]
  const day = (date: string) => shortDate(date, locale)
  const title = headerSafe(words.subject(day(week.from), day(week.to))).text
  const lead = [
    words.week(week.opened.now, week.closed.now),
    words.before(week.opened.before, week.closed.before),
    words.open(week.open, week.late),
  ]
  const categories = week.categories.map(({ category, now, before }) => ({
    name: category === null ? words.none : categoryNamed(category, { cases, locale }),
    now,
    before,
  }))
  const recurring = groups.filter(({ recurs }) => recurs)
  const link = (path: string) => (staffUrl === null ? null : `${staffUrl}${path}`)
  const rule = recurringRuleInWords(cases.recurring, locale)
  const told = (group: RecurringGroup) => ({
    title: groupNamed(group, { cases, locale }),
    counts: RECURRING_WORDS[locale].counts(group.now.customers, group.before.customers),
    behind: group.behind
      .slice(0, MOST_CASES)
      .map(({ workId, openedOn }) => ({ said: words.opened(day(openedOn)), link: link(workPath(workId)) })),
    more: group.behind.length > MOST_CASES ? words.more(group.behind.length - MOST_CASES) : null,
  })
  const groupsTold = recurring.map(told)
  const nothing = words.nothingRecurs(cases.recurring.days)
  const period = `${day(periods.now.from)} - ${day(periods.now.to)}`
  const button = (path: string, said: string) =>
    staffUrl === null ? '' : html`<p><a class="open" href="${staffUrl}${path}">${said}</a></p>\n`
  const body = html`${lead.map((line) => html`<p>${line}</p>\n`)}${button('/work', words.work)}${
    categories.length === 0
      ? ''
      : html`<h2>${words.categories}</h2><table class="counts"><tr>${words.columns.map((heading) => html`<th>${heading}</th>`)}</tr>${categories.map(({ name, now, before }) => html`<tr><td>${name}</td><td>${now}</td><td>${before}</td></tr>`)}</table>\n`
  }<h2>${words.recurs}</h2>
${recurring.length === 0 ? html`<p>${nothing}</p>\n` : html`<p class="quiet">${period}</p>\n`}${groupsTold.map(
  ({ title, counts, behind, more }) =>
    html`<p><b>${title}</b><br>${counts}</p><ul>${behind.map(({ said, link }) => html`<li>${link === null ? said : html`<a href="${link}">${said}</a>`}</li>`)}${more === null ? '' : html`<li>${more}</li>`}</ul>\n`,
)}${button(RECURRING_PATH, words.page)}<p class="quiet">${rule}</p>
<p class="quiet">${words.privacy}</p>
`
  const text = [
    title,
    lead.join('\n'),
    ...(staffUrl === null ? [] : [`${words.work}: ${staffUrl}/work`]),
    ...(categories.length === 0
      ? []
      : [[words.categories, ...categories.map(({ name, now, before }) => `- ${name}: ${now} (${before})`)].join('\n')]),
    `${words.recurs}\n${recurring.length === 0 ? nothing : period}`,
    ...groupsTold.map(({ title, counts, behind, more }) =>
      [
        `${title}: ${counts}`,
        ...behind.map(({ said, link }) => `- ${said}${link === null ? '' : `: ${link}`}`),
        ...(more === null ? [] : [`- ${more}`]),
      ].join('\n'),
    ),
    ...(staffUrl === null ? [] : [`${words.page}: ${staffUrl}${RECURRING_PATH}`]),
    `-- \n${company}\n${words.privacy}`,
  ]
  return { subject: title, html: mailFrame({ locale, company, title, body }), text: `${text.join('\n\n')}\n` }
}
