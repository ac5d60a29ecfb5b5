/** What channels are called. A channel that has no words yet is shown by its id. */
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import type { ChannelId } from '#core/channel/channel.ts'

const NAMES: Readonly<Record<ChannelId, LocalizedText>> = {
  email: { vi: 'qua email', en: 'by e-mail' },
  call: { vi: 'qua điện thoại', en: 'by telephone' },
}

/** As it stands within a sentence: "by e-mail". */
export const channelWords = (channel: ChannelId): LocalizedText => NAMES[channel] ?? { vi: channel, en: channel }

/** As it begins a line: "By e-mail". */
export function channelTitle(channel: ChannelId): LocalizedText {
  const { vi, en } = channelWords(channel)
  return { vi: capital(vi), en: capital(en) }
}

/** Kinds of contact points, as they head a line. */
const POINTS: Readonly<Record<string, LocalizedText>> = {
  email: { vi: 'Địa chỉ email', en: 'E-mail address' },
  phone: { vi: 'Số điện thoại', en: 'Telephone number' },
}

export const contactPointTitle = (kind: string): LocalizedText => POINTS[kind] ?? { vi: kind, en: kind }

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
