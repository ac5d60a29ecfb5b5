import { expect, test } from 'vitest'
import { campaignOfKey, orderOf, subjectOf } from '#core/occasion/subject.ts'

test.each([
  ['csat:p2027-03-07#HD-1', 'csat', 'p#HD-1'],
  ['csat:p2027-03-09#HD-1', 'csat', 'p#HD-1'],
  ['csat:p2027-03-07#a:b#c_2027-03-07', 'csat', 'p#a:b#c_2027-03-07'],
  ['fcr:w2027-03-07#low-score_csat_2027-03-01_c-001', 'fcr', 'w#low-score_csat_2027-03-01_c-001'],
  ['csat-reminder:csat_2027-03-07', 'csat-reminder', 'csat_2027-03-07'],
  ['csat:p2027-03-07', 'csat', undefined],
  ['tet:2027-02-06', 'tet', undefined],
  ['birthday:2027', 'birthday', undefined],
  ['birthday:L2026', 'birthday', undefined],
  ['anniversary:m12', 'anniversary', undefined],
  ['nps:n117', 'nps', undefined],
  ['', '', undefined],
])('%s is of %s, about %s', (key, campaign, subject) => {
  expect(campaignOfKey(key)).toBe(campaign)
  expect(subjectOf(key)).toBe(subject)
})

test.each([
  ['csat:p2027-03-07#HD-1', 'HD-1'],
  ['csat:p2027-03-07#HD:2#x_y', 'HD:2#x_y'],
  ['fcr:w2027-03-07#case-1', undefined],
  ['csat-reminder:csat_2027-03-07', undefined],
  ['anniversary:m12', undefined],
])('%s is about the order %s', (key, order) => {
  expect(orderOf(key)).toBe(order)
})
