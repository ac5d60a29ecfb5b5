/** The lines of a budget as people read them: what each pays for, from what it was computed, and why it is too high or too low. */
import type { LineKind, Source } from '#core/campaign/budget-rates.ts'
import type { Basis, Because, BudgetLine, PerCustomer, PricedLine, Verdict } from '#core/planned-budget/line.ts'
import type { Redemption } from '#core/planned-budget/redemption.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { channelWords } from '#web/words/channels.ts'
import { writtenNumber } from '#web/words/figures.ts'
import { numberOf, VOUCHERS } from '#web/words/number-of.ts'

const KINDS = bothLanguages({
  vi: {
    touch: 'Gửi thư, gọi điện',
    'talk-time': 'Phút gọi',
    'staff-time': 'Giờ nhân viên',
    voucher: 'Phiếu quà tặng',
    compensation: 'Quỹ bù đắp cho khách',
    other: 'Khoản khác',
    contingency: 'Dự phòng',
  } satisfies Record<LineKind, string>,
  en: {
    touch: 'Mails and calls',
    'talk-time': 'Minutes on the line',
    'staff-time': 'Staff time',
    voucher: 'Vouchers',
    compensation: 'Pool for compensation',
    other: 'Other item',
    contingency: 'Contingency',
  },
})

const CALLS = ['call', 'calls'] as const

const WORDS = bothLanguages({
  vi: {
    noTier: 'khách chưa xếp hạng',
    tier: (tier: string) => `hạng ${tier}`,
    price: (count: string, price: string, day: string, source: string) =>
      `${count} lần × ${price} cho 1.000 lần, giá từ ${day} (${source})`,
    talk: (count: string, minutes: number, price: string, day: string, source: string) =>
      `${count} cuộc gọi × ${minutes} phút × ${price} một phút, từ ${day} (${source})`,
    staff: (count: string, minutes: number, price: string, day: string, source: string) =>
      `${count} cuộc gọi × ${minutes} phút × ${price} một giờ, từ ${day} (${source})`,
    gifts: (count: string, gift: string) => `${count} phiếu × ${gift}`,
    own: (used: string, issued: string, since: string, until: string, whose: string) =>
      `${used} trên ${issued} phiếu ${whose} phát từ ${since} đến ${until} và đã hết hạn được khách dùng`,
    ofCampaign: 'của chiến dịch này',
    ofAll: 'của mọi chiến dịch',
    stated: (percent: number, day: string, source: string) => `giả định ${percent}% số phiếu được dùng, từ ${day} (${source})`,
    range: (low: string, high: string) => `khoảng ${low}–${high}%`,
    limit: (count: number, limit: string, period: 'month' | 'quarter') =>
      `${count} ${period === 'month' ? 'tháng' : 'quý'} × hạn mức ${limit}`,
    share: (percent: number, of: string, day: string, source: string) =>
      `${percent}% của ${of} các khoản trên, từ ${day} (${source})`,
    changed: (computed: string, name: string, because: string) => `${name} sửa từ ${computed} đã tính: “${because}”`,
    added: (name: string, because: string) => `${name} thêm: “${because}”`,
    levels: {
      'too-high': 'cao',
      'too-low': 'thấp',
      'as-usual': 'bình thường',
      'not-compared': 'chưa có gì để so sánh',
    } satisfies Record<Verdict['level'], string>,
    per: { occasion: 'một khách mỗi dịp', year: 'một khách mỗi năm' } satisfies Record<PerCustomer['per'], string>,
    norm: (is: Because['is'], each: string, norm: string, source: string) =>
      `${each}, ${{ above: 'cao hơn', below: 'thấp hơn', within: 'trong' }[is]} định mức ${norm} (${source})`,
    before: (is: Because['is'], percent: string, amount: string) =>
      is === 'within' ? `gần bằng kỳ trước (${percent}; kỳ trước ${amount})` : `${percent} so với kỳ trước (${amount})`,
    volume: (now: string, before: string) => `; số lượng ${now}, kỳ trước ${before}`,
  },
  en: {
    noTier: 'customers without a tier',
    tier: (tier) => `tier ${tier}`,
    price: (count, price, day, source) => `${count} × ${price} a thousand, price since ${day} (${source})`,
    talk: (count, minutes, price, day, source) =>
      `${numberOf(count, CALLS)} × ${minutes} min × ${price} a minute, since ${day} (${source})`,
    staff: (count, minutes, price, day, source) =>
      `${numberOf(count, CALLS)} × ${minutes} min × ${price} an hour, since ${day} (${source})`,
    gifts: (count, gift) => `${numberOf(count, VOUCHERS)} × ${gift}`,
    own: (used, issued, since, until, whose) =>
      `${used} used of ${numberOf(issued, VOUCHERS)} ${whose} that were given from ${since} to ${until} and have run out`,
    ofCampaign: 'of this campaign',
    ofAll: 'of all campaigns',
    stated: (percent, day, source) => `${percent}% of vouchers used, as stated since ${day} (${source})`,
    range: (low, high) => `range ${low}–${high}%`,
    limit: (count, limit, period) => `${count} ${period}${count === 1 ? '' : 's'} × the limit of ${limit}`,
    share: (percent, of, day, source) => `${percent}% of the ${of} above, since ${day} (${source})`,
    changed: (computed, name, because) => `${name} changed the computed ${computed}: “${because}”`,
    added: (name, because) => `${name} added it: “${because}”`,
    levels: { 'too-high': 'too high', 'too-low': 'too low', 'as-usual': 'as usual', 'not-compared': 'nothing to compare with' },
    per: { occasion: 'a customer on one occasion', year: 'a customer in a year' },
    norm: (is, each, norm, source) =>
      `${each}, ${{ above: 'above', below: 'below', within: 'within' }[is]} the norm of ${norm} (${source})`,
    before: (is, percent, amount) =>
      is === 'within'
        ? `about as in the period before (${percent}; ${amount} then)`
        : `${percent} against the period before (${amount})`,
    volume: (now, before) => `; volume ${now}, before ${before}`,
  },
})

export interface BudgetReader {
  readonly locale: PageLocale
  readonly currency: string
  readonly campaignName: (campaign: string) => string
}

export const lineKindWords = (kind: LineKind, locale: PageLocale): string => KINDS[locale][kind]

export const sourceIn = (source: Source, locale: PageLocale): string => (typeof source === 'string' ? source : source[locale])

/** As it stands below the heading of tiers. */
export const tierValue = (tier: string | null, locale: PageLocale): string => tier ?? WORDS[locale].noTier

/** `Vouchers: Birthday gift, tier gold`. */
export function lineTitle(
  { kind, campaign, tier, channel, basis }: Pick<PricedLine, 'kind' | 'campaign' | 'tier' | 'channel' | 'basis'>,
  { locale, campaignName }: BudgetReader,
): string {
  if (basis.is === 'by-hand' && basis.title !== null)
    return campaign === null ? basis.title : `${basis.title}: ${campaignName(campaign)}`
  if (campaign === null) return KINDS[locale][kind]
  const parts = [
    campaignName(campaign),
    tier === null ? WORDS[locale].noTier : WORDS[locale].tier(tier),
    ...(channel === null ? [] : [channelWords(channel)[locale]]),
  ]
  return `${KINDS[locale][kind]}: ${parts.join(', ')}`
}

export function basisInWords(basis: Basis, { locale, currency }: BudgetReader): string {
  const words = WORDS[locale]
  const count = (number: number) => writtenNumber(number, { digits: 0, locale })
  const money = (amount: number) => writtenMoney({ amount, currency }, locale)
  switch (basis.is) {
    case 'price':
      return basis.parts
        .map((part) =>
          words.price(
            count(part.count),
            money(part.price.perThousand),
            shortDate(part.price.validFrom, locale),
            part.price.source,
          ),
        )
        .join(' + ')
    case 'talk-time':
      return basis.parts
        .map(({ count: calls, time }) =>
          words.talk(
            count(calls),
            time.talkMinutes,
            money(time.talkMinute),
            shortDate(time.validFrom, locale),
            sourceIn(time.source, locale),
          ),
        )
        .join(' + ')
    case 'staff-time':
      return basis.parts
        .map(({ count: calls, time }) =>
          words.staff(
            count(calls),
            time.staffMinutes,
            money(time.staffHour),
            shortDate(time.validFrom, locale),
            sourceIn(time.source, locale),
          ),
        )
        .join(' + ')
    case 'redemption':
      return [
        basis.parts.map((part) => words.gifts(count(part.count), money(part.gift))).join(' + '),
        ...rateInWords(basis.rate, locale),
      ].join('; ')
    case 'limit':
      return (
        words.limit(basis.periods.length, money(basis.limit), basis.period) + (basis.source === null ? '' : ` (${basis.source})`)
      )
    case 'share':
      return words.share(
        basis.rate.percent,
        money(basis.of),
        shortDate(basis.rate.validFrom, locale),
        sourceIn(basis.rate.source, locale),
      )
    case 'by-hand':
      return basis.computed === null
        ? words.added(basis.byName, basis.because)
        : words.changed(money(basis.computed), basis.byName, basis.because)
  }
}

function rateInWords(rate: Redemption, locale: PageLocale): readonly string[] {
  const words = WORDS[locale]
  const number = (value: number) => writtenNumber(value, { digits: 0, locale })
  const percent = (tenThousandths: number) => writtenNumber(tenThousandths / 100, { digits: 1, locale })
  const said =
    rate.is === 'stated'
      ? words.stated(rate.rate.percent, shortDate(rate.rate.validFrom, locale), sourceIn(rate.rate.source, locale))
      : words.own(
          number(rate.share.used),
          number(rate.share.issued),
          shortDate(rate.since, locale),
          shortDate(rate.until, locale),
          rate.campaign === null ? words.ofAll : words.ofCampaign,
        )
  return [said, words.range(percent(rate.low), percent(rate.high))]
}

export const levelInWords = ({ level }: Verdict, locale: PageLocale): string => WORDS[locale].levels[level]

/** Null for vouchers: those that are given now are not those that were used before. */
export const comparedVolume = ({ kind, volume }: Pick<BudgetLine, 'kind' | 'volume'>): number | null =>
  kind === 'voucher' ? null : volume

/** Each reason in words; `volume` is that of the line. */
export const becauseInWords = (
  { because }: Verdict,
  { volume, locale, currency }: Pick<BudgetReader, 'locale' | 'currency'> & { readonly volume: number | null },
): readonly string[] =>
  because.map((one) => {
    const words = WORDS[locale]
    const money = (amount: number) => writtenMoney({ amount, currency }, locale)
    if (one.against === 'norm') {
      const { is, each, norm } = one
      const ofOne = `${money(each.amount)} ${words.per[each.per]}`
      return words.norm(is, ofOne, `${money(norm.low)}–${money(norm.high)}`, sourceIn(norm.source, locale))
    }
    const { before, percent } = one
    const changed = `${percent > 0 ? '+' : ''}${percent}%`
    const count = (number: number) => writtenNumber(number, { digits: 0, locale })
    const counted = volume === null || before.volume === null ? '' : words.volume(count(volume), count(before.volume))
    return `${words.before(one.is, changed, money(before.amount))}${counted}`
  })
