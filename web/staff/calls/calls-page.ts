/** The page of the calls of a day: an agent's own part of the team's list, or the whole team's. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { callLine, type Telling } from '#web/staff/calls/call-line.ts'
import { type CallsShown, callsPath, type ListShown, NOT_GIVEN_OUT, type NoList } from '#web/staff/calls/calls-shown.ts'
import { CALLS_WORDS as WORDS } from '#web/staff/calls/calls-words.ts'
import { teamOfDay } from '#web/staff/calls/team-of-day.ts'
import { dayField, selectField } from '#web/staff/filter-fields.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { pageLinks } from '#web/staff/page-links.ts'
import { day } from '#web/staff/team/team-shown.ts'
import { wrongLines } from '#web/staff/wrong-in-address.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

export function callsPage(frame: Frame, shown: CallsShown): Html {
  const { locale, company } = frame
  const { team, date, today, list } = shown
  const words = WORDS[locale]
  const title = date === today ? words.today : words.ofDay(day(date, locale))
  const telling = { frame, shown, at: (instant: string) => writtenInstant(instant, { zone: company.zone, locale }) }
  const body = html`<h1>${title}</h1>
      ${wrongLines(shown.wrong, locale)}
      <p class="quiet">${team}, ${day(date, locale)}. ${date === today ? (list.is === 'list' ? words.lead : '') : html`${words.past} <a href="${callsPath({ team })}">${words.toToday}</a>`}</p>
      ${chooser(shown, locale)}
      ${list.is === 'list' ? listParts(list, telling) : html`<section><p><b>${noListInWords(list, locale)}</b></p>${nextLine(shown, locale)}</section>`}`
  return framePage({ frame, section: 'calls', title, body })
}

export function noCallsPage(frame: Frame): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.today}</h1><section><p class="quiet">${words.noTeam}</p></section>`
  return framePage({ frame, section: 'calls', title: words.today, body })
}

function chooser({ team, teams, date, whose, agent, list, nameOf }: CallsShown, locale: PageLocale): Html {
  const words = WORDS[locale]
  const agents = list.is === 'list' && list.ofTeam ? list.ofTeam.agents : []
  const ringers = [
    ...agents.map(({ address }) => [address, nameOf(address)] as const),
    [NOT_GIVEN_OUT, words.notGivenOut] as const,
  ]
  return html`<form method="get" action="/calls" class="filters">
          ${teams.length > 1 ? selectField({ name: 'team', label: words.team, chosen: team, options: teams.map((name) => [name, name]) }) : ''}
          ${dayField({ name: 'date', label: words.day, chosen: date })}
          ${whose === 'team' && list.is === 'list' ? selectField({ name: 'agent', label: words.who, chosen: agent, any: words.everyone, options: ringers }) : ''}
          <button class="quiet">${words.show}</button>
        </form>`
}

function listParts(list: ListShown, telling: Telling): Html {
  const { frame, shown, at } = telling
  const { locale } = frame
  const words = WORDS[locale]
  const { open, done, calls, page, isMore, beyond, ofTeam } = list
  const link = (asked: number) => callsPath({ team: shown.team, date: shown.date, agent: shown.agent, page: asked })
  const parts = [calls.filter(({ isDone }) => !isDone), calls.filter(({ isDone }) => isDone)] as const
  return html`${list.isAnyoneOnShift ? '' : html`<p class="said warn" role="status">${words.nobodyOnShift}</p>`}
      ${ofTeam && shown.agent === null ? teamOfDay(ofTeam, telling) : ''}
      <section>
        <h2>${shown.date === shown.today ? words.openTitle : words.leftTitle}</h2>
        <p><b data-count="calls">${words.sum(writtenCount(open, locale), writtenCount(done, locale))}</b> <small>${list.isRemade ? words.remade(at(list.madeAt)) : words.made(at(list.madeAt))}</small></p>
        ${beyond > 0 && shown.whose === 'team' ? html`<p class="quiet">${words.beyond(writtenCount(beyond, locale))}</p>` : ''}
        ${open === 0 ? emptyLine(list, telling) : parts[0].map((call) => callLine(call, telling))}
      </section>
      ${parts[1].length === 0 ? '' : html`<section><h2>${words.doneTitle}</h2>${parts[1].map((call) => callLine(call, telling))}</section>`}
      ${pageLinks({ page, isMore, link, locale })}`
}

function emptyLine({ done }: ListShown, { frame: { locale }, shown }: Telling): Html {
  const words = WORDS[locale]
  const empty = shown.agent !== null ? words.emptyChosen : shown.whose === 'own' ? words.emptyOwn : words.emptyTeam
  return html`<p class="empty">${done > 0 ? words.allDone : empty}</p>${nextLine(shown, locale)}`
}

function nextLine({ next }: CallsShown, locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<p class="quiet">${next ? words.next(day(next.date, locale), next.time) : words.noNext}</p>`
}

function noListInWords(list: NoList, locale: PageLocale): string {
  const words = WORDS[locale]
  switch (list.is) {
    case 'day-off':
      return list.name ? words.holiday(list.name[locale]) : words.dayOff
    case 'early':
      return words.early(list.time)
    case 'due':
      return words.due
    case 'past':
      return words.none
  }
}
