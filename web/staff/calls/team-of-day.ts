/** What the lead looks at above the calls of a day: who is on shift with how many calls, what is agreed for the next hours, what no one was given. */
import { html } from 'hono/html'
import { isBroken } from '#core/work/promise-time.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import type { Telling } from '#web/staff/calls/call-line.ts'
import { type AgentShown, type CallShown, callsPath, NOT_GIVEN_OUT, type TeamOfDay } from '#web/staff/calls/calls-shown.ts'
import { CALLS_WORDS as WORDS } from '#web/staff/calls/calls-words.ts'
import { chip } from '#web/staff/chip.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import { workPath } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { parts } from '#web/staff/team/team-shown.ts'
import { DUTY_WORDS } from '#web/staff/team/team-words.ts'
import { nameApart } from '#web/words/names-apart.ts'
import { notGivenInWords } from '#web/words/why-in-line.ts'
import { writtenCount } from '#web/words/written.ts'

export function teamOfDay({ agents, promises, notGiven }: TeamOfDay, telling: Telling): Html {
  const { frame, shown } = telling
  const { locale } = frame
  const words = WORDS[locale]
  const rows = agents.map((agent) => agentRow(agent, telling))
  const isToday = shown.date === shown.today
  return html`<section><h2>${words.agents}</h2>${table({ locale, label: words.agents, headings: words.agentColumns, rows })}</section>
      ${isToday ? html`<div class="columns"><div>${promiseSection(promises, telling)}</div><div>${notGivenSection(notGiven, telling)}</div></div>` : notGivenSection(notGiven, telling)}`
}

function notGivenSection(notGiven: TeamOfDay['notGiven'], { frame: { locale }, shown }: Telling): Html {
  const words = WORDS[locale]
  return html`<section><h2>${words.notGivenTitle}</h2>${
    notGiven.length === 0
      ? html`<p class="quiet">${words.allGiven}</p>`
      : html`<ul class="plain">${notGiven.map(
          ({ because, count }) =>
            html`<li><a href="${callsPath({ team: shown.team, date: shown.date, agent: NOT_GIVEN_OUT })}"><b class="number" data-not-given="${because}">${writtenCount(count, locale)}</b></a> ${notGivenInWords(because, locale)}</li>`,
        )}</ul>`
  }</section>`
}

function agentRow(agent: AgentShown, { frame: { locale }, shown }: Telling) {
  const count = (number: number) => html`<span class="number">${writtenCount(number, locale)}</span>`
  const { address, duty, given, done, left } = agent
  const { team, date, nameOf } = shown
  return [
    html`<a href="${callsPath({ team, date, agent: address })}">${nameOf(address)}</a>`,
    hoursOf(agent, locale),
    count(given),
    count(done),
    count(left),
    duty && duty.hours.length > 0 ? count(duty.calls) : '',
  ]
}

function hoursOf({ duty, isAnswering }: AgentShown, locale: PageLocale): Html | string {
  if (!duty) return isAnswering ? '' : chip(WORDS[locale].left, 'warn')
  return duty.hours.length === 0 ? chip(DUTY_WORDS[locale][duty.because], 'quiet') : parts(duty.hours)
}

function promiseSection(promises: readonly CallShown[], telling: Telling): Html {
  const words = WORDS[telling.frame.locale]
  return html`<section><h2>${words.promises}</h2>${
    promises.length === 0
      ? html`<p class="quiet">${words.noPromises}</p>`
      : html`<ul class="plain">${promises.map((call) => promiseLine(call, telling))}</ul>`
  }</section>`
}

function promiseLine({ promiseAt, people, agent, items }: CallShown, { frame: { locale, now }, shown, at }: Telling): Html {
  const words = WORDS[locale]
  const [item] = items
  const missed = promiseAt !== null && isBroken(promiseAt, now) ? html` ${chip(words.missed, 'warn')}` : ''
  return html`<li data-promise="${promiseAt}"><b>${promiseAt === null ? '' : at(promiseAt)}</b>${missed} ${people.map(
    ({ customer: { customerId, fullName } }) => html`${customerLink({ customerId, name: fullName }, locale)} `,
  )} · ${agent === null ? words.nobodyRings : words.rings(shown.nameOf(agent))}${item ? html` · <a href="${workPath(item.workId)}">${nameApart(item, { items, locale, at, campaignName: shown.campaignName })}</a>` : ''}</li>`
}
