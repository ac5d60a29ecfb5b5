/**
 * Response rate: how many invitations that arrived were answered. While some can still be answered it can only rise.
 *
 * Example: 1,000 invitations: 210 answered, 15 stopped surveys instead, 40 undeliverable, 0 open, 735 unanswered → 210 ÷ 960 = 21.9 %.
 */
import { type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { waitingFor } from '#core/kpi/provisional.ts'
import { share } from '#core/kpi/share.ts'
import { INVITATION_STATES, type InvitationState } from '#core/survey/invitation-state.ts'

export const RESPONSE_RATE: KpiDefinition = {
  name: { vi: 'Tỷ lệ trả lời khảo sát', en: 'Response rate' },
  numerator: { vi: 'số lời mời đã được trả lời', en: 'invitations that were answered' },
  denominator: {
    vi: 'số lời mời đã gửi, trừ những thư không đến',
    en: 'invitations sent, without those that were undeliverable',
  },
  window: {
    vi: 'lời mời gửi trong kỳ, tính đến khi từng khảo sát đóng',
    en: 'invitations of the period, until each can no longer be answered',
  },
  formula: SHARE,
  source: `finished answers by delivered invitations; ${WILSON_SOURCE}`,
}

export function responseRate(invitations: Readonly<Record<InvitationState, number>>): Kpi {
  const sent = INVITATION_STATES.reduce((sum, state) => sum + invitations[state], 0)
  return share('response-rate', {
    numerator: invitations.answered,
    denominator: sent - invitations.undeliverable,
    provisional: waitingFor(invitations.open),
  })
}
