/** Who is told of a case, in which order. */
import { expect, test } from 'vitest'
import { type ToldOfCase, toldOfCase } from '#core/staff/told-of-case.ts'

const [LEAD, AGENT, NIGHT, HEAD, DIRECTOR] = ['lead', 'agent', 'night', 'head', 'director'].map(
  (name) => `${name}@example.com`,
) as [string, string, string, string, string]
const person = (address: string, role: ToldOfCase['roster']['people'][number]['role'], team = 'Chăm sóc') => ({
  name: address,
  address,
  team,
  role,
})
const asked: ToldOfCase = {
  roster: {
    people: [
      person(LEAD, 'lead'),
      person(AGENT, 'agent'),
      person(NIGHT, 'agent'),
      person(HEAD, 'head', 'Ban'),
      person(DIRECTOR, 'director', 'Ban'),
    ],
  },
  team: 'Chăm sóc',
  owner: AGENT,
  isAtHand: () => true,
  hears: { because: 'at-work', addresses: [LEAD] },
  level: null,
  isUrgent: false,
}
const night = { because: 'on-call', addresses: [NIGHT, LEAD] } as const

test.each<[string, Partial<ToldOfCase>, readonly string[]]>([
  ['a reminder: the owner, then those above', {}, [AGENT, LEAD, HEAD]],
  ['without an owner: the lead', { owner: null }, [LEAD, HEAD]],
  ['up to the lead', { level: 'lead' }, [LEAD, HEAD]],
  ['up to the head, then the lead', { level: 'head' }, [HEAD, LEAD]],
  ['up to the director, then the head', { level: 'director' }, [DIRECTOR, HEAD, LEAD]],
  ['the gravest at night: who is on call', { isUrgent: true, hears: night }, [NIGHT, AGENT, LEAD, HEAD]],
  ['up at night: who is on call, then above', { isUrgent: true, level: 'head', hears: night }, [NIGHT, HEAD, LEAD]],
  [
    'at night with nobody on call: above',
    { isUrgent: true, level: 'head', hears: { because: 'no-one', addresses: [LEAD] } },
    [HEAD, LEAD],
  ],
  [
    'a lead who is on call themselves',
    { isUrgent: true, level: 'head', hears: { because: 'on-call', addresses: [LEAD] } },
    [LEAD, HEAD],
  ],
  ['at night what can wait is its owner’s', { hears: night }, [AGENT, LEAD, HEAD]],
  [
    'in the break at noon nobody is on call',
    { isUrgent: true, hears: { because: 'break', addresses: [LEAD] } },
    [AGENT, LEAD, HEAD],
  ],
  ['who is away comes last', { level: 'lead', isAtHand: (address) => address !== LEAD }, [HEAD, LEAD]],
])('%s', (_, over, addresses) => {
  expect(toldOfCase({ ...asked, ...over })).toEqual(addresses)
})

test('with neither a lead nor a head of that team, the head of care', () => {
  const people = asked.roster.people.filter(({ role }) => role !== 'lead')
  expect(toldOfCase({ ...asked, roster: { people }, level: 'lead' })).toEqual([HEAD])
})
