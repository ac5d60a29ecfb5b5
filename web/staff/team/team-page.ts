/** The page of a team's time: who works on a day, the week to come, who is on call, and the long holidays. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { dayField, selectField } from '#web/staff/filter-fields.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { table } from '#web/staff/table.ts'
import { dayTable } from '#web/staff/team/day-table.ts'
import { teamSaidLine } from '#web/staff/team/team-said-line.ts'
import { day, parts, type TeamShown, teamPath } from '#web/staff/team/team-shown.ts'
import { TEAM_WORDS as WORDS } from '#web/staff/team/team-words.ts'
import { wrongLines } from '#web/staff/wrong-in-address.ts'
import { writtenCount } from '#web/words/written.ts'

export function teamPage(frame: Frame, shown: TeamShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const title = words.title(shown.team)
  const body = html`<h1>${title}</h1>
      <p class="quiet">${words.lead}</p>
      ${teamSaidLine(shown.said, locale)}${wrongLines(shown.wrong, locale)}
      ${chooser(shown, locale)}
      <section><h2>${day(shown.date, locale)}</h2>
        ${hoursLine(shown, locale)}
        ${dayTable(frame, shown)}
      </section>
      ${weekSection(shown, locale)}
      <div class="columns">${onCallSection(shown, locale)}${holidaysSection(shown, locale)}</div>`
  return framePage({ frame, section: 'team', title, body })
}

export function noTeamPage(frame: Frame): Html {
  const words = WORDS[frame.locale]
  return framePage({
    frame,
    section: 'team',
    title: words.teams,
    body: html`<h1>${words.teams}</h1><section><p class="quiet">${words.noTeam}</p></section>`,
  })
}

const chooser = ({ team, teams, date }: TeamShown, locale: PageLocale): Html => {
  const words = WORDS[locale]
  const options = teams.map((name) => [name, name] as const)
  return html`<form method="get" action="/team" class="filters">
          ${teams.length > 1 ? selectField({ name: 'team', label: words.teams, chosen: team, options }) : ''}
          ${dayField({ name: 'date', label: words.day, chosen: date })}
          <button class="quiet">${words.show}</button>
        </form>`
}

function hoursLine({ hours, holiday, nextDay }: TeamShown, locale: PageLocale): Html {
  const words = WORDS[locale]
  if (hours.length > 0) return html`<p>${words.hours(parts(hours))}</p>`
  const why = holiday
    ? words.holiday(holiday.name[locale], shortDate(holiday.from, locale), shortDate(holiday.to, locale))
    : words.dayOff
  return html`<p><b>${why}</b> ${nextDay ? words.nextDay(day(nextDay, locale)) : ''}</p>`
}

function weekSection({ week, team }: TeamShown, locale: PageLocale): Html {
  const words = WORDS[locale]
  const rows = week.map(({ date, hours, people }) => {
    const working = people.filter(({ duty }) => duty.hours.length > 0)
    const calls = working.reduce((sum, { duty }) => sum + duty.calls, 0)
    return [
      html`<a class="days" href="${teamPath({ team, date })}">${day(date, locale)}</a>`,
      hours.length === 0
        ? '–'
        : html`${hours.map((part, at) => html`${at === 0 ? '' : ', '}<span class="days">${parts([part])}</span>`)}`,
      working.map(({ member }) => member.name).join(', ') || '–',
      calls === 0 ? '–' : writtenCount(calls, locale),
    ]
  })
  return html`<section><h2>${words.week}</h2>${table({ locale, label: words.week, headings: words.weekColumns, rows })}</section>`
}

function onCallSection({ onCall, nameOf }: TeamShown, locale: PageLocale): Html {
  const words = WORDS[locale]
  const line =
    onCall === 'at-work'
      ? words.atWork
      : onCall.length === 0
        ? words.onCallNobody
        : words.onCallNow(onCall.map(nameOf).join(', '))
  return html`<section><h2>${words.onCall}</h2><p>${line}</p></section>`
}

function holidaysSection({ holidays, nameOf }: TeamShown, locale: PageLocale): Html {
  const words = WORDS[locale]
  const one = ({
    holiday: { name, from, to, lastPromiseOn, spreadBacklogOver, duty },
    reopensOn,
  }: TeamShown['holidays'][number]) =>
    html`<h3>${name[locale]}</h3><ul class="plain">
            <li>${words.closed(day(from, locale), day(to, locale))}</li>
            <li>${words.lastPromise(day(lastPromiseOn, locale))}</li>
            ${reopensOn ? html`<li>${words.reopens(day(reopensOn, locale))} ${words.spread(spreadBacklogOver)}</li>` : ''}
            ${duty.map(({ date, hours, people }) => html`<li>${words.duty(day(date, locale), parts(hours), people.map(nameOf).join(', '))}</li>`)}
          </ul>`
  return html`<section><h2>${words.holidays}</h2>${holidays.length === 0 ? html`<p class="quiet">${words.noHolidays}</p>` : holidays.map(one)}</section>`
}
