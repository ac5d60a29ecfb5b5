/**
 * The purchases of the sample company's customers from January 2024 to the end of 2027: customers of a better tier buy more often, and all buy more
 * before Tết and Mid-Autumn.
 */
import { addDays, daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { solarDateOf } from '#core/time/lunar-calendar.ts'
import { type Chance, chance } from '#local/sample-company/chance.ts'
import type { SampleCustomer } from '#local/sample-company/sample-customer.ts'
import { dayFirst } from '#local/sample-company/sample-customers.ts'

export const SAMPLE_PURCHASE_HEADING = [
  ...['Mã khách hàng', 'Mã đơn hàng', 'Ngày mua', 'Ngày giao', 'Sản phẩm', 'Số lượng', 'Thành tiền', 'Tiền tệ'],
] as const

const SEED = 20_260_217
const FIRST_DAY: LocalDate = '2024-01-02'
const LAST_DAY: LocalDate = '2027-12-31'
/** Earlier purchases are in the tables; later ones come from the sample shop, each on its day. */
const SHOP_OPENS: LocalDate = '2026-11-01'

/** Product and price in đồng. */
const TEAS = [
  ['Trà sen Tây Hồ 100 g', 690_000],
  ['Trà ô long 200 g', 245_000],
  ['Trà shan tuyết Hà Giang 100 g', 320_000],
] as const
export const TEA_NAMES = TEAS.map(([name]) => name)
const PRODUCTS: readonly (readonly [string, number])[] = [
  ...TEAS,
  ['Cà phê Robusta rang mộc 500 g', 165_000],
  ['Cà phê Arabica Cầu Đất 500 g', 235_000],
  ['Phin nhôm', 85_000],
  ['Bộ ấm chén Bát Tràng', 1_250_000],
  ['Bình giữ nhiệt 500 ml', 390_000],
  ['Khay gỗ sồi', 420_000],
  ['Máy pha cà phê gia đình', 4_900_000],
]
const GIFT_BOX: readonly [string, number] = ['Hộp quà Tết', 1_150_000]
const MOON_CAKES: readonly [string, number] = ['Hộp bánh trung thu và trà', 850_000]
const MEAN_PURCHASES: Readonly<Record<string, number>> = { standard: 3, silver: 8, gold: 14, vip: 26 }

export interface SamplePurchases {
  readonly past: readonly (readonly string[])[]
  readonly toCome: readonly (readonly string[])[]
}

/** Rows ordered by day, as an export gives them. */
export function samplePurchases(customers: readonly SampleCustomer[]): SamplePurchases {
  const luck = chance(SEED)
  const bought = customers.flatMap((customer) => {
    const most = 2 * (MEAN_PURCHASES[customer.Hạng] ?? 1)
    return Array.from({ length: luck.between(0, most) }, () => ({ customer: customer['Mã khách hàng'], day: someDay(luck) }))
  })
  const orders = bought.sort((a, b) => (a.day === b.day ? (a.customer < b.customer ? -1 : 1) : a.day < b.day ? -1 : 1))
  const rows = orders.map(({ customer, day }, at) => {
    const order = `DH${day.slice(2, 4)}-${String(at + 1).padStart(5, '0')}`
    const delivered = luck.happens(88) ? dayFirst(addDays(day, luck.between(1, 5))) : ''
    const lines = luck.happens(15) ? 2 : 1
    return Array.from({ length: lines }, () => {
      const [product, price] = productOn(day, luck)
      const units = price > 500_000 ? 1 : luck.between(1, 3)
      return [customer, order, dayFirst(day), delivered, product, String(units), dong(units * price), 'VND']
    })
  })
  const opening = orders.findIndex(({ day }) => day >= SHOP_OPENS)
  return { past: rows.slice(0, opening).flat(), toCome: rows.slice(opening).flat() }
}

/** One day in six lies in the five weeks before a Tết. */
function someDay(luck: Chance): LocalDate {
  if (!luck.happens(17)) return addDays(FIRST_DAY, luck.between(0, daysBetween(FIRST_DAY, LAST_DAY)))
  const tet = solarDateOf({ lunarYear: luck.between(2024, 2027), month: 1, day: 1, leap: false }) ?? FIRST_DAY
  return addDays(tet, -luck.between(3, 35))
}

function productOn(day: LocalDate, luck: Chance): readonly [string, number] {
  const year = Number(day.slice(0, 4))
  if (isBefore(day, solarDateOf({ lunarYear: year, month: 1, day: 1, leap: false })) && luck.happens(45)) return GIFT_BOX
  if (isBefore(day, solarDateOf({ lunarYear: year, month: 8, day: 15, leap: false })) && luck.happens(35)) return MOON_CAKES
  return luck.pick(PRODUCTS)
}

const isBefore = (day: LocalDate, feast: LocalDate | undefined) =>
  feast !== undefined && daysBetween(day, feast) >= 0 && daysBetween(day, feast) <= 35

/** `1.250.000 ₫`: the format of accounting programs. */
const dong = (amount: number) => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} ₫`
