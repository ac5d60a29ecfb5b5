/** The page on which customers choose what they receive, by what and how often. Opening it changes nothing; a person's press of its form does. */

import type { Context } from 'hono'
import { channelsInUse } from '#app/campaigns/channels-in-use.ts'
import {
  type AskedChoice,
  type ChangePreferencesPorts,
  changePreferences,
  standingChoice,
} from '#app/consent/change-preferences.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { Person } from '#app/ports/customers.ts'
import type { LinkSeals } from '#app/ports/secrets.ts'
import { formEvidence } from '#core/audience/consent-evidence.ts'
import { FREQUENCIES } from '#core/audience/preference.ts'
import { type Channels, offered } from '#core/channel/channel.ts'
import type { Instant } from '#core/time/instant.ts'
import { deadLink, formOf, frameFor, type PagesOf } from '#functions/customer/page-request.ts'
import { shownForms } from '#functions/customer/shown-form.ts'
import { fieldsOf, pressAgainPage } from '#web/customer/confirming-form.ts'
import type { DeadLink } from '#web/customer/link-notices.ts'
import {
  boxesOf,
  FREQUENCY_FIELD,
  isShownVersion,
  OFFERED_FIELD,
  offeredIn,
  preferencesPage,
  SHOWN_FIELD,
  STOP_FIELD,
  stopAllInWords,
} from '#web/customer/preferences.ts'

export interface PreferencePagesPorts extends ChangePreferencesPorts {
  readonly campaigns: Pick<CampaignStore, 'latest'>
  readonly seals: LinkSeals
}

export function preferencePages({ app, ports, clock, formClock }: PagesOf<PreferencePagesPorts>): void {
  const { company, channels } = ports.companyRules
  const forms = shownForms(ports.seals, formClock)
  app.get('/p/:token', async (context) => {
    const now = clock()
    const person = await readLink(ports, context, now)
    if (typeof person === 'string') return deadLink(context, company, person)
    const sendTo = `/p/${context.req.param('token')}`
    const { granted, frequency } = await standingChoice(ports, { person, now })
    return context.html(
      preferencesPage({
        ...frameFor(person.customer, company),
        channels: offered(channels, await channelsInUse(ports.campaigns)),
        ticked: granted,
        frequency,
        cap: company.frequencyCaps[0],
        isSaved: context.req.query('saved') === 'yes',
        seals: forms.show(context, sendTo),
        sendTo,
      }),
    )
  })
  app.post('/p/:token', async (context) => {
    const now = clock()
    const person = await readLink(ports, context, now)
    if (typeof person === 'string') return deadLink(context, company, person)
    const token = context.req.param('token')
    const form = await formOf(context)
    const sendTo = `/p/${token}`
    const { customerId } = person.customer
    const suspected = await forms.pressed(context, { path: sendTo, form })
    if (suspected) ports.events.pressSuspected({ customerId, page: 'preferences', because: suspected.because })
    const shown = form[SHOWN_FIELD]
    // A form without boxes would read as "stop everything": only one that we showed counts.
    if (!isShownVersion(shown)) return context.redirect(sendTo, 303)
    if (suspected) {
      const frame = frameFor(person.customer, company)
      const would = form[STOP_FIELD] === 'everything' ? stopAllInWords(frame.address) : null
      const fields = fieldsOf(form)
      return context.html(
        pressAgainPage({ ...frame, ...suspected.again, pressed: 'choice', stands: null, would, fields, sendTo }),
      )
    }
    const evidence = formEvidence({ token, shown })
    const choice = chosenIn(form, { person, channels })
    const changed = await changePreferences(ports, { customerId, choice, at: now, source: 'preference-page', evidence })
    return changed === 'unknown-customer' ? deadLink(context, company, 'gone') : context.redirect(`${sendTo}?saved=yes`, 303)
  })
}

/** A box that was shown and is not posted is not ticked; whoever stops everything stops what was not shown, too. */
function chosenIn(
  form: Readonly<Record<string, unknown>>,
  { person, channels }: { readonly person: Person; readonly channels: Channels },
): AskedChoice {
  const frequency = FREQUENCIES.find((known) => known === form[FREQUENCY_FIELD]) ?? person.frequency
  const stopsAll = form[STOP_FIELD] === 'everything'
  const shown = stopsAll ? boxesOf(channels) : offeredIn(form[OFFERED_FIELD], channels)
  return { frequency, offered: new Set(shown), granted: new Set(shown.filter((box) => !stopsAll && form[box] === 'yes')) }
}

async function readLink({ seals, customers }: PreferencePagesPorts, context: Context, now: Instant): Promise<Person | DeadLink> {
  const opened = await seals.openLink(context.req.param('token') ?? '', { use: 'preferences', now })
  if (opened === 'expired') return 'expired'
  const [customerId] = opened?.fields ?? []
  return customerId === undefined ? 'broken' : ((await customers.get(customerId)) ?? 'gone')
}
