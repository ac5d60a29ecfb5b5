/** Pausing, resuming and cancelling a campaign, as their pages say it. */

import type { Money } from '#core/budget/money.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import type { ActView } from '#web/staff/acts/act-page.ts'
import { CALL_CAMPAIGN_WORDS } from '#web/staff/acts/call-campaign-words.ts'
import type { Figure } from '#web/staff/acts/counted.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CAMPAIGN_STATE_WORDS } from '#web/words/campaigns.ts'
import { ofAny, ofOneOrMany } from '#web/words/number-of.ts'

const WORDS = bothLanguages({
  vi: {
    state: 'Bây giờ',
    open: ofAny('dịp đang mở của chiến dịch này'),
    sent: ofAny('người đã nhận thư của các dịp ấy; không thay đổi'),
    pause: {
      waiting: ofAny('người đang chờ sẽ phải chờ tiếp, chưa nhận thư nào'),
      effects: [
        'Có hiệu lực ngay, kể cả khi một lô đang được gửi dở.',
        'Ai hết giờ gửi trong lúc tạm dừng thì bị bỏ qua, với lý do ấy.',
        'Chạy tiếp được bất cứ lúc nào.',
      ],
    },
    resume: {
      waiting: ofAny('người đang chờ sẽ nhận thư trong giờ gửi của họ'),
      missed: ofAny('người đã lỡ giờ gửi trong lúc tạm dừng; họ không được gửi bù'),
      effects: ['Có hiệu lực ngay.', 'Không ai nhận thư hai lần.'],
    },
    cancel: {
      waiting: ofAny('người đang chờ sẽ không nhận thư; mỗi người được ghi là bỏ qua, với lý do ấy'),
      vouchers: ofAny('phiếu quà giữ cho họ sẽ không được phát'),
      freed: 'ngân sách đang giữ chỗ sẽ được trả lại khi các dịp ấy khép lại',
      effects: [
        'Không mở dịp nào của chiến dịch này nữa.',
        'Phiếu quà đã phát vẫn dùng được. Thư đã gửi và các con số vẫn còn.',
        'Muốn làm lại thì đặt mã khác cho chiến dịch mới.',
      ],
    },
    already: {
      active: 'Chiến dịch đang chạy rồi: không có gì để làm.',
      paused: 'Chiến dịch đã tạm dừng rồi: không có gì để làm.',
      cancelled: 'Chiến dịch đã hủy hẳn: không thay đổi được nữa.',
    },
    refused: {
      'no-such-campaign': 'Không có chiến dịch này.',
      'cancelled-for-good': 'Có người vừa hủy hẳn chiến dịch này: không thay đổi được nữa.',
      'too-long': 'Tên hoặc lý do dài quá. Chưa có gì thay đổi.',
    },
  },
  en: {
    state: 'Now',
    open: ofOneOrMany('open occurrence of this campaign', 'open occurrences of this campaign'),
    sent: ofOneOrMany(
      'person has got the mail of these; nothing changes for them',
      'people have got the mail of these; nothing changes for them',
    ),
    pause: {
      waiting: ofOneOrMany('person who waits goes on waiting, without a mail', 'people who wait go on waiting, without a mail'),
      effects: [
        'It holds at once, also in the middle of a batch.',
        'Whoever’s hours end meanwhile is skipped, with that reason.',
        'It can be resumed at any time.',
      ],
    },
    resume: {
      waiting: ofOneOrMany(
        'person who waits gets their mail within their hours',
        'people who wait get their mail within their hours',
      ),
      missed: ofOneOrMany(
        'person missed their hours meanwhile; they get nothing later',
        'people missed their hours meanwhile; they get nothing later',
      ),
      effects: ['It holds at once.', 'Nobody gets a mail twice.'],
    },
    cancel: {
      waiting: ofOneOrMany(
        'person who waits gets no mail, and is noted as skipped, with that reason',
        'people who wait get no mail; each is noted as skipped, with that reason',
      ),
      vouchers: ofOneOrMany('voucher kept for them is not issued', 'vouchers kept for them are not issued'),
      freed: 'of the budget is reserved for them, and is freed when these occurrences close',
      effects: [
        'No more occurrence of this campaign is opened.',
        'Vouchers that were issued stay valid. Mails that were sent, and the figures, stay.',
        'To begin anew, give the new campaign another id.',
      ],
    },
    already: {
      active: 'The campaign runs already: there is nothing to do.',
      paused: 'The campaign is paused already: there is nothing to do.',
      cancelled: 'The campaign is cancelled for good: it can no longer be changed.',
    },
    refused: {
      'no-such-campaign': 'There is no such campaign.',
      'cancelled-for-good': 'Somebody has just cancelled this campaign for good: it can no longer be changed.',
      'too-long': 'The name or the reason is too long. Nothing was changed.',
    },
  },
})

export const CAMPAIGN_ACTS = { pause: 'paused', resume: 'active', cancel: 'cancelled' } as const satisfies Record<
  string,
  CampaignState
>
export type CampaignAct = keyof typeof CAMPAIGN_ACTS
export const campaignActPath = (campaignId: string, act: CampaignAct) => `${campaignPath(campaignId)}/${act}`

/** For an act that came to nothing: a colleague did the same at the same moment. */
export const alreadySo = (state: CampaignState, locale: PageLocale): string => WORDS[locale].already[state]

export const refusedCampaignAct = (refused: keyof (typeof WORDS)['vi']['refused'], locale: PageLocale): string =>
  WORDS[locale].refused[refused]

/** What the stores hold about the campaign's open occurrences. */
export interface CampaignStanding {
  readonly campaign: Pick<ShownCampaign, 'definition' | 'state'>
  readonly open: number
  readonly waiting: number
  readonly sent: number
  /** Skipped because the campaign was paused when their hours ended. */
  readonly missed: number
  /** Calls on the desk that are still to be made; null for a campaign of letters. */
  readonly calls: number | null
  /** Of these, those of a cancelled campaign that end all the same: an act that broke off left them. */
  readonly callsLeft: number
  /** Null for a campaign without a budget. */
  readonly reserved: Money | null
}

export function campaignActView(
  standing: CampaignStanding,
  { act, locale }: { readonly act: CampaignAct; readonly locale: PageLocale },
): ActView {
  const words = WORDS[locale]
  const { definition, state } = standing.campaign
  return {
    section: 'campaigns',
    title: ACT_WORDS[locale][`${act}-campaign`],
    about: { name: definition.name[locale], path: campaignPath(definition.id) },
    facts: [[words.state, CAMPAIGN_STATE_WORDS[locale][state]]],
    figures: figuresOf(standing, { act, locale }),
    standing: state,
    effects: standing.calls === null ? words[act].effects : CALL_CAMPAIGN_WORDS[locale][act].effects,
    isFinal: act === 'cancel',
    reason: 'words',
    refused: refusedBecause(standing, act) ? words.already[state] : null,
  }
}

/** Cancelled is for good; and an act that would change nothing is none. */
function refusedBecause({ campaign: { state }, callsLeft }: CampaignStanding, act: CampaignAct): boolean {
  if (act === 'cancel' && callsLeft > 0) return false
  return state === 'cancelled' || state === CAMPAIGN_ACTS[act]
}

/** While a campaign sends, these move by themselves: its state decides whether it can be paused, resumed or cancelled. */
const moving = (figure: Figure): Figure => ({ ...figure, moves: true })

/**
 * Those who wait become fewer by themselves while mails go out. Once they are more, because a list was made since, resuming and cancelling are about people
 * of whom nobody was told. A pause holds back, can be taken back, and must not wait.
 */
const notMore = (figure: Figure, act: CampaignAct): Figure => (act === 'pause' ? moving(figure) : { ...figure, shrinks: true })

function figuresOf(
  { campaign, open, waiting, sent, missed, calls, reserved }: CampaignStanding,
  { act, locale }: { readonly act: CampaignAct; readonly locale: PageLocale },
): readonly Figure[] {
  const words = WORDS[locale]
  const own =
    calls === null
      ? { ...words[act], sent: words.sent }
      : { ...CALL_CAMPAIGN_WORDS[locale][act], sent: CALL_CAMPAIGN_WORDS[locale].sent }
  const first = notMore({ name: 'waiting', count: waiting, text: own.waiting(waiting) }, act)
  const onDesk =
    calls === null ? [] : [moving({ name: 'calls', count: calls, text: CALL_CAMPAIGN_WORDS[locale][act].calls(calls) })]
  const last: readonly Figure[] = [
    ...onDesk,
    moving({ name: 'open', count: open, text: words.open(open) }),
    moving({ name: 'sent', count: sent, text: own.sent(sent) }),
  ]
  switch (act) {
    case 'pause':
      return [first, ...last]
    case 'resume':
      return [first, moving({ name: 'missed', count: missed, text: words.resume.missed(missed) }), ...last]
    case 'cancel':
      return [
        first,
        ...(campaign.definition.gift ? [moving({ name: 'vouchers', count: waiting, text: words.cancel.vouchers(waiting) })] : []),
        ...(reserved ? [moving({ name: 'reserved', count: writtenMoney(reserved, locale), text: words.cancel.freed })] : []),
        ...last,
      ]
  }
}
