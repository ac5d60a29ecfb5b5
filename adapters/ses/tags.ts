/** Message tags: SES returns them with every event of a mail. Their values may hold only `A-Za-z0-9_-`, so ids travel as base64url. */

export const TAG_NAMES = { campaignId: 'campaign', occurrenceId: 'occurrence', customerId: 'customer' } as const

export const encodeTag = (id: string): string => Buffer.from(id).toString('base64url')

/** The id in a tag; undefined when the tag was not made by `encodeTag`. */
export function decodeTag(value: string): string | undefined {
  const id = Buffer.from(value, 'base64url').toString()
  return id !== '' && encodeTag(id) === value ? id : undefined
}
