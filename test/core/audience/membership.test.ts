import { describe, expect, test } from 'vitest'
import { isMember } from '#core/audience/membership.ts'
import type { Audience } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import { aCustomer } from '#test/support/builders.ts'

const date = '2027-03-10'

describe('an audience', () => {
  test.each<[string, Audience, Partial<Customer>, boolean]>([
    ['no line means everybody', {}, { gender: null }, true],
    ['women', { genders: ['female'] }, { gender: 'female' }, true],
    ['women, asked of a man', { genders: ['female'] }, { gender: 'male' }, false],
    ['women, asked of someone whose gender is not known', { genders: ['female'] }, { gender: null }, false],
    ['both genders still asks for a known one', { genders: ['female', 'male'] }, { gender: null }, false],
    ['gold or silver', { tiers: ['gold', 'silver'] }, { tier: 'silver' }, true],
    ['gold, asked of someone without a tier', { tiers: ['gold'] }, { tier: null }, false],
    ['teachers', { professions: ['teacher'] }, { profession: 'teacher' }, true],
    ['teachers, asked of a doctor', { professions: ['teacher'] }, { profession: 'doctor' }, false],
    ['readers of Vietnamese', { locales: ['vi'] }, { locale: 'en' }, false],
    ['customers in France', { countries: ['FR'] }, { country: 'FR' }, true],
    ['any of two tags', { anyTag: ['tea', 'b2b'] }, { tags: ['b2b', 'old'] }, true],
    ['any of two tags, having none', { anyTag: ['tea', 'b2b'] }, { tags: [] }, false],
    ['no such tag', { noTag: ['staff'] }, { tags: ['tea'] }, true],
    ['no such tag, having it', { noTag: ['staff'] }, { tags: ['tea', 'staff'] }, false],
    ['bought in the last 30 days, exactly 30 days ago', { boughtSince: 30 }, { lastPurchaseOn: '2027-02-08' }, true],
    ['bought in the last 30 days, 31 days ago', { boughtSince: 30 }, { lastPurchaseOn: '2027-02-07' }, false],
    ['not bought for 30 days, 31 days ago', { notBoughtSince: 30 }, { lastPurchaseOn: '2027-02-07' }, true],
    ['not bought for 30 days, exactly 30 days ago', { notBoughtSince: 30 }, { lastPurchaseOn: '2027-02-08' }, false],
    ['not bought for 30 days, never bought: no old customer', { notBoughtSince: 30 }, { lastPurchaseOn: null }, false],
    ['between one and two years ago', { notBoughtSince: 365, boughtSince: 730 }, { lastPurchaseOn: '2025-12-01' }, true],
    ['bought a product', { boughtProduct: ['Lõi lọc', 'Máy lọc nước'] }, { products: ['Bình', 'Máy lọc nước'] }, true],
    ['bought a product in other letters', { boughtProduct: ['máy  LỌC nước'] }, { products: ['Máy lo\u0323c nước '] }, true],
    ['bought another product', { boughtProduct: ['Lõi lọc'] }, { products: ['Loi loc'] }, false],
    ['bought nothing', { boughtProduct: ['Lõi lọc'] }, { products: [] }, false],
    ['renews in the next 30 days, today', { renewsOn: { from: 0, to: 30 } }, { renewsOn: '2027-03-10' }, true],
    ['renews in the next 30 days, in 30', { renewsOn: { from: 0, to: 30 } }, { renewsOn: '2027-04-09' }, true],
    ['renews in the next 30 days, in 31', { renewsOn: { from: 0, to: 30 } }, { renewsOn: '2027-04-10' }, false],
    ['renews in the next 30 days, yesterday', { renewsOn: { from: 0, to: 30 } }, { renewsOn: '2027-03-09' }, false],
    ['ran out within the last week', { renewsOn: { from: -7, to: -1 } }, { renewsOn: '2027-03-03' }, true],
    ['renews, not known when', { renewsOn: { from: 0, to: 30 } }, { renewsOn: null }, false],
    ['bought in the last 30 days, never', { boughtSince: 30 }, { lastPurchaseOn: null }, false],
    ['every line must hold', { genders: ['female'], tiers: ['gold'] }, { gender: 'female', tier: 'silver' }, false],
    ['every line holds', { genders: ['female'], tiers: ['gold'], anyTag: ['b2b'] }, { tier: 'gold', tags: ['b2b'] }, true],
  ])('%s', (_, audience, customer, meant) => {
    expect(isMember({ audience, customer: aCustomer(customer), date })).toBe(meant)
  })
})
