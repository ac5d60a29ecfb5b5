import { describe, expect, test } from 'vitest'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { readJsonFile } from '#core/campaign/read-campaign.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'

const email = { hours: null, caps: [] }
const aClass = (over: object = {}) => ({ consent: 'opt-out', label: null, unsubscribe: true, email, ...over })
const aPack = (care: object = aClass()) => ({
  country: 'FR',
  periods: [
    {
      validFrom: '2026-01-01',
      validTo: null,
      sources: ['the code of consumption'],
      checkedOn: '2026-11-28',
      classes: { care, transactional: aClass(), survey: aClass(), advertising: aClass({ consent: 'opt-in' }) },
      rights: {
        acknowledgeWorkingDays: 5,
        doneDays: { access: 30, correct: 30, erase: 30, restrict: 30, object: 30, withdraw: 30 },
        extensionDays: 60,
      },
    },
  ],
})
const care = (written: object) => policyPackSchema(OUR_CHANNELS).parse(aPack(written)).periods[0]?.classes.care

describe('the rules of a class through a channel', () => {
  test('a pack as it was written before channels had days: one part of the day, every day', () => {
    const rules = care(aClass({ email: { hours: { from: '08:00', to: '20:00' }, caps: [{ max: 3, hours: 24 }] } }))
    expect(rules).toEqual({
      email: {
        doNotCall: null,
        consent: 'opt-out',
        label: null,
        unsubscribe: true,
        hours: [{ from: '08:00', to: '20:00' }],
        weekdays: null,
        onPublicHolidays: true,
        caps: [{ max: 3, hours: 24 }],
      },
    })
  })

  test('several parts of the day in their order, on working days, with a consent of the channel alone', () => {
    const call = {
      hours: [
        { from: '14:00', to: '20:00' },
        { from: '10:00', to: '13:00' },
      ],
      weekdays: [1, 2, 3, 4, 5],
      publicHolidays: false,
      caps: [],
      consent: 'opt-in',
    }
    expect(care(aClass({ call }))).toMatchObject({
      email: { consent: 'opt-out', onPublicHolidays: true },
      call: {
        consent: 'opt-in',
        hours: [{ from: '10:00' }, { from: '14:00' }],
        weekdays: [1, 2, 3, 4, 5],
        onPublicHolidays: false,
      },
    })
  })

  const problems = (written: object) => {
    const schema = policyPackSchema(OUR_CHANNELS)
    const read = readJsonFile({ file: 'fr.json', text: JSON.stringify(aPack(written)), schema })
    return 'problems' in read ? read.problems.map(({ path, value, expected }) => `${path}: ${value} - ${expected.en}`) : []
  }
  const at = 'periods[0].classes.care'

  test.each<[string, object, string]>([
    [
      'a channel that nobody knows',
      aClass({ fax: email }),
      `${at}.fax: {"hours":null,"caps":[]} - there is no such word here; there are: consent, label, unsubscribe, email, call`,
    ],
    [
      'no rules for letters',
      { consent: 'none', label: null, unsubscribe: false },
      `${at}.email: (missing) - an object in { } with: hours, weekdays, publicHolidays, caps, consent, label, doNotCall`,
    ],
    [
      'a time that is none, in the old form',
      aClass({ email: { hours: { from: '8', to: '20:00' }, caps: [] } }),
      `${at}.email.hours.from: 8 - a 24-hour time such as 09:00`,
    ],
    [
      'a time that is none, in a list',
      aClass({ email: { hours: [{ from: '08:00', to: '25:00' }], caps: [] } }),
      `${at}.email.hours[0].to: 25:00 - a 24-hour time such as 09:00 or "24:00"`,
    ],
    [
      'parts that overlap',
      aClass({
        email: {
          hours: [
            { from: '08:00', to: '12:00' },
            { from: '11:00', to: '14:00' },
          ],
          caps: [],
        },
      }),
      `${at}.email.hours: [{"from":"08:00","to":"12:00"},{"from":"11:00","to":"14:00"}] - parts of the day that do not overlap`,
    ],
    ['a day that is none', aClass({ email: { ...email, weekdays: [0] } }), `${at}.email.weekdays[0]: 0 - at least 1`],
  ])('%s is answered with what would be right', (_, written, said) => {
    expect(problems(written)).toEqual([said])
  })
})
