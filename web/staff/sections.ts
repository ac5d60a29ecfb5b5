/** The parts of the staff app, in the order in which the head of every page names them. */
import type { Permission } from '#core/staff/role.ts'
import type { PageLocale } from '#web/customer/page.ts'

/** A part of the app, reachable from the head of every page. */
export interface Section {
  readonly id: string
  readonly path: string
  readonly name: Readonly<Record<PageLocale, string>>
  /** Null for a section that needs no sign-in. */
  readonly needs: Permission | null
}

export const STAFF_SECTIONS = [
  { id: 'today', path: '/', name: { vi: 'Hôm nay', en: 'Today' }, needs: 'see-figures' },
  { id: 'campaigns', path: '/campaigns', name: { vi: 'Chiến dịch', en: 'Campaigns' }, needs: 'see-figures' },
  { id: 'occurrences', path: '/occurrences', name: { vi: 'Các dịp', en: 'Occurrences' }, needs: 'see-figures' },
  { id: 'customers', path: '/customers', name: { vi: 'Khách hàng', en: 'Customers' }, needs: 'see-people' },
  { id: 'listening', path: '/listening', name: { vi: 'Lắng nghe', en: 'Listening' }, needs: 'see-listening' },
  { id: 'calls', path: '/calls', name: { vi: 'Cuộc gọi', en: 'Calls' }, needs: 'see-work' },
  { id: 'work', path: '/work', name: { vi: 'Việc', en: 'Work' }, needs: 'see-work' },
  { id: 'team', path: '/team', name: { vi: 'Ca trực', en: 'Shifts' }, needs: 'see-work' },
  { id: 'report', path: '/report', name: { vi: 'Báo cáo', en: 'Report' }, needs: 'see-report' },
  { id: 'budgets', path: '/budgets', name: { vi: 'Ngân sách', en: 'Budgets' }, needs: 'see-budgets' },
  { id: 'vouchers', path: '/vouchers', name: { vi: 'Phiếu quà', en: 'Vouchers' }, needs: 'see-figures' },
  { id: 'log', path: '/log', name: { vi: 'Nhật ký', en: 'Log' }, needs: 'see-audit' },
  { id: 'settings', path: '/settings', name: { vi: 'Thiết lập', en: 'Settings' }, needs: 'see-settings' },
] as const satisfies readonly Section[]

/** Where rehearsals can be made in the background: on one machine. */
export const REHEARSALS = {
  id: 'rehearsals',
  path: '/rehearsals',
  name: { vi: 'Diễn tập', en: 'Rehearsals' },
  needs: 'see-rehearsals',
} as const satisfies Section
