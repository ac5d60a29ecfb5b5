/** What a touch waits for, in words. */
import type { DeferReason, Deferred } from '#core/audience/outcome.ts'
import type { PageLocale } from '#web/customer/page.ts'

const DEFER_WORDS: Readonly<Record<PageLocale, Readonly<Record<DeferReason, string>>>> = {
  vi: {
    'outside-hours': 'ngoài giờ được gửi',
    'campaign-paused': 'chiến dịch đang tạm dừng',
    'words-missing': 'chưa có lời văn của phiên bản này',
    'daily-quota': 'hôm nay nhà cung cấp không nhận thêm thư',
    'provider-busy': 'nhà cung cấp đang bận',
    'sender-stopped': 'nhà cung cấp đang không nhận thư nào của công ty; sẽ tự gửi tiếp khi xong',
    resend: 'sẽ gửi lại theo quyết định của người phụ trách',
  },
  en: {
    'outside-hours': 'outside the hours for sending',
    'campaign-paused': 'the campaign is paused',
    'words-missing': 'the words of this version are not there',
    'daily-quota': 'the provider takes no more mails today',
    'provider-busy': 'the provider is busy',
    'sender-stopped': 'the provider takes no mail from us at the moment; it goes on by itself when that is over',
    resend: 'goes out once more, as somebody decided',
  },
}

/** Why the touch was deferred, and what it waits for now where that is different. */
export const deferredBecause = ({ because, heldUpBy }: Deferred, locale: PageLocale): string =>
  [because, ...(heldUpBy ? [heldUpBy] : [])].map((reason) => DEFER_WORDS[locale][reason]).join('; ')
