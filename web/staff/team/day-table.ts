/** Who of a team works on one day, a line each, and what the lead can change about it with one press. */
import { html } from 'hono/html'
import { ABSENCES, type DutyChangeInForce } from '#core/duty/duty-change.ts'
import type { Duty } from '#core/duty/duty-of-day.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { table } from '#web/staff/table.ts'
import { type MemberShown, parts, type TeamShown } from '#web/staff/team/team-shown.ts'
import { ABSENCE_WORDS, DUTY_WORDS, TEAM_WORDS as WORDS } from '#web/staff/team/team-words.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

export function dayTable(frame: Frame, shown: TeamShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const working = shown.people.filter(({ duty }) => duty.hours.length > 0)
  const calls = working.reduce((sum, { duty }) => sum + duty.calls, 0)
  const fixed = whyFixed(frame, shown)
  const rows = shown.people.map((one) => [
    one.member.name,
    parts(one.duty.hours),
    one.duty.hours.length === 0 ? '' : writtenCount(one.duty.calls, locale),
    standing(one.duty, { frame, nameOf: shown.nameOf }),
    fixed === null ? controls(one, shown, locale) : '',
  ])
  return html`<p>${working.length === 0 ? words.nobody : words.sum(working.length, writtenCount(calls, locale))}</p>
        ${table({ locale, label: words.title(shown.team), headings: fixed === null ? words.columns : words.columns.slice(0, -1), rows: fixed === null ? rows : rows.map((row) => row.slice(0, -1)) })}
        ${fixed === null ? '' : html`<p class="why">${fixed}</p>`}`
}

function whyFixed(frame: Frame, { fixed }: TeamShown): string | null {
  const words = WORDS[frame.locale]
  if (fixed === 'not-own-team') return words.notOwnTeam
  return fixed === 'past-day' ? words.pastDay : notPermitted(frame, 'change-duty')
}

interface Around {
  readonly frame: Frame
  readonly nameOf: (address: string) => string
}

function standing({ because, change, hours, uncovered }: Duty, { frame, nameOf }: Around): Html {
  const { locale, company } = frame
  const works = hours.length > 0
  const said = change === null ? DUTY_WORDS[locale][because] : changed(change, { locale, nameOf })
  const by =
    change === null
      ? ''
      : html`<br><small>${WORDS[locale].by(change.byName, writtenInstant(change.at, { zone: company.zone, locale }))}</small>`
  const gap = uncovered.length === 0 ? '' : html`<br>${chip(WORDS[locale].uncovered(parts(uncovered)), 'warn')}`
  return html`${chip(said, change !== null ? 'warn' : works ? 'good' : 'quiet')}${gap}${by}`
}

function changed(
  change: DutyChangeInForce,
  { locale, nameOf }: { readonly locale: PageLocale; readonly nameOf: Around['nameOf'] },
) {
  const what =
    change.is === 'covered' ? `${DUTY_WORDS[locale].covered}: ${nameOf(change.with)}` : ABSENCE_WORDS[locale][change.because]
  return change.from === null ? what : WORDS[locale].since(what, change.from)
}

/** Illness is one press; a swap a choice and a press. A changed day is put back with one. */
function controls(
  { member, duty, isOnCall }: MemberShown,
  { people, date, team, changesOf }: TeamShown,
  locale: PageLocale,
): Html {
  const words = WORDS[locale]
  const { address, name } = member
  const form = (body: Html) =>
    html`<form method="post" action="/team/change"><input type="hidden" name="team" value="${team}"><input type="hidden" name="date" value="${date}"><input type="hidden" name="seen" value="${changesOf(address)}"><input type="hidden" name="address" value="${address}">${body}</form>`
  const press = (value: string, text: string) =>
    html`<button class="quiet" name="is" value="${value}" aria-label="${text} ${words.about(name)}">${text}</button>`
  if (duty.change !== null) return form(press('as-planned', words.undo))
  if (duty.hours.length === 0 && !isOnCall) return html``
  const covers = people.filter((other) => other.member.address !== address && other.duty.change === null)
  const [first, ...others] = ABSENCES
  const cover =
    covers.length === 0
      ? ''
      : form(
          html`<label for="with-${address}">${words.cover} ${words.about(name)}</label><select id="with-${address}" name="with" required><option value=""></option>${covers.map(
            (other) =>
              html`<option value="${other.member.address}">${other.member.name}${other.callsADay === 0 ? ` (${words.noCalls})` : ''}</option>`,
          )}</select> ${press('covered', words.swap)}`,
        )
  return html`<div class="actions">${form(press(first, words[first]))}<details><summary aria-label="${words.more} ${words.about(name)}">${words.more}</summary>${form(html`${others.map((absence) => press(absence, words[absence]))}`)}${cover}</details></div>`
}
