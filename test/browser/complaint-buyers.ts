/** Whom the story of a complaint is about: who complains, who complains of the same, and who has her birthday on the same day. */
import type { Buyer } from '#test/browser/care-desk.ts'

/** Asked by mail two working days after the delivery, on the eve of National Day. */
export const HOA: Buyer = {
  id: 'KH01',
  name: 'Đinh Thị Hoa',
  honorific: 'chị',
  phone: '0912111001',
  deliveredOn: '2027-08-27',
  gender: 'female',
  birthday: '1988-09-04',
  agrees: true,
}
/** Rung 30 days after the delivery: the first morning after the holiday. */
export const HUNG: Buyer = {
  id: 'KH02',
  name: 'Trần Văn Hùng',
  honorific: 'anh',
  phone: '0912111002',
  deliveredOn: '2027-08-04',
}
/** Rung on the Monday before. */
export const THUY: Buyer = { id: 'KH03', name: 'Lê Thị Thủy', honorific: 'cô', phone: '0912111003', deliveredOn: '2027-07-31' }
export const LIEU: Buyer = {
  id: 'KH04',
  name: 'Cao Thị Liễu',
  honorific: 'chị',
  phone: '0912111004',
  deliveredOn: '2027-07-31',
  birthday: '1990-09-04',
  agrees: true,
}
export const COMPLAINT_BUYERS: readonly Buyer[] = [HOA, HUNG, THUY, LIEU]
