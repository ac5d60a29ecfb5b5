/** What a report can be narrowed to, in words: a campaign, a class, a channel, a team, a tier, a country. */
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import type { Segment, SegmentColumn } from '#core/kpi/segment.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CLASS_WORDS } from '#web/words/campaigns.ts'
import { channelWords } from '#web/words/channels.ts'
import { namedCode } from '#web/words/named-code.ts'

export const SEGMENT_WORDS = bothLanguages({
  vi: {
    all: 'Toàn bộ',
    columns: {
      campaign: 'Chiến dịch',
      content_class: 'Loại nội dung',
      channel: 'Kênh',
      team: 'Nhóm',
      tier: 'Hạng khách hàng',
      country: 'Nước',
    } as Readonly<Record<SegmentColumn, string>>,
  },
  en: {
    all: 'Everything',
    columns: {
      campaign: 'Campaign',
      content_class: 'Class of content',
      channel: 'Channel',
      team: 'Team',
      tier: 'Tier',
      country: 'Country',
    } as Readonly<Record<SegmentColumn, string>>,
  },
})

/** The value alone: `khảo sát`, `Việt Nam`, a campaign's name. */
export function segmentValue(segment: Segment, { locale, campaignName }: SegmentReader): string {
  if (segment.by === 'all') return SEGMENT_WORDS[locale].all
  const { by, is } = segment
  switch (by) {
    case 'campaign':
      return campaignName(is)
    case 'content_class': {
      const known = CONTENT_CLASSES.find((one) => one === is)
      return known ? CLASS_WORDS[locale][known] : is
    }
    case 'channel':
      return channelWords(is)[locale]
    case 'country':
      return namedCode({ type: 'region', code: is, locale })
    case 'team':
    case 'tier':
      return is
  }
}

export interface SegmentReader {
  readonly locale: PageLocale
  readonly campaignName: (campaignId: string) => string
}

/** `Chiến dịch: Chúc Tết`; `Toàn bộ`. */
export const writtenSegment = (segment: Segment, reader: SegmentReader): string =>
  segment.by === 'all'
    ? segmentValue(segment, reader)
    : `${SEGMENT_WORDS[reader.locale].columns[segment.by]}: ${segmentValue(segment, reader)}`
